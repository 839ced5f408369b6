package org.echoppe.records;

import org.echoppe.repo.Ipld;

/**
 * Where a shop is.
 *
 * @param country two letters, ISO 3166-1
 */
public record Address(String street, String postalCode, String locality, String country) {
    static final Schema SCHEMA = new Schema()
            .optional("street", Shape.line(200))
            .optional("postalCode", Shape.line(20))
            .optional("locality", Shape.line(100))
            .optional("country", Shape.country());

    public static Address of(Ipld.Fields fields) {
        return new Address(
                fields.text("street").orElse(""),
                fields.text("postalCode").orElse(""),
                fields.text("locality").orElse(""),
                fields.text("country").orElse(""));
    }

    public Ipld.Fields toFields() {
        var fields = Changes.with(Changes.NOTHING, "street", street);
        fields = Changes.with(fields, "postalCode", postalCode);
        fields = Changes.with(fields, "locality", locality);
        return Changes.with(fields, "country", country);
    }
}
