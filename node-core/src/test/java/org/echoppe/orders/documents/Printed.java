package org.echoppe.orders.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A file as its reader finds it. */
public record Printed(byte[] file) {
    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try (var document = Loader.loadPDF(file)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T with(Function<PDDocument, T> reading) {
        return read(reading::apply);
    }

    public int pages() {
        return read(PDDocument::getNumberOfPages);
    }

    /** What is copied from it, with plain spaces. */
    public String text() {
        return read(document -> plain(new PDFTextStripper().getText(document)));
    }

    /** @param page from 1 */
    String text(int page) {
        return read(document -> {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return plain(stripper.getText(document));
        });
    }

    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }

    /** @param page from 0 */
    public BufferedImage picture(int page, int dotsPerInch) {
        return read(document -> new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch));
    }

    /** Every QR code on the first page. */
    public List<String> codes() {
        try {
            return Arrays.stream(
                            new QRCodeMultiReader().decodeMultiple(bitmap(), Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText)
                    .toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    /** The QR code on the first page. */
    String code() {
        try {
            return new QRCodeReader()
                    .decode(bitmap(), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException e) {
            return "";
        } catch (ReaderException e) {
            throw new IllegalStateException(e);
        }
    }

    private BinaryBitmap bitmap() {
        var picture = picture(0, 200);
        int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots)));
    }

    /** Whether nothing was drawn in this border, in points. */
    boolean clean(int page, float border) {
        var picture = picture(page, 72);
        int rim = (int) border;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean inside = x >= rim && y >= rim && x < picture.getWidth() - rim && y < picture.getHeight() - rim;
                if (!inside && (picture.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    return false;
                }
            }
        }
        return true;
    }
}
