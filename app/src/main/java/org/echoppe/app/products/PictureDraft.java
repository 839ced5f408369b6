package org.echoppe.app.products;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.echoppe.domain.Cid;

/**
 * A picture as the form shows it: kept by the shop already, and hung up when the product is saved.
 *
 * @param width in pixels
 * @param height in pixels
 * @param size in bytes
 * @param alt what it shows, for who cannot see it
 */
public record PictureDraft(Cid cid, String type, int width, int height, long size, String alt) {
    private static final int PARTS = 6;
    private static final int ALT = 1_000;

    /** @param other is cut where the record would refuse it */
    PictureDraft withAlt(String other) {
        String alternative = other.substring(0, Math.min(other.length(), ALT));
        return new PictureDraft(cid, type, width, height, size, alternative);
    }

    /** Pictures as one text, a line each, so that they stand in a form like any other field. */
    public static String text(List<PictureDraft> pictures) {
        return pictures.stream()
                .map(one -> String.join(
                        "\t",
                        one.cid.toString(),
                        one.type,
                        Integer.toString(one.width),
                        Integer.toString(one.height),
                        Long.toString(one.size),
                        one.alt.replaceAll("[\\t\\n\\r]+", " ")))
                .collect(Collectors.joining("\n"));
    }

    public static List<PictureDraft> list(String text) {
        return Arrays.stream(text.split("\n"))
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == PARTS)
                .map(parts -> new PictureDraft(
                        Cid.parse(parts[0]),
                        parts[1],
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]),
                        Long.parseLong(parts[4]),
                        parts[5]))
                .toList();
    }
}
