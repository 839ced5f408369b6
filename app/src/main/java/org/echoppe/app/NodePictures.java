package org.echoppe.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.products.PictureDraft;
import org.echoppe.catalogue.Product;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.QrReader;
import org.echoppe.media.NewPicture;
import org.echoppe.media.Pictures;
import org.echoppe.peers.ShopCode;
import org.echoppe.records.Blob;
import org.echoppe.records.Image;
import org.echoppe.records.Texts;

/** Pictures of products: made ready, kept by the node, hung up. */
final class NodePictures {
    private static final Pictures PICTURES = new Pictures();
    private static final String JPEG = "image/jpeg";

    private NodePictures() {}

    static PictureDraft add(RunningShop shop, PictureSource source) {
        NewPicture ready = ready(source);
        var cid = shop.ask(node -> node.blobs().put(ready.jpeg()));
        return new PictureDraft(cid, JPEG, ready.width(), ready.height(), ready.jpeg().length, "");
    }

    static NewPicture ready(PictureSource source) {
        return switch (source) {
            case PictureSource.File(Path path) -> PICTURES.prepared(bytes(path));
            case PictureSource.Pixels pixels -> PICTURES.prepared(image(pixels));
        };
    }

    /**
     * What the QR code in a picture says.
     *
     * @throws Rejected when it is no picture, or no code of a shop can be read in it
     */
    static ShopCode code(PictureSource source) {
        var image = switch (source) {
            case PictureSource.File(Path path) -> PICTURES.opened(bytes(path));
            case PictureSource.Pixels pixels -> PICTURES.opened(image(pixels));
        };
        int width = image.getWidth();
        int height = image.getHeight();
        return QrReader.read(image.getRGB(0, 0, width, height, null, 0, width), width, height)
                .map(ShopCode::read)
                .orElseThrow(() -> Rejected.because(Fault.CODE_NOT_SEEN));
    }

    private static BufferedImage image(PictureSource.Pixels pixels) {
        int width = pixels.width();
        int height = pixels.height();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels.argb(), 0, width);
        return image;
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > Pictures.MOST_BYTES) {
                throw Rejected.because(Fault.FILE_TOO_LARGE, Pictures.MOST_BYTES >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNREADABLE, file.toString());
        }
    }

    static String text(Product product) {
        return PictureDraft.text(product.record().images().stream()
                .map(image -> new PictureDraft(
                        image.blob().ref(),
                        image.blob().mimeType(),
                        image.width(),
                        image.height(),
                        image.blob().size(),
                        image.alt()))
                .toList());
    }

    /** As a record holds them. */
    static List<Image> images(String pictures) {
        return PictureDraft.list(pictures).stream()
                .map(one -> new Image(
                        new Blob(one.cid(), one.type(), one.size()),
                        Texts.clean(one.alt(), false),
                        one.width(),
                        one.height()))
                .toList();
    }
}
