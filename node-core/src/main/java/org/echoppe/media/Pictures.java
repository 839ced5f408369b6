package org.echoppe.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/** Pictures made anew from what somebody sent: a browser never gets foreign bytes, only pixels that were decoded here. */
public final class Pictures {
    /** The widths, in pixels, that a page may ask for. */
    public static final java.util.List<Integer> WIDTHS = java.util.List.of(160, 320, 480, 960, 1_600);

    /** The long side of a picture that is published, in pixels. */
    public static final int LONG_SIDE = 1_600;

    /** Bytes of a file that is taken: what a camera makes, and not a film. */
    public static final int MOST_BYTES = 40 << 20;

    /** Of a picture that came from elsewhere. */
    private static final int FOREIGN_MEGAPIXELS = 20;

    /** Of one that the shopkeeper chose: newer phones make 50. */
    private static final int OWN_MEGAPIXELS = 80;

    private static final int MAX_SIDE = 30_000;

    /** Pixels of a side up to which all are unpacked: to leave some out costs sharpness. */
    private static final int ENOUGH = 2_000;

    /** Of what is decoded, at most so many pixels are kept in memory: with four bytes each, 24 MB a picture. */
    private static final int KEPT_PIXELS = 6_000_000;

    private static final double JPEG_QUALITY = 0.82;
    private static final double LEAST_QUALITY = 0.4;
    private static final double QUALITY_STEP = 0.14;

    /** Decoding takes four bytes a pixel: two at a time keep a small PC alive. */
    private final Semaphore decoding = new Semaphore(2);

    /**
     * The picture as a JPEG at most {@code width} wide, never enlarged, on white where it was transparent.
     *
     * @return empty when the bytes are no JPEG, PNG, GIF or WebP, are broken, or would unpack to too many pixels
     */
    public Optional<byte[]> jpeg(byte[] original, int width) {
        return jpeg(() -> Optional.of(original), width);
    }

    /** @param original read when it is its turn: those who wait hold no bytes */
    public Optional<byte[]> jpeg(Supplier<Optional<byte[]>> original, int width) {
        decoding.acquireUninterruptibly();
        try {
            return original.get()
                    .map(bytes ->
                            encode(decode(bytes, FOREIGN_MEGAPIXELS, width), width, Integer.MAX_VALUE, JPEG_QUALITY));
        } catch (Rejected e) {
            return Optional.empty();
        } finally {
            decoding.release();
        }
    }

    /**
     * What a shopkeeper chose, made ready to be published: turned upright, at most {@value #LONG_SIDE} pixels long, without
     * place and camera, small enough for a blob.
     *
     * @throws Rejected PICTURE_UNKNOWN, PICTURE_HEIC, PICTURE_BROKEN, PICTURE_TOO_LARGE, FILE_TOO_LARGE
     */
    public NewPicture prepared(byte[] chosen) {
        if (chosen.length > MOST_BYTES) {
            throw Rejected.because(Fault.FILE_TOO_LARGE, MOST_BYTES >> 20);
        }
        if (PictureKind.of(chosen) == PictureKind.JPEG && !JpegEnd.isThere(chosen)) {
            throw Rejected.because(Fault.PICTURE_BROKEN);
        }
        decoding.acquireUninterruptibly();
        try {
            var shrunk = onWhite(shrunk(decode(chosen, OWN_MEGAPIXELS, LONG_SIDE), LONG_SIDE, LONG_SIDE));
            return small(Orientation.upright(shrunk, Orientation.of(chosen)));
        } finally {
            decoding.release();
        }
    }

    /**
     * The same for what was copied in another program.
     *
     * @throws Rejected PICTURE_TOO_LARGE
     */
    public NewPicture prepared(BufferedImage copied) {
        if ((long) copied.getWidth() * copied.getHeight() > OWN_MEGAPIXELS * 1_000_000L) {
            throw Rejected.because(Fault.PICTURE_TOO_LARGE, OWN_MEGAPIXELS);
        }
        return small(shrunk(onWhite(copied), LONG_SIDE, LONG_SIDE));
    }

