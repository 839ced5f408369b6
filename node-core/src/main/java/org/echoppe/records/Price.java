package org.echoppe.records;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Money;
import org.echoppe.repo.Ipld;

/**
 * What a product costs, VAT and all.
 *
 * @param vatRate in basis points (5.5 % is 550); empty where the merchant did not say
 * @param vatIncluded whether the amount holds the VAT already, as shoppers expect
 */
public record Price(Money money, OptionalInt vatRate, boolean vatIncluded) {
    /** A hundred million in cents: dearer things are not sold here, and a sum of a basket stays in a long. */
    public static final long MOST = 10_000_000_000L;

    /** 100 % in basis points. */
    public static final int MOST_VAT = 10_000;

    static final Schema SCHEMA = new Schema()
            .required("amount", Shape.integer(0, MOST))
            .required("currency", Shape.currency())
            .optional("vatRate", Shape.integer(0, MOST_VAT))
            .optional("vatIncluded", Shape.bool());

    static Optional<Price> of(Ipld.Fields fields) {
        var vat = fields.integer("vatRate").filter(rate -> rate >= 0 && rate <= MOST_VAT);
        boolean included = !fields.get("vatIncluded").equals(Optional.of(new Ipld.Bool(false)));
        return fields.integer("amount")
                .flatMap(amount -> Changes.parsed(fields, "currency", Currency::getInstance)
                        .map(currency -> new Price(
                                new Money(amount, currency),
                                vat.map(rate -> OptionalInt.of(rate.intValue())).orElse(OptionalInt.empty()),
                                included)));
    }

    Ipld.Fields toFields() {
        var entries = new LinkedHashMap<String, Ipld>();
        entries.put("amount", new Ipld.Int(money.minorUnits()));
        entries.put("currency", new Ipld.Text(money.currency().getCurrencyCode()));
        vatRate.ifPresent(rate -> entries.put("vatRate", new Ipld.Int(rate)));
        entries.put("vatIncluded", new Ipld.Bool(vatIncluded));
        return new Ipld.Fields(entries);
    }
}
