package org.echoppe.app;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;

/** Writes pictures of a window to target/screens while the test goes on. */
final class Pictures implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "screens");
    /** Packing them tighter takes longer than all the rest of a test. */
    private static final float LOOSE = 0.8f;

    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    void keep(String name, WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        writer.execute(() -> write(name, copy));
    }

    private static void write(String name, BufferedImage image) {
        var png = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "png")
                .next();
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(name + ".png");
            Files.deleteIfExists(file);
            try (var output = ImageIO.createImageOutputStream(file.toFile())) {
                var how = png.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(LOOSE);
                png.setOutput(output);
                png.write(null, new IIOImage(image, null, null), how);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            png.dispose();
        }
    }

    /** Waits until all of them are written. */
    @Override
    public void close() {
        writer.close();
    }
}
