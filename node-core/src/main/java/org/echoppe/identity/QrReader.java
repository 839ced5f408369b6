package org.echoppe.identity;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a QR code in a picture: photographed or copied from a screen, small or large, also light on dark. */
public final class QrReader {
    private static final Map<DecodeHintType, Boolean> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);
    /** Pixels of the shorter side below which no code of ours has room. */
    private static final int LEAST = 50;

    private QrReader() {}

    /**
     * What stands in the code; empty when there is none, or none that can be read.
     *
     * @param rgb one number a pixel, row by row; what lies above 24 bits does not count
     */
    public static Optional<String> read(int[] rgb, int width, int height) {
        LuminanceSource source = new RGBLuminanceSource(width, height, rgb);
        // a photo of a screen shows the screen's own grid, and one that is not sharp has broad edges: both go with size
        while (Math.min(source.getWidth(), source.getHeight()) >= LEAST) {
            var found = read(source);
            if (found.isPresent()) {
                return found;
            }
            source = halved(source);
        }
        return Optional.empty();
    }

    private static Optional<String> read(LuminanceSource source) {
        return Stream.of(
                        new HybridBinarizer(source),
                        new GlobalHistogramBinarizer(source),
                        new HybridBinarizer(source.invert()))
                .flatMap(binarizer -> read(new BinaryBitmap(binarizer)).stream())
                .findFirst();
    }

    private static Optional<String> read(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (ReaderException | RuntimeException e) {
            // a decoder fed with hostile pixels throws what it likes: all of it means "no code"
            return Optional.empty();
        }
    }

    private static LuminanceSource halved(LuminanceSource source) {
        int across = source.getWidth();
        int width = across / 2;
        int height = source.getHeight() / 2;
        byte[] from = source.getMatrix();
        byte[] to = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 2 * y * across + 2 * x;
                int sum = (from[at] & 0xff)
                        + (from[at + 1] & 0xff)
                        + (from[at + across] & 0xff)
                        + (from[at + across + 1] & 0xff);
                to[y * width + x] = (byte) (sum / 4);
            }
        }
        return new PlanarYUVLuminanceSource(to, width, height, 0, 0, width, height, false);
    }
}
