package org.echoppe.orders.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.echoppe.orders.documents.Style.Face;

/**
 * The letters of one document, embedded: Latin, Greek, Cyrillic and Hebrew. Any other letter is printed as {@value #UNKNOWN},
 * so that nobody takes a cut name for a whole one.
 */
final class Letters {
    static final String UNKNOWN = "□";

    private record Loaded(PDType0Font font, CmapLookup glyphs) {}

    private final PDDocument document;
    private final Map<Face, Loaded> faces = new EnumMap<>(Face.class);
    private boolean incomplete;

    Letters(PDDocument document) {
        this.document = document;
    }

    /** Whether a letter was asked for that there is none of. */
    boolean incomplete() {
        return incomplete;
    }

    PDType0Font font(Face face) {
        return loaded(face).font;
    }

    /** The width of a text that {@link #printable} gave back, in points. */
    float width(String text, Style style) {
        try {
            return font(style.face()).getStringWidth(text) / 1000 * style.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as one line, without what has no shape. */
    String printable(String text, Face face) {
        var glyphs = loaded(face).glyphs;
        var clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter)) {
                clean.append(' ');
            } else if (hasShape(letter) && !(isMark(letter) && endsWord(clean))) {
                boolean known = glyphs.getGlyphId(letter) != 0;
                incomplete |= !known;
                clean.append(known ? Character.toString(letter) : UNKNOWN);
            }
        });
        return clean.toString();
    }

    private static boolean hasShape(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT -> false;
            default -> !isVariationSelector(letter);
        };
    }

    /** Whether it stands over or under the letter before it. */
    static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** A mark with no letter to stand on would reach out of the line. */
    private static boolean endsWord(StringBuilder text) {
        return text.isEmpty() || Character.isSpaceChar(text.codePointBefore(text.length()));
    }

    private static boolean isVariationSelector(int letter) {
        return (letter >= 0xFE00 && letter <= 0xFE0F) || (letter >= 0xE0100 && letter <= 0xE01EF);
    }

    private Loaded loaded(Face face) {
        return faces.computeIfAbsent(face, this::load);
    }

    private Loaded load(Face face) {
        try (var file = Objects.requireNonNull(Letters.class.getResourceAsStream(face.file()), face.file())) {
            var letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
            letters.setEnableGsub(false); // « fi » as one glyph could not be found or copied as two letters
            return new Loaded(PDType0Font.load(document, letters, true), letters.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
