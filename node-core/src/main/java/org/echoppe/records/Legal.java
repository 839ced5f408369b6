package org.echoppe.records;

import org.echoppe.repo.Ipld;

/**
 * Who stands behind the shop, and on what terms it sells.
 *
 * @param notice the legal notice: who publishes the page, who hosts it
 * @param privacy what becomes of what a shopper writes
 */
public record Legal(
        String companyName,
        String registrationId,
        String vatId,
        String terms,
        String withdrawal,
        String mediator,
        String notice,
        String privacy) {
    private static final int LENGTH = 20_000;

    static final Schema SCHEMA = new Schema()
            .optional("companyName", Shape.line(200))
            .optional("registrationId", Shape.line(100))
            .optional("vatId", Shape.line(40))
            .optional("terms", Shape.lines(LENGTH))
            .optional("withdrawal", Shape.lines(LENGTH))
            .optional("mediator", Shape.lines(LENGTH))
            .optional("notice", Shape.lines(LENGTH))
            .optional("privacy", Shape.lines(LENGTH));

    public static final Legal NONE = new Legal("", "", "", "", "", "", "", "");

    static Legal of(Ipld.Fields fields) {
        return new Legal(
                fields.text("companyName").orElse(""),
                fields.text("registrationId").orElse(""),
                fields.text("vatId").orElse(""),
                fields.text("terms").orElse(""),
                fields.text("withdrawal").orElse(""),
                fields.text("mediator").orElse(""),
                fields.text("notice").orElse(""),
                fields.text("privacy").orElse(""));
    }

    Ipld.Fields toFields() {
        var fields = Changes.with(Changes.NOTHING, "companyName", companyName);
        fields = Changes.with(fields, "registrationId", registrationId);
        fields = Changes.with(fields, "vatId", vatId);
        fields = Changes.with(fields, "terms", terms);
        fields = Changes.with(fields, "withdrawal", withdrawal);
        fields = Changes.with(fields, "mediator", mediator);
        fields = Changes.with(fields, "notice", notice);
        return Changes.with(fields, "privacy", privacy);
    }
}
