package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.records.Texts;

/** Reads what stays in the shop. */
final class BackroomReader {
    static final long MOST_STOCK = 10_000_000;
    private static final int LINE = 200;
    private static final int LINES = 5_000;
    private static final int ADDRESS = 2_000;

    private final ShopDefaults shop;
    private final char decimal;
    private final ProductDraft draft;
    private final List<Problem> problems;

    BackroomReader(ShopDefaults shop, char decimal, ProductDraft draft, List<Problem> problems) {
        this.shop = shop;
        this.decimal = decimal;
        this.draft = draft;
        this.problems = problems;
    }

    Backroom read(Backroom before) {
        return new Backroom(
                stock(before.stock()),
                cost(before.cost()),
                text(ProductField.SUPPLIER, before.supplier(), LINE, false),
                text(ProductField.NOTE, before.note(), LINES, true),
                text(ProductField.IMAGE_URL, before.imageUrl(), ADDRESS, false),
                before.variants());
    }

    private OptionalLong stock(OptionalLong before) {
        var typed = draft.typed(ProductField.STOCK);
        if (typed.isEmpty()) {
            return before;
        }
        if (typed.get().isEmpty()) {
            return OptionalLong.empty();
        }
        var pieces = pieces(ProductField.STOCK.key(), typed.get(), decimal, problems);
        return pieces.isEmpty() ? before : pieces;
    }

    /** A number of pieces; empty, with a problem more, for what is none. */
    static OptionalLong pieces(String field, String text, char decimal, List<Problem> problems) {
        var number = DecimalText.parse(text, decimal).map(BigDecimal::stripTrailingZeros);
        if (number.isEmpty() || number.get().scale() > 0) {
            problems.add(Problem.of(field, Fault.NOT_A_NUMBER, text));
            return OptionalLong.empty();
        }
        // shop programs write a stock below zero for what was sold and not yet delivered: none is left
        if (number.get().signum() < 0) {
            return OptionalLong.of(0);
        }
        if (number.get().compareTo(BigDecimal.valueOf(MOST_STOCK)) > 0) {
            problems.add(Problem.of(field, Fault.OUT_OF_RANGE, 0, MOST_STOCK));
            return OptionalLong.empty();
        }
        return OptionalLong.of(number.get().longValueExact());
    }

    private Optional<Money> cost(Optional<Money> before) {
        var typed = draft.typed(ProductField.COST);
        if (typed.isEmpty()) {
            return before;
        }
        if (typed.get().isEmpty()) {
            return Optional.empty();
        }
        var cost = PriceText.rounded(typed.get(), shop.currency(), decimal);
        if (cost.isEmpty() || cost.get().minorUnits() < 0) {
            problems.add(Problem.of(ProductField.COST.key(), Fault.NOT_A_PRICE, typed.get()));
        }
        return cost;
    }

    private String text(ProductField field, String before, int length, boolean severalLines) {
        var typed = draft.typed(field).map(text -> text.replace("\r\n", "\n"));
        typed.ifPresent(text -> {
            if (text.codePointCount(0, text.length()) > length) {
                problems.add(Problem.of(field.key(), Fault.TOO_LONG, length));
            }
            if (!Texts.isClean(text, severalLines)) {
                problems.add(Problem.of(field.key(), Fault.ILLEGAL_TEXT));
            }
        });
        return typed.orElse(before);
    }
}
