package org.echoppe.records;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a product costs, and whether it can be had, all its kinds taken together: the price of the product itself may be none of
 * theirs. Prices are as one pays them; one whose VAT comes on top, nobody says how much, counts only where there is no other.
 *
 * @param from what the cheapest kind costs; empty where none has a price
 * @param to what the dearest in that currency costs
 * @param unknown whether other kinds have a price of which nobody says what one pays
 * @param availability of the kind that is soonest to be had; empty where none says
 */
public record PriceRange(
        Optional<Price> from, Optional<Price> to, boolean unknown, Optional<Availability> availability) {
    private static final List<Availability> SOONEST =
            List.of(Availability.IN_STOCK, Availability.LIMITED, Availability.PRE_ORDER, Availability.OUT_OF_STOCK);

    public static PriceRange of(ProductRecord product) {
        var usual = product.price();
        var kinds = product.variants();
        if (kinds.isEmpty()) {
            var paid = usual.map(Price::asPaid);
            return new PriceRange(paid, paid, false, product.availability());
        }
        var prices = kinds.stream()
                .flatMap(kind -> kind.price().or(() -> usual).stream())
                .map(Price::asPaid)
                .toList();
        var currency = usual.or(() -> prices.stream().findFirst())
                .map(price -> price.money().currency());
        var inCurrency = prices.stream()
                .filter(price -> currency.equals(Optional.of(price.money().currency())))
                .toList();
        var known = inCurrency.stream().filter(Price::vatIncluded).toList();
        var comparable = known.isEmpty() ? inCurrency : known;
        Comparator<Price> cheaper = Comparator.comparing(Price::money);
        return new PriceRange(
                comparable.stream().min(cheaper),
                comparable.stream().max(cheaper),
                comparable.size() < inCurrency.size(),
                kinds.stream()
                        .flatMap(kind -> kind.availability().or(product::availability).stream())
                        .min(Comparator.comparingInt(SOONEST::indexOf)));
    }

    /** How much of a product one buys for its price; empty where its kinds cost differently: nobody says which is meant. */
    public static Optional<Measure> measure(ProductRecord product) {
        return of(product).differs() ? Optional.empty() : product.measure();
    }

    /** Whether one kind costs more than another, or may. */
    public boolean differs() {
        return unknown || !from.map(Price::money).equals(to.map(Price::money));
    }
}
