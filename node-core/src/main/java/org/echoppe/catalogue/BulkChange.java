package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.store.ProductState;

/** The same change of many products, or of one. */
public sealed interface BulkChange {
    /** A tenth to eleven times as much. */
    int LEAST_PERCENT = -9_000;

    int MOST_PERCENT = 100_000;

    /**
     * Prices go up or down by a share of themselves, those of variants too. A price of nothing stays.
     *
     * @param basisPoints 500 is 5 % more
     */
    record Percent(int basisPoints, Ending ending) implements BulkChange {}

    /** Prices go up or down by an amount in minor units, those of variants too. */
    record Amount(long minorUnits, Ending ending) implements BulkChange {}

    /**
     * The stock is counted anew or changes by pieces. Where it is counted by kinds it is left to the form.
     *
     * @param pieces nought or more
     */
    record Stock(Recount how, long pieces) implements BulkChange {}

    /** One field gets this text, read as everywhere. */
    record Write(ProductField field, String text) implements BulkChange {}

    static BulkChange state(ProductState state) {
        return new Write(ProductField.STATE, state.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Reads what a shopkeeper writes: {@code +5 %} and {@code -2,5%} are shares, {@code 0,10} and {@code -1 €} amounts.
     *
     * @throws Rejected NOT_A_NUMBER, OUT_OF_RANGE under {@code price}
     */
    static BulkChange price(String text, Ending ending, Shop of) {
        var shop = of.defaults();
        String plain = text.strip();
        String typed = (plain.startsWith("+") ? plain.substring(1) : plain)
                .replace('\u2212', '-')
                .strip();
        if (typed.endsWith("%")) {
            int points = PriceFields.basisPoints(typed, shop.decimalSign()).orElseThrow(() -> notANumber(text));
            if (points < LEAST_PERCENT || points > MOST_PERCENT) {
                throw wrong(Problem.of(
                        ProductField.PRICE.key(), Fault.OUT_OF_RANGE, LEAST_PERCENT / 100, MOST_PERCENT / 100));
            }
            return new Percent(points, ending);
        }
        return new Amount(
                PriceText.parse(typed, shop.currency(), shop.decimalSign())
                        .orElseThrow(() -> notANumber(text))
                        .minorUnits(),
                ending);
    }

    /**
     * Reads how many pieces a shopkeeper means; {@code +12} is 12.
     *
     * @param text not looked at where nobody counts any more
     * @throws Rejected NOT_A_NUMBER, OUT_OF_RANGE under {@code stock}
     */
    static BulkChange stock(Recount how, String text, Shop of) {
        if (how == Recount.NONE) {
            return new Stock(how, 0);
        }
        String plain = text.strip();
        String typed = (plain.startsWith("+") ? plain.substring(1) : plain).replace('\u2212', '-');
        String field = ProductField.STOCK.key();
        if (typed.startsWith("-")) {
            throw wrong(Problem.of(field, Fault.OUT_OF_RANGE, 0, BackroomReader.MOST_STOCK));
        }
        var problems = new ArrayList<Problem>();
        var pieces = BackroomReader.pieces(field, typed, of.defaults().decimalSign(), problems);
        return new Stock(how, pieces.orElseThrow(() -> new Rejected(problems)));
    }

    private static Rejected notANumber(String text) {
        return wrong(Problem.of(ProductField.PRICE.key(), Fault.NOT_A_NUMBER, text));
    }

    private static Rejected wrong(Problem problem) {
        return new Rejected(List.of(problem));
    }
}
