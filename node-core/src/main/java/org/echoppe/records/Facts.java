package org.echoppe.records;

import org.echoppe.repo.Ipld;

/** What the law wants shown before a sale: food's ingredients and allergens, who made it, how to use it safely. */
public record Facts(String ingredients, String allergens, String manufacturer, String safety) {
    static final int LENGTH = 5_000;

    static final Schema SCHEMA = new Schema()
            .optional("ingredients", Shape.lines(LENGTH))
            .optional("allergens", Shape.lines(LENGTH))
            .optional("manufacturer", Shape.lines(LENGTH))
            .optional("safety", Shape.lines(LENGTH));

    public static final Facts NONE = new Facts("", "", "", "");

    static Facts of(Ipld.Fields fields) {
        return new Facts(
                fields.text("ingredients").orElse(""),
                fields.text("allergens").orElse(""),
                fields.text("manufacturer").orElse(""),
                fields.text("safety").orElse(""));
    }

    Ipld.Fields toFields() {
        var fields = Changes.with(Changes.NOTHING, "ingredients", ingredients);
        fields = Changes.with(fields, "allergens", allergens);
        fields = Changes.with(fields, "manufacturer", manufacturer);
        return Changes.with(fields, "safety", safety);
    }
}
