package org.echoppe.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;

/** Pictures made anew from what somebody sent: a browser never gets foreign bytes, only pixels that were decoded here. */
public final class Pictures {
    /** The widths, in pixels, that a page may ask for. */
    public static final java.util.List<Integer> WIDTHS = java.util.List.of(160, 480, 960);

    private static final long MAX_PIXELS = 20_000_000;
    /** Of what is decoded, at most so many pixels are kept in memory: with four bytes each, 24 MB a picture. */
    private static final double KEPT_PIXELS = 6_000_000;

    private static final double JPEG_QUALITY = 0.82;

    /** Two at a time keep a small PC alive. */
    private final Semaphore decoding = new Semaphore(2);

    /**
     * The picture as a JPEG at most {@code width} wide, never enlarged, on white where it was transparent.
     *
     * @return empty when the bytes are no JPEG, PNG or GIF, are broken, or would unpack to more than 20 million pixels
     */
    public Optional<byte[]> jpeg(byte[] original, int width) {
        decoding.acquireUninterruptibly();
        try {
            return decode(original, width).flatMap(image -> encode(image, width));
        } finally {
            decoding.release();
        }
    }

    /** A picture of our own making as a JPEG that fits into a blob. */
    public static byte[] drawn(BufferedImage image) {
        return encode(image, image.getWidth()).orElseThrow();
    }

    /** Of a large picture only every nth pixel of every nth line, yet twice as many as the width wants. */
    private static Optional<BufferedImage> decode(byte[] bytes, int width) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                // the header alone: a bomb is refused before it is unpacked
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MAX_PIXELS) {
                    return Optional.empty();
                }
                int step = Math.max(reader.getWidth(0) / (2 * width), (int) Math.ceil(Math.sqrt(pixels / KEPT_PIXELS)));
                var sparse = reader.getDefaultReadParam();
                sparse.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
                return Optional.of(reader.read(0, sparse));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // a decoder fed with hostile bytes throws what it likes: all of it means "not a picture"
            return Optional.empty();
        }
    }

    private static Optional<byte[]> encode(BufferedImage image, int width) {
        var output = new ByteArrayOutputStream();
        try {
            var small = Thumbnails.of(image)
                    .width(Math.min(width, image.getWidth()))
                    .asBufferedImage();
            Thumbnails.of(onWhite(small))
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(JPEG_QUALITY)
                    .toOutputStream(output);
            return Optional.of(output.toByteArray());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = opaque.createGraphics();
        pen.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        pen.dispose();
        return opaque;
    }
}
