package org.echoppe.replicas;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.echoppe.records.OpeningTimes.Span;

/** Which shops are open, each asked again only when its hours say that this changes. Guarded by its {@link Street}. */
final class OpenNow {
    /** @param until when it changes, or the words for it do: where the shop is, tomorrow becomes today */
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

    /** At any moment, by the hours that the shop has now. */
    static boolean isOpen(Storefront shop, Instant moment) {
        return shop.times().at(moment.atZone(shop.zone())).isPresent();
    }

    private static State look(Storefront shop, Instant now) {
        var there = now.atZone(shop.zone());
        var open = shop.times().at(there);
        var change = open.map(Span::to).or(() -> shop.times().after(there).map(Span::from));
        var tomorrow = there.toLocalDate().plusDays(1).atStartOfDay(shop.zone());
        var until = change.filter(moment -> moment.isBefore(tomorrow)).orElse(tomorrow);
        return new State(open.isPresent(), now, until.toInstant());
    }
}