    /**
     * What a shopkeeper chose, to be looked at by this program alone: at most {@value #KEPT_PIXELS} pixels or so, on white.
     *
     * @throws Rejected PICTURE_UNKNOWN, PICTURE_HEIC, PICTURE_BROKEN, PICTURE_TOO_LARGE, FILE_TOO_LARGE
     */
    public BufferedImage opened(byte[] chosen) {
        if (chosen.length > MOST_BYTES) {
            throw Rejected.because(Fault.FILE_TOO_LARGE, MOST_BYTES >> 20);
        }
        decoding.acquireUninterruptibly();
        try {
            return onWhite(decode(chosen, OWN_MEGAPIXELS, LONG_SIDE));
        } finally {
            decoding.release();
        }
    }

    /**
     * The same for what was copied in another program.
     *
     * @throws Rejected PICTURE_TOO_LARGE
     */
    public BufferedImage opened(BufferedImage copied) {
        if ((long) copied.getWidth() * copied.getHeight() > FOREIGN_MEGAPIXELS * 1_000_000L) {
            throw Rejected.because(Fault.PICTURE_TOO_LARGE, FOREIGN_MEGAPIXELS);
        }
        return onWhite(copied);
    }

    private static NewPicture small(BufferedImage image) {
        double quality = JPEG_QUALITY;
        byte[] jpeg = encode(image, image.getWidth(), image.getHeight(), quality);
        while (jpeg.length > Blobs.MAX_LENGTH && quality > LEAST_QUALITY) {
            quality -= QUALITY_STEP;
            jpeg = encode(image, image.getWidth(), image.getHeight(), quality);
        }
        // noise alone stays so large: fewer pixels help where less quality does not
        return jpeg.length <= Blobs.MAX_LENGTH
                ? new NewPicture(jpeg, image.getWidth(), image.getHeight())
                : small(shrunk(image, image.getWidth() / 2, image.getHeight() / 2));
    }

    /** A picture of our own making as a JPEG that fits into a blob. */
    public static byte[] drawn(BufferedImage image) {
        return encode(image, image.getWidth(), image.getHeight(), JPEG_QUALITY);
    }

    /** @param side so many pixels are needed on a side: of a much larger picture not all are unpacked */
    private static BufferedImage decode(byte[] bytes, int megapixels, int side) {
        var kind = PictureKind.of(bytes);
        if (kind == PictureKind.HEIC) {
            throw Rejected.because(Fault.PICTURE_HEIC);
        }
        if (!kind.isReadable()) {
            throw Rejected.because(Fault.PICTURE_UNKNOWN);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            // the header alone: a bomb is refused before it is unpacked
            checkSize(reader.getWidth(0), reader.getHeight(0), megapixels);
            int step = step(reader.getWidth(0), reader.getHeight(0), side);
            var wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, wanted);
        } catch (Rejected e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // a decoder fed with hostile bytes throws what it likes: all of it means "not a picture"
            throw Rejected.because(Fault.PICTURE_BROKEN);
        } finally {
            reader.dispose();
        }
    }

    /** Only every so manyth pixel of every so manyth line is kept, yet about twice as many as the side wants. */
    private static int step(int width, int height, int side) {
        int spare = Math.min(width, height) / Math.max(2 * side, ENOUGH);
        int crowded = (int) Math.ceil(Math.sqrt((double) width * height / KEPT_PIXELS));
        return Math.max(1, Math.max(spare, crowded));
    }

    private static void checkSize(long width, long height, int megapixels) throws IIOException {
        if (width < 1 || height < 1) {
            throw new IIOException("no pixels");
        }
        if (width > MAX_SIDE || height > MAX_SIDE || width * height > megapixels * 1_000_000L) {
            throw Rejected.because(Fault.PICTURE_TOO_LARGE, megapixels);
        }
    }

    private static byte[] encode(BufferedImage image, int width, int height, double quality) {
        var output = new ByteArrayOutputStream();
        try {
            Thumbnails.of(onWhite(shrunk(image, width, height)))
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(quality)
                    .toOutputStream(output);
            return output.toByteArray();
        } catch (IOException e) {
            throw Rejected.because(Fault.PICTURE_BROKEN);
        }
    }

    private static BufferedImage shrunk(BufferedImage image, int width, int height) {
        if (image.getWidth() <= width && image.getHeight() <= height) {
            return image;
        }
        double scale = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
        try {
            return Thumbnails.of(image)
                    .forceSize(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                            Math.round(image.getHeight() * scale)))
                    .asBufferedImage();
        } catch (IOException e) {
            throw Rejected.because(Fault.PICTURE_BROKEN);
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = opaque.createGraphics();
        pen.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        pen.dispose();
        return opaque;
    }
}
