package org.echoppe.orders.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.echoppe.records.Withdrawal;

/**
 * Until when a shopper may change their mind about goods bought at a distance: fourteen days from the day after they were
 * handed over, and on to the next working day where the last one is none; also before they are handed over.
 *
 * @see <a href="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000032226842">Code de la consommation, art. L221-18, L221-19 and L221-28</a>
 * @see <a href="https://eur-lex.europa.eu/eli/dir/2011/83/oj">Directive 2011/83/EU, art. 9 and 16</a>
 */
public final class WithdrawalRight {
    /** Days, the day of handing over not counted. */
    public static final int DAYS = 14;

    /** What is said to who wants to withdraw. */
    public sealed interface Answer {
        /** @param until the last instant; empty as long as the goods were not handed over, for the days do not run yet */
        record Open(Optional<Instant> until) implements Answer {}

        /** @param reason as the merchant published it with the product */
        record Excluded(String reason) implements Answer {}

        record Over(Instant since) implements Answer {}
    }

    private final ZoneId zone;
    private final WorkingDays days;

    /**
     * The right at one shop.
     *
     * @param zone whose midnights count
     * @param country two letters, of the shop
     */
    public WithdrawalRight(ZoneId zone, String country) {
        this.zone = zone;
        this.days = new WorkingDays(country);
    }

    /** The last instant for goods handed over then. */
    public Instant until(Instant handedOver) {
        LocalDate last = handedOver.atZone(zone).toLocalDate().plusDays(DAYS);
        return days.onOrAfter(last).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /**
     * What the law says of one product.
     *
     * @param rule as published with what was bought; where a merchant said nothing, the right is there
     * @param handedOver empty as long as the goods are with the shop or on their way
     */
    public Answer of(Optional<Withdrawal> rule, Optional<Instant> handedOver, Instant now) {
        if (rule.isPresent() && !rule.get().allowed()) {
            return new Answer.Excluded(rule.get().reason());
        }
        var until = handedOver.map(this::until);
        return until.isPresent() && now.isAfter(until.get()) ? new Answer.Over(until.get()) : new Answer.Open(until);
    }
}
