package org.echoppe.records;

import java.util.Optional;
import org.echoppe.repo.Ipld;

/**
 * Where a shopper may transfer money to.
 *
 * @param holder the account's, at most 70 characters, as EPC069-12 allows
 * @param iban without spaces
 * @param bic empty where the IBAN says enough
 */
public record BankTransfer(String holder, String iban, String bic) {
    static final Schema SCHEMA = new Schema()
            .required("holder", Shape.line(70))
            .required("iban", Shape.line(34))
            .optional("bic", Shape.line(11));

    static Optional<BankTransfer> of(Ipld.Fields fields) {
        return fields.text("iban")
                .map(iban -> new BankTransfer(
                        fields.text("holder").orElse(""),
                        iban,
                        fields.text("bic").orElse("")));
    }

    Ipld.Fields toFields() {
        var fields = Changes.with(Changes.NOTHING, "holder", holder);
        fields = Changes.with(fields, "iban", iban);
        return Changes.with(fields, "bic", bic);
    }
}
