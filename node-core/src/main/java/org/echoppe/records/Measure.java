package org.echoppe.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.repo.Ipld;

/**
 * How much of it one buys, for the unit price: 500 g is {@code new Measure(500, Unit.KG)}.
 *
 * @param quantity in thousandths of the unit, above zero
 */
public record Measure(long quantity, Unit unit) {
    private static final long THOUSANDTHS = 1_000;

    static final Schema SCHEMA = new Schema()
            .required("quantity", Shape.integer(1, 1_000_000_000_000L))
            .required("unit", Shape.choice(Unit.codes()));

    public static Optional<Measure> of(Ipld.Fields fields) {
        return fields.integer("quantity")
                .filter(quantity -> quantity > 0)
                .flatMap(quantity -> fields.text("unit").flatMap(Unit::of).map(unit -> new Measure(quantity, unit)));
    }

    /**
     * What one whole unit costs when this much of it costs so much, rounded half up to the smallest coin; empty for one
     * piece, where it would say the same again, and beyond all measure.
     */
    public Optional<Money> unitPrice(Money money) {
        if (unit == Unit.PIECE && quantity == THOUSANDTHS) {
            return Optional.empty();
        }
        var amount = BigDecimal.valueOf(money.minorUnits())
                .multiply(BigDecimal.valueOf(THOUSANDTHS))
                .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_UP);
        return amount.compareTo(BigDecimal.valueOf(Price.MOST * THOUSANDTHS)) > 0
                ? Optional.empty()
                : Optional.of(new Money(amount.longValueExact(), money.currency()));
    }

    public Ipld.Fields toFields() {
        var fields = new Ipld.Fields(java.util.Map.of("quantity", new Ipld.Int(quantity)));
        return Changes.with(fields, "unit", unit.code());
    }
}
