package org.echoppe.records;

import java.util.Optional;
import org.echoppe.repo.Ipld;

/**
 * How much of it one buys, for the unit price: 500 g is {@code new Measure(500, Unit.KG)}.
 *
 * @param quantity in thousandths of the unit, above zero
 */
public record Measure(long quantity, Unit unit) {
    static final Schema SCHEMA = new Schema()
            .required("quantity", Shape.integer(1, 1_000_000_000_000L))
            .required("unit", Shape.choice(Unit.codes()));

    static Optional<Measure> of(Ipld.Fields fields) {
        return fields.integer("quantity")
                .filter(quantity -> quantity > 0)
                .flatMap(quantity -> fields.text("unit").flatMap(Unit::of).map(unit -> new Measure(quantity, unit)));
    }

    Ipld.Fields toFields() {
        var fields = new Ipld.Fields(java.util.Map.of("quantity", new Ipld.Int(quantity)));
        return Changes.with(fields, "unit", unit.code());
    }
}
