package org.echoppe.identity;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code as a matrix of dark and light modules, without the quiet zone of {@value #QUIET} modules. */
public final class QrCode {
    /** The empty border that readers need, in modules. */
    public static final int QUIET = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * Error correction M: up to 15 % of the code may be dirty.
     *
     * @throws IllegalArgumentException when the text does not fit, over 2,331 bytes of UTF-8
     */
    public static QrCode of(String text) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new QrCode(
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** Modules on a side. */
    public int size() {
        return modules.getWidth();
    }

    /** Light outside the matrix. */
    public boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y) == 1;
    }

    /** The {@code d} of one SVG path in units of a module; with its quiet zone the viewBox is {@code -4 -4 size+8 size+8}. */
    public String svgPath() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int end = x;
                while (dark(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                    x = end;
                }
            }
        }
        return path.toString();
    }

    /** For a terminal with light letters on dark, quiet zone included: a character is two modules, one above the other. */
    public String text() {
        var text = new StringBuilder();
        for (int y = -QUIET; y < size() + QUIET; y += 2) {
            for (int x = -QUIET; x < size() + QUIET; x++) {
                text.append(block(dark(x, y), dark(x, y + 1)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Light modules are the ones printed, as the terminal's letters are light. */
    private static char block(boolean above, boolean below) {
        if (above) {
            return below ? ' ' : '▄';
        }
        return below ? '▀' : '█';
    }
}
