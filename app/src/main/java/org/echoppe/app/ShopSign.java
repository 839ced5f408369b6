package org.echoppe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.media.Blobs;
import org.echoppe.media.Pictures;
import org.echoppe.node.Node;
import org.echoppe.records.Blob;
import org.echoppe.records.ShopProfile;

/** A shop's sign out of a picture's file, and back to what the window shows. */
final class ShopSign {
    /** Pixels of a sign as it is kept, and as the window shows it. */
    private static final int KEPT = 480;

    private static final int SHOWN = 160;
    /** Bytes of a file that is read at all. */
    private static final long LARGEST = 30L << 20;

    private static final Pictures PICTURES = new Pictures();

    private ShopSign() {}

    /** In base 64; empty where there is none. */
    static String shown(Node node) {
        return node.catalogue()
                .shop()
                .profile()
                .flatMap(ShopProfile::logo)
                .flatMap(logo -> node.blobs().get(logo.ref()))
                .flatMap(bytes -> PICTURES.jpeg(bytes, SHOWN))
                .map(jpeg -> Base64.getEncoder().encodeToString(jpeg))
                .orElse("");
    }

    /**
     * Made anew from its pixels: nothing else that the file holds is published.
     *
     * @throws Rejected FILE_UNREADABLE, FILE_TOO_LARGE, NOT_A_PICTURE
     */
    static Blob of(Node node, Path file) {
        byte[] jpeg = PICTURES.jpeg(read(file), KEPT)
                .filter(made -> made.length <= Blobs.MAX_LENGTH)
                .orElseThrow(() -> Rejected.because(Fault.NOT_A_PICTURE, file));
        return new Blob(node.blobs().put(jpeg), "image/jpeg", jpeg.length);
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Rejected.because(Fault.FILE_TOO_LARGE, LARGEST >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNREADABLE, file);
        }
    }
}
