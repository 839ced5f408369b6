package org.echoppe.web;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.replicas.Found;
import org.echoppe.search.ListingHits.PriceCount;
import org.echoppe.web.view.Choice;
import org.jspecify.annotations.Nullable;

/** Narrowing by price, in ranges that have something, whichever is chosen. */
record PriceChoices(Narrowing narrowing, Visit visit) {
    private static final int MOST_CURRENCIES = 5;

    List<Choice> of(Found found) {
        var wanted = narrowing.wanted();
        var ranges = found.facets().prices(narrowing.currency());
        if (ranges.size() < 2) {
            return List.of();
        }
        return ranges.stream().map(range -> choice(range, wanted)).toList();
    }

    private Choice choice(PriceCount range, Wanted wanted) {
        String from = typed(range.from());
        String to = typed(last(range.to()));
        boolean chosen = wanted.isPriced() && isSame(from, wanted.least()) && isSame(to, wanted.most());
        var other = chosen ? wanted.priced(wanted.currency(), "", "") : wanted.priced(narrowing.currency(), from, to);
        return narrowing.toggle(label(range), range.count(), chosen, other);
    }

    /** However somebody typed it: « 5,00 » is 5. */
    private boolean isSame(String price, String typed) {
        return price.equals(typed)
                || Prices.typed(price, narrowing.currency())
                        .filter(money ->
                                Prices.typed(typed, narrowing.currency()).equals(Optional.of(money)))
                        .isPresent();
    }

    /** The other currencies that what was found is sold in: of their prices nothing is said until they are asked for. */
    List<Choice> currencies(Found found) {
        var wanted = narrowing.wanted();
        return found.facets().currencies().stream()
                .filter(other -> !other.equals(narrowing.currency()))
                .limit(MOST_CURRENCIES)
                .map(other -> new Choice(narrowing.href(wanted.priced(other, "", "")), label(found, other), "", false))
                .toList();
    }

    private String label(Found found, Currency other) {
        int priced = found.facets().prices(other).stream()
                .mapToInt(PriceCount::count)
                .sum();
        return visit.say("facet.price.in", other.getCurrencyCode(), visit.say("count.articles", priced));
    }

    /** A range ends before the next begins. */
    private static @Nullable Money last(@Nullable Money end) {
        return end == null ? null : new Money(end.minorUnits() - 1, end.currency());
    }

    private static String typed(@Nullable Money money) {
        if (money == null || money.minorUnits() == 0) {
            return "";
        }
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return java.math.BigDecimal.valueOf(money.minorUnits(), digits)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String label(PriceCount range) {
        var locale = visit.texts().language().locale();
        var to = range.to();
        if (to == null) {
            return visit.say("facet.price.over", range.from().format(locale));
        }
        return range.from().minorUnits() == 0
                ? visit.say("facet.price.under", to.format(locale))
                : visit.say("facet.price.between", range.from().format(locale), to.format(locale));
    }
}
