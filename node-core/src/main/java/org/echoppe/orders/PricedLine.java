package org.echoppe.orders;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.records.Condition;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.Variant;

/**
 * What one line of an order costs by the record that it names. Browsers count the same in {@code money.js}.
 *
 * @param unitPrice with the VAT, of one piece or of the measure of loose goods
 * @param total in minor units
 * @param vatRate in basis points; empty where the merchant does not say
 * @param newBook whether the law has a say in what bringing it costs, see {@link BookDelivery}
 */
public record PricedLine(Money unitPrice, long total, OptionalInt vatRate, boolean newBook) {
    /** The most pieces in one line. */
    public static final long MOST_PIECES = 9_999;

    /** The most of loose goods in one line, in thousandths of the measure's unit. */
    public static final long MOST_LOOSE = 9_999_000;

    private static final Set<String> BOOKS = Set.of("livre", "livres", "librairie", "book", "books");
    private static final String MUSIC = "9790";

    /**
     * Prices a line.
     *
     * @param variant the key of a kind; empty for a product that has none
     * @param quantity pieces; thousandths of the measure's unit for loose goods
     * @return empty where the record offers no such thing, or not so much of it
     */
    public static Optional<PricedLine> of(ProductRecord product, String variant, long quantity) {
        var measure = product.looseMeasure();
        long most = measure.isPresent() ? MOST_LOOSE : MOST_PIECES;
        if (quantity < 1 || quantity > most) {
            return Optional.empty();
        }
        return price(product, variant).flatMap(price -> {
            long unit = price.asPaid().money().minorUnits();
            long total = measure.map(whole -> halfUp(unit * quantity, whole.quantity()))
                    .orElse(unit * quantity);
            return total > Price.MOST
                    ? Optional.empty()
                    : Optional.of(new PricedLine(
                            new Money(unit, price.money().currency()), total, price.vatRate(), isNewBook(product)));
        });
    }

    private static Optional<Price> price(ProductRecord product, String variant) {
        var kinds = product.variants();
        if (kinds.isEmpty() != variant.isEmpty()) {
            return Optional.empty();
        }
        if (variant.isEmpty()) {
            return product.price();
        }
        return kinds.stream()
                .filter(kind -> kind.key().equals(variant))
                .findFirst()
                .flatMap(kind -> Optional.of(kind).flatMap(Variant::price).or(product::price));
    }

    /** By its ISBN, or by what the shop calls it; used ones are not meant. */
    public static boolean isNewBook(ProductRecord product) {
        if (product.condition().filter(condition -> condition != Condition.NEW).isPresent()) {
            return false;
        }
        String code = product.gtin().map(Gtin::value).orElse("");
        boolean isbn = code.length() == 13 && code.startsWith("97") && "89".indexOf(code.charAt(2)) >= 0;
        return (isbn && !code.startsWith(MUSIC))
                || product.category().stream().anyMatch(level -> BOOKS.contains(level.toLowerCase(Locale.ROOT)));
    }

    /** Both at least 0. */
    public static long halfUp(long amount, long divisor) {
        long whole = amount / divisor;
        return amount % divisor * 2 >= divisor ? whole + 1 : whole;
    }
}
