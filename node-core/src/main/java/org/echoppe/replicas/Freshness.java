package org.echoppe.replicas;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one can rely on what a merchant signed. A running shop signs at least daily, even over the same data, so silence
 * means that it withdrew from the network, or cannot be reached.
 *
 * @param marked so old that a page says so
 * @param hidden so old that the shop is shown nowhere, until it is heard again
 * @param share 1 until it is marked, so that signing daily changes no order; then less every day, 0 when it is hidden
 */
public record Freshness(boolean marked, boolean hidden, float share) {
    static final Duration MARKED = Duration.ofDays(3);
    /** As long as anything may be sealed to a profile, PROTOCOL §2. */
    static final Duration HIDDEN = Duration.ofDays(30);

    private static final Duration STEP = Duration.ofDays(1);

    public static Freshness at(Instant confirmed, Instant now) {
        var age = Duration.between(confirmed, now);
        long days = Math.max(0, age.toDays());
        return new Freshness(
                age.compareTo(MARKED) >= 0,
                age.compareTo(HIDDEN) >= 0,
                Math.clamp(
                        (float) (HIDDEN.toDays() - days) / HIDDEN.minus(MARKED).toDays(), 0, 1));
    }

    /** When it is another one, if nothing is signed until then. */
    static Instant changes(Instant confirmed, Instant now) {
        var age = Duration.between(confirmed, now);
        return age.compareTo(HIDDEN) >= 0
                ? Instant.MAX
                : confirmed.plus(STEP.multipliedBy(Math.max(0, age.toDays()) + 1));
    }
}
