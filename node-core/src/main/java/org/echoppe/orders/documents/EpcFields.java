package org.echoppe.orders.documents;

import java.util.LinkedHashMap;
import org.echoppe.domain.Iban;
import org.echoppe.domain.Money;
import org.echoppe.repo.Ipld;

/** The code of a transfer as fields and back; its amount is cents. */
final class EpcFields {
    private EpcFields() {}

    static Ipld.Fields of(EpcCode code) {
        var fields = new LinkedHashMap<String, Ipld>();
        fields.put("holder", new Ipld.Text(code.holder()));
        fields.put("iban", new Ipld.Text(code.iban().value()));
        fields.put("bic", new Ipld.Text(code.bic()));
        fields.put("amount", new Ipld.Int(code.amount().minorUnits()));
        switch (code.reference()) {
            case EpcCode.Reference.Words(String text) -> fields.put("words", new Ipld.Text(text));
            case EpcCode.Reference.Creditor(var number) -> fields.put("creditor", new Ipld.Text(number.value()));
        }
        return new Ipld.Fields(fields);
    }

    static EpcCode code(Ipld.Fields fields) {
        var reference = fields.text("creditor")
                .<EpcCode.Reference>map(number -> new EpcCode.Reference.Creditor(new CreditorReference(number)))
                .orElseGet(() -> new EpcCode.Reference.Words(BillCodec.text(fields, "words")));
        return new EpcCode(
                BillCodec.text(fields, "holder"),
                new Iban(BillCodec.text(fields, "iban")),
                BillCodec.text(fields, "bic"),
                new Money(BillCodec.integer(fields, "amount"), Money.EUR),
                reference);
    }
}
