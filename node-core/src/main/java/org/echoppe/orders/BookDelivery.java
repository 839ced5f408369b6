package org.echoppe.orders;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.echoppe.domain.Money;

/**
 * The least that bringing new books costs in France: 3 € where they come to less than 35 €, and never nothing.
 *
 * @see <a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000047420282">Arrêté du 4 avril 2023</a>
 */
final class BookDelivery {
    private static final long FREE_OF_MINIMUM = 3_500;
    private static final long MINIMUM = 300;
    private static final long NEVER_NOTHING = 1;
    private static final Set<String> FRANCE = Set.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF");

    private BookDelivery() {}

    /** @param country where they are brought to, as in an address */
    static long least(List<PricedLine> lines, String country, Currency currency) {
        boolean applies = FRANCE.contains(country)
                && currency.equals(Money.EUR)
                && lines.stream().anyMatch(PricedLine::newBook);
        if (!applies) {
            return 0;
        }
        long books = lines.stream()
                .filter(PricedLine::newBook)
                .mapToLong(PricedLine::total)
                .sum();
        return books < FREE_OF_MINIMUM ? MINIMUM : NEVER_NOTHING;
    }
}
