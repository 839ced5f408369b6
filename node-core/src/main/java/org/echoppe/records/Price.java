package org.echoppe.records;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Money;
import org.echoppe.repo.Ipld;
import org.jspecify.annotations.Nullable;

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

    /** The same with its VAT in it, as one pays it; itself where the VAT comes on top and the shop does not say how much. */
    public Price asPaid() {
        if (vatIncluded || vatRate.isEmpty()) {
            return this;
        }
        long whole = MOST_VAT;
        long amount = (money.minorUnits() * (whole + vatRate.getAsInt()) + whole / 2) / whole;
        return new Price(new Money(amount, money.currency()), vatRate, true);
    }

    static Optional<Price> of(Ipld.Fields fields) {
        return fields.integer("amount")
                .flatMap(amount -> Terms.of(fields)
                        .map(terms -> new Price(new Money(amount, terms.currency), terms.vatRate, terms.vatIncluded)));
    }

    Ipld.Fields toFields() {
        return new Terms(money.currency(), vatRate, vatIncluded).toFields(money.minorUnits());
    }

    /** A price without its amount: what a draft keeps until somebody names one. */
    public record Terms(Currency currency, OptionalInt vatRate, boolean vatIncluded) {
        static Optional<Terms> of(Ipld.Fields fields) {
            return Changes.parsed(fields, "currency", Currency::getInstance)
                    .map(currency -> new Terms(currency, rateIn(fields), includedIn(fields)));
        }

        Ipld.Fields toFields(@Nullable Long amount) {
            var entries = new LinkedHashMap<String, Ipld>();
            if (amount != null) {
                entries.put("amount", new Ipld.Int(amount));
            }
            entries.put("currency", new Ipld.Text(currency.getCurrencyCode()));
            vatRate.ifPresent(rate -> entries.put("vatRate", new Ipld.Int(rate)));
            entries.put("vatIncluded", new Ipld.Bool(vatIncluded));
            return new Ipld.Fields(entries);
        }
    }

    private static OptionalInt rateIn(Ipld.Fields fields) {
        return fields.integer("vatRate")
                .filter(rate -> rate >= 0 && rate <= MOST_VAT)
                .map(rate -> OptionalInt.of(rate.intValue()))
                .orElse(OptionalInt.empty());
    }

    private static boolean includedIn(Ipld.Fields fields) {
        return !fields.get("vatIncluded").equals(Optional.of(new Ipld.Bool(false)));
    }
}
