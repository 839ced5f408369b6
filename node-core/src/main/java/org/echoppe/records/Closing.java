package org.echoppe.records;

import java.time.LocalDate;
import java.util.Optional;
import org.echoppe.repo.Ipld;

/** Days, first and last included, on which the shop is closed whatever the week's hours say. */
public record Closing(LocalDate from, LocalDate to, String reason) {
    static final Schema SCHEMA = new Schema()
            .required("from", Shape.date())
            .required("to", Shape.date())
            .optional("reason", Shape.line(200));

    static Optional<Closing> of(Ipld.Fields fields) {
        return Changes.parsed(fields, "from", LocalDate::parse)
                .flatMap(from -> Changes.parsed(fields, "to", LocalDate::parse)
                        .map(to -> new Closing(from, to, fields.text("reason").orElse(""))));
    }

    Ipld.Fields toFields() {
        var fields = Changes.with(Changes.NOTHING, "from", from.toString());
        fields = Changes.with(fields, "to", to.toString());
        return Changes.with(fields, "reason", reason);
    }
}
