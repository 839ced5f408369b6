package org.echoppe.orders.documents;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.echoppe.identity.QrCode;
import org.echoppe.orders.documents.Style.Tone;
import org.jspecify.annotations.Nullable;

/** Draws on pages; lengths are points from the top left corner of the page. */
final class Canvas implements AutoCloseable {
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
    private static final Color INK = new Color(0x1F2421);
    private static final Color MUTED = new Color(0x5C625D);
    private static final Color LINE = new Color(0xBDB7A8);
    private static final float HAIRLINE = 0.6f;

    private final @Nullable PDDocument document;
    private final Paper paper;
    private final Letters letters;
    private final Tags tags;
    private @Nullable PDPage page;
    private @Nullable PDPageContentStream stream;
    private float height;

    Canvas(@Nullable PDDocument document, Paper paper, Letters letters, Tags tags) {
        this.document = document;
        this.paper = paper;
        this.letters = letters;
        this.tags = tags;
    }

    /** One that keeps nothing of what is drawn. */
    static Canvas blind(Paper paper, Letters letters) {
        return new Canvas(null, paper, letters, new Tags());
    }

    private interface Drawing {
        void on(PDPageContentStream stream, PDPage page) throws IOException;
    }

    void newPage(float high) {
        close();
        height = high;
        if (document == null) {
            return;
        }
        page = new PDPage(new PDRectangle(paper.width(), high));
        document.addPage(page);
        try {
            stream = new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One line of the part that is open.
     *
     * @param top of the line
     * @param text as {@link Letters#printable} gives it
     */
    void text(String text, float left, float top, Style style) {
        draw((on, sheet) -> {
            on.beginMarkedContent(COSName.P, tags.mark(sheet));
            write(on, text, left, top, style);
            on.endMarkedContent();
        });
    }

    /** One line that belongs to the page and not to the text: its number, a heading that is repeated. */
    void aside(String text, float left, float top, Style style) {
        artifact(on -> write(on, text, left, top, style));
    }

    private void write(PDPageContentStream on, String text, float left, float top, Style style) throws IOException {
        on.beginText();
        on.setNonStrokingColor(paper == Paper.ROLL ? Color.BLACK : style.tone() == Tone.INK ? INK : MUTED);
        on.setFont(letters.font(style.face()), style.size());
        on.newLineAtOffset(left, height - top - style.ascent());
        on.showText(Direction.visual(text));
        on.endText();
    }

    void rule(float left, float top, float right) {
        artifact(on -> {
            pen(on, LINE, HAIRLINE);
            on.moveTo(left, height - top);
            on.lineTo(right, height - top);
            on.stroke();
        });
    }

    void frame(float left, float top, float width, float high, float thick) {
        artifact(on -> {
            pen(on, INK, thick);
            on.addRect(left, height - top - high, width, high);
            on.stroke();
        });
    }

    /** A code of this width, quiet zone included, with what is read out instead of it. */
    void code(QrCode code, float left, float top, float width, String words) {
        float module = width / (code.size() + 2 * QrCode.QUIET);
        tags.open("Figure");
        tags.describe(words);
        draw((on, sheet) -> {
            on.beginMarkedContent(COSName.getPDFName("Figure"), tags.mark(sheet));
            on.setNonStrokingColor(Color.BLACK);
            for (int y = 0; y < code.size(); y++) {
                int x = 0;
                while (x < code.size()) {
                    int end = x;
                    while (code.dark(end, y)) {
                        end++;
                    }
                    if (end > x) {
                        float across = left + (QrCode.QUIET + x) * module;
                        float down = height - top - (QrCode.QUIET + y + 1) * module;
                        on.addRect(across, down, (end - x) * module, module);
                    }
                    x = end + 1;
                }
            }
            on.fill();
            on.endMarkedContent();
        });
        tags.close();
    }

    private void pen(PDPageContentStream on, Color color, float thick) throws IOException {
        on.setStrokingColor(paper == Paper.ROLL ? Color.BLACK : color);
        on.setLineWidth(thick);
    }

    private interface Ornament {
        void on(PDPageContentStream stream) throws IOException;
    }

    private void artifact(Ornament ornament) {
        draw((on, sheet) -> {
            on.beginMarkedContent(ARTIFACT);
            ornament.on(on);
            on.endMarkedContent();
        });
    }

    private void draw(Drawing drawing) {
        if (stream == null || page == null) {
            return;
        }
        try {
            drawing.on(stream, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (stream != null) {
                stream.close();
                stream = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
