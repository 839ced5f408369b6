package org.echoppe.app;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.echoppe.identity.QrCode;

/** Pictures as a shopkeeper gets them: of codes, and of other things. */
record CodePictures(Path folder) {
    private static final int MODULE = 5;

    /** A code that says this. */
    Path of(String text) {
        var code = QrCode.of(text);
        int side = (code.size() + 2 * QrCode.QUIET) * MODULE;
        var image = white(side, side);
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.dark(x, y)) {
                    pen.fillRect((x + QrCode.QUIET) * MODULE, (y + QrCode.QUIET) * MODULE, MODULE, MODULE);
                }
            }
        }
        pen.dispose();
        return kept("code" + Integer.toHexString(text.hashCode()) + ".png", image);
    }

    /** The one that stands at a shop's door. */
    Path page() {
        return of("https://192.168.1.31:8443/fr/shops/" + FakeShop.DID.value());
    }

    Path empty() {
        return kept("empty.png", white(300, 200));
    }

    Path noPicture() {
        try {
            return Files.writeString(folder.resolve("code.jpg"), "<svg onload=alert(1)>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage white(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    private Path kept(String name, BufferedImage image) {
        var file = folder.resolve(name);
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
