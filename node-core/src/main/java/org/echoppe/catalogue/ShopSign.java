package org.echoppe.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.media.Blobs;
import org.echoppe.media.NewPicture;
import org.echoppe.media.Pictures;
import org.echoppe.records.Blob;
import org.echoppe.records.ShopProfile;

/** The picture over a shop's door: out of a file, and as it hangs. */
public final class ShopSign {
    /** Pixels of a sign as it is published, and as a window shows it. */
    private static final int PUBLISHED = 480;

    private static final int SHOWN = 160;

    private static final Pictures PICTURES = new Pictures();

    private final Shop shop;
    private final Blobs blobs;

    public ShopSign(Shop shop, Blobs blobs) {
        this.shop = shop;
        this.blobs = blobs;
    }

    /** As a small JPEG; empty where none hangs, or its bytes are lost. */
    public Optional<byte[]> shown() {
        return shop.profile()
                .flatMap(ShopProfile::logo)
                .flatMap(logo -> blobs.get(logo.ref()))
                .flatMap(bytes -> PICTURES.jpeg(bytes, SHOWN));
    }

    /**
     * Hangs another. It is made anew from its pixels: nothing else that the file holds is published. Returns what puts the
     * former back.
     *
     * @throws Rejected FILE_UNREADABLE, SHOP_MISSING, or as {@link Pictures#prepared(byte[])}
     */
    public Runnable hang(Path file) {
        return hang(PICTURES.prepared(read(file)));
    }

    /** The same with a picture that was made ready. */
    public Runnable hang(NewPicture ready) {
        byte[] jpeg = PICTURES.jpeg(ready.jpeg(), PUBLISHED).orElseThrow();
        return exchange(Optional.of(new Blob(blobs.put(jpeg), "image/jpeg", jpeg.length)));
    }

    /** Takes it down. Returns what puts it back. */
    public Runnable takeDown() {
        return exchange(Optional.empty());
    }

    private Runnable exchange(Optional<Blob> sign) {
        var before = shop.profile().flatMap(ShopProfile::logo);
        shop.logo(sign.orElse(null));
        return () -> shop.logo(before.orElse(null));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > Pictures.MOST_BYTES) {
                throw Rejected.because(Fault.FILE_TOO_LARGE, Pictures.MOST_BYTES >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNREADABLE, file);
        }
    }
}
