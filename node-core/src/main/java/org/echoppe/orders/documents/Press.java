package org.echoppe.orders.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.echoppe.orders.documents.Sheet.Extent;
import org.echoppe.orders.documents.Sheet.PageHead;

/**
 * Makes the file: what is written is laid out twice, first to know how long it gets. The same input gives the same bytes, so
 * that a document printed again is the same one.
 *
 * @param at the instant that the document bears
 */
record Press(Paper paper, Texts texts, String title, Instant at, ZoneId zone) {
    private static final String PRODUCER = "Échoppe";

    /** What no XML may hold. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\ufffe\uffff]");

    Press {
        title = NO_TEXT.matcher(title).replaceAll("");
    }

    byte[] print(PageHead head, Consumer<Sheet> writing) {
        try (var document = new PDDocument()) {
            var letters = new Letters(document);
            var extent = layOut(
                    Canvas.blind(paper, letters), letters, new Tags(), new Extent(0, paper.height()), head, writing);
            var tags = new Tags();
            layOut(new Canvas(document, paper, letters, tags), letters, tags, extent, head, writing);
            tags.finish(document);
            describe(document);
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Extent layOut(
            Canvas canvas, Letters letters, Tags tags, Extent extent, PageHead head, Consumer<Sheet> writing) {
        try (canvas) {
            var sheet = new Sheet(canvas, letters, tags, paper, extent, head);
            writing.accept(sheet);
            if (letters.incomplete()) {
                sheet.gap(6);
                sheet.text("P", texts.say("letters.unknown", Letters.UNKNOWN), Style.muted(8));
            }
            return sheet.extent();
        }
    }

    private void describe(PDDocument document) throws IOException {
        var info = document.getDocumentInformation();
        info.setTitle(title);
        info.setProducer(PRODUCER);
        info.setCreationDate(calendar());
        document.setDocumentId(at.toEpochMilli());
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(texts.language().locale().toLanguageTag());
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp().getBytes(StandardCharsets.UTF_8))));
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private Calendar calendar() {
        return GregorianCalendar.from(at.atZone(zone));
    }

    /** The same once more, as the Extensible Metadata Platform wants it (ISO 16684-1). */
    private String xmp() {
        return """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%s</xmp:CreateDate>
            <pdf:Producer>%s</pdf:Producer>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""".formatted(
                        escaped(title),
                        texts.language().locale().toLanguageTag(),
                        at.atZone(zone).toOffsetDateTime(),
                        PRODUCER);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
