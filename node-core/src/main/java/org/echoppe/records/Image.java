package org.echoppe.records;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.echoppe.repo.Ipld;

/**
 * A picture of a product.
 *
 * @param alt what it shows, for who cannot see it
 * @param width in pixels; 0 where it is not known
 * @param height in pixels; 0 where it is not known
 */
public record Image(Blob blob, String alt, int width, int height) {
    private static final int MOST_PIXELS = 65_535;

    static final Schema SCHEMA = new Schema()
            .required("blob", Blob.SCHEMA)
            .optional("alt", Shape.lines(1_000))
            .optional("width", Shape.integer(1, MOST_PIXELS))
            .optional("height", Shape.integer(1, MOST_PIXELS));

    static Optional<Image> of(Ipld.Fields fields) {
        return fields.fields("blob")
                .flatMap(Blob::of)
                .map(blob -> new Image(
                        blob, fields.text("alt").orElse(""), pixels(fields, "width"), pixels(fields, "height")));
    }

    private static int pixels(Ipld.Fields fields, String name) {
        return fields.integer(name)
                .filter(pixels -> pixels > 0 && pixels <= MOST_PIXELS)
                .map(Long::intValue)
                .orElse(0);
    }

    Ipld.Fields toFields() {
        var entries = new LinkedHashMap<String, Ipld>();
        entries.put("blob", blob.toFields());
        if (!alt.isEmpty()) {
            entries.put("alt", new Ipld.Text(alt));
        }
        if (width > 0 && height > 0) {
            entries.put("width", new Ipld.Int(width));
            entries.put("height", new Ipld.Int(height));
        }
        return new Ipld.Fields(entries);
    }
}
