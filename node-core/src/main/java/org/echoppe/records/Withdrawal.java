package org.echoppe.records;

import java.util.Map;
import org.echoppe.repo.Ipld;

/**
 * Whether a shopper may change their mind after a distance sale.
 *
 * @param reason why not, where the law lets a merchant exclude it: perishable, made to measure, unsealed
 */
public record Withdrawal(boolean allowed, String reason) {
    static final Schema SCHEMA = new Schema().required("allowed", Shape.bool()).optional("reason", Shape.line(200));

    static Withdrawal of(Ipld.Fields fields) {
        return new Withdrawal(fields.isTrue("allowed"), fields.text("reason").orElse(""));
    }

    Ipld.Fields toFields() {
        return Changes.with(new Ipld.Fields(Map.of("allowed", new Ipld.Bool(allowed))), "reason", reason);
    }
}
