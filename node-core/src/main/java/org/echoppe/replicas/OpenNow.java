package org.echoppe.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.echoppe.records.OpeningTimes.Span;

/** Which shops are open, each asked again only when its hours say that this changes. Guarded by its {@link Street}. */
final class OpenNow {
    /** How long a shop without any hours ahead is taken to stay as it is. */
    private static final Duration A_DAY = Duration.ofDays(1);

    /** @param until when it changes */
    record State(boolean open, Instant from, Instant until) {
        boolean holdsAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private final Map<Integer, State> states = new HashMap<>();

    void forget(int number) {
        states.remove(number);
    }

    State of(Storefront shop, Instant now) {
        var known = states.get(shop.number());
        if (known == null || !known.holdsAt(now)) {
            known = look(shop, now);
            states.put(shop.number(), known);
        }
        return known;
    }

    private static State look(Storefront shop, Instant now) {
        var there = now.atZone(shop.zone());
        return shop.times()
                .at(there)
                .map(span -> new State(true, now, span.to().toInstant()))
                .orElseGet(() -> new State(
                        false,
                        now,
                        shop.times()
                                .after(there)
                                .map(Span::from)
                                .map(opens -> opens.toInstant())
                                .orElse(now.plus(A_DAY))));
    }
}
