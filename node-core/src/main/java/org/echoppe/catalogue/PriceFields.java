package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;

/** Reads price, currency and VAT. The terms stay with a draft even while nobody has named an amount. */
final class PriceFields {
    private final ShopDefaults shop;
    private final char decimal;
    private final ProductDraft draft;
    private final List<Problem> problems;

    PriceFields(ShopDefaults shop, char decimal, ProductDraft draft, List<Problem> problems) {
        this.shop = shop;
        this.decimal = decimal;
        this.draft = draft;
        this.problems = problems;
    }

    ProductRecord read(ProductRecord record) {
        var known = record.priceTerms();
        var before = known.orElse(new Price.Terms(shop.currency(), shop.vatRate(), true));
        // empty where there was none is no wish for the shop's rate
        var rate = known.isPresent() && before.vatRate().isEmpty() ? before.vatRate() : shop.vatRate();
        var terms = new Price.Terms(
                currency(before.currency()), vatRate(before.vatRate(), rate), vatIncluded(before.vatIncluded()));
        var typed = draft.typed(ProductField.PRICE);
        if (typed.isEmpty()) {
            return record.withPrice(terms, kept(record, terms.currency()));
        }
        return record.withPrice(terms, typed.get().isEmpty() ? null : amount(typed.get(), terms.currency()));
    }

    /** The amount as it was: in a currency of other digits it would be another price. */
    private @org.jspecify.annotations.Nullable Long kept(ProductRecord record, Currency currency) {
        var money = record.price().map(Price::money);
        boolean sameDigits = money.filter(
                        before -> before.currency().getDefaultFractionDigits() != currency.getDefaultFractionDigits())
                .isEmpty();
        if (!sameDigits) {
            problems.add(Problem.of(ProductField.PRICE.key(), Fault.REQUIRED));
        }
        return money.map(before -> before.minorUnits()).orElse(null);
    }

    private @org.jspecify.annotations.Nullable Long amount(String text, Currency currency) {
        var money = PriceText.parse(text, currency, decimal);
        if (money.isEmpty()) {
            problems.add(Problem.of(ProductField.PRICE.key(), Fault.NOT_A_PRICE, text));
            return null;
        }
        if (money.get().minorUnits() < 0 || money.get().minorUnits() > Price.MOST) {
            problems.add(Problem.of(
                    ProductField.PRICE.key(),
                    Fault.OUT_OF_RANGE,
                    0,
                    new org.echoppe.domain.Money(Price.MOST, currency).amount()));
            return null;
        }
        return money.get().minorUnits();
    }

    private Currency currency(Currency before) {
        String text = draft.typed(ProductField.CURRENCY).orElse("");
        if (text.isEmpty()) {
            return draft.mentions(ProductField.CURRENCY) ? shop.currency() : before;
        }
        try {
            return Currency.getInstance(text.equals("€") ? "EUR" : text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(ProductField.CURRENCY.key(), Fault.NOT_A_CURRENCY, text));
            return before;
        }
    }

    /** @param emptied the rate where an empty one is typed; in a whole product, as an export writes it, that is none */
    private OptionalInt vatRate(OptionalInt before, OptionalInt emptied) {
        String text = draft.typed(ProductField.VAT_RATE).orElse("");
        if (text.isEmpty()) {
            boolean whole = draft.mentions(ProductField.OTHER_FIELDS);
            return !draft.mentions(ProductField.VAT_RATE) ? before : whole ? OptionalInt.empty() : emptied;
        }
        var rate = basisPoints(text, decimal);
        if (rate.isEmpty()) {
            problems.add(Problem.of(ProductField.VAT_RATE.key(), Fault.NOT_A_NUMBER, text));
        } else if (rate.get() < 0 || rate.get() > Price.MOST_VAT) {
            problems.add(Problem.of(ProductField.VAT_RATE.key(), Fault.OUT_OF_RANGE, 0, 100));
        }
        return rate.map(OptionalInt::of).orElse(before);
    }

    /** Percent as people write it, in basis points: 550 for « 5,5 % ». */
    static Optional<Integer> basisPoints(String text, char decimal) {
        String number = text.replaceAll("[%\\s\\u00a0\\u202f]", "");
        return DecimalText.parse(number, decimal)
                .map(percent -> percent.movePointRight(2).stripTrailingZeros())
                .filter(points -> points.scale() <= 0 && points.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0)
                .map(BigDecimal::intValueExact);
    }

    /** A rate as a file holds it: 5.5 for 550 basis points. */
    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    private boolean vatIncluded(boolean before) {
        String text = draft.typed(ProductField.VAT_INCLUDED).orElse("");
        if (text.isEmpty()) {
            return draft.mentions(ProductField.VAT_INCLUDED) || before;
        }
        var included = Words.yesOrNo(text);
        if (included.isEmpty()) {
            problems.add(Problem.of(ProductField.VAT_INCLUDED.key(), Fault.NOT_YES_OR_NO, text));
        }
        return included.orElse(before);
    }
}
