package org.echoppe.orders.rules;

import java.time.Duration;
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

    /** How long before it arrived a declaration may have been sent: no envelope is carried longer. */
    static final Duration CARRIED = Duration.ofDays(30);

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

    /**
     * When a shopper declared it. What was sent in time is in time, also where it waited in a mailbox. Only the shopper's own
     * clock tells when that was; so it counts where it can be true: not before the order, not after the arrival, and at most
     * 30 days before that. Otherwise the arrival counts.
     *
     * @param said what the declaration says of itself
     * @see <a href="https://eur-lex.europa.eu/eli/dir/2011/83/oj">Directive 2011/83/EU, art. 11 (2)</a>
     */
    public static Instant declared(Instant said, Instant ordered, Instant arrived) {
        boolean canBe = !said.isBefore(ordered) && !said.isAfter(arrived) && !said.isBefore(arrived.minus(CARRIED));
        return canBe ? said : arrived;
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
     * @param declared see {@link #declared}
     */
    public Answer of(Optional<Withdrawal> rule, Optional<Instant> handedOver, Instant declared) {
        if (rule.isPresent() && !rule.get().allowed()) {
            return new Answer.Excluded(rule.get().reason());
        }
        var until = handedOver.map(this::until);
        return until.isPresent() && declared.isAfter(until.get())
                ? new Answer.Over(until.get())
                : new Answer.Open(until);
    }
}
