package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Place;

/**
 * Pages that can be sent again: each as long as the index, the street, the pictures and who answers are what it was made of. The
 * street is another one whenever a shop opens or closes, and at midnight, here and where each shop is. Nothing else stands on a
 * page, so none is ever older than what is known. What was asked from a position is not kept, nor what is asked for the first
 * time.
 */
final class Kept {
    /** Bytes of pages in memory. */
    private static final long MOST = 8L << 20;

    /** What a question and what stands beside a page take at the most, bytes. */
    private static final int KEY = 4_000;

    /**
     * What was asked, in whatever order and among whatever else it stood in the address.
     *
     * @param origin the name the caller gave this node: the page repeats it
     */
    private record Asked(Origin origin, String path, Wanted wanted) {}

    private record Entry(Printer.Page page, Listings.State state, long minute, Seen seen) {}

    /** So many questions are remembered, by their hashes alone. */
    private static final int LATELY = 4_096;

    private static final int SPREAD = 0x9E3779B1;

    private final AtomicIntegerArray lately = new AtomicIntegerArray(LATELY);
    private final Listings listings;
    private final Predicate<Cid> pictures;
    private final Printer printer;
    private final Cache<Asked, Entry> pages = Caffeine.newBuilder()
            // at once: handing each new page's upkeep to other threads costs more than doing it
            .executor(Runnable::run)
            .maximumWeight(MOST)
            .weigher((Asked _, Entry entry) -> entry.page.weight() + KEY)
            .build();

    Kept(Listings listings, Predicate<Cid> pictures, Printer printer) {
        this.listings = listings;
        this.pictures = pictures;
        this.printer = printer;
    }

    /** @param maker makes the page, asking for nothing but through what it is given */
    void send(Visit visit, Function<Seen, Printer.Page> maker) {
        send(visit, 0, maker);
    }

    /** The same for a page that says how many minutes ago something was. */
    void sendThisMinute(Visit visit, Function<Seen, Printer.Page> maker) {
        send(visit, visit.clock().instant().getEpochSecond() / 60, maker);
    }

    private void send(Visit visit, long minute, Function<Seen, Printer.Page> maker) {
        if (Place.isPosition(visit.near())) {
            printer.send(visit.ctx(), maker.apply(new Seen(pictures)));
            return;
        }
        var asked = new Asked(visit.origin(), visit.ctx().path(), visit.wanted());
        var state = listings.state();
        var known = pages.getIfPresent(asked);
        if (known == null || !known.state.equals(state) || known.minute != minute || !known.seen.isStillSo(listings)) {
            var seen = new Seen(pictures);
            boolean again = known != null || isAskedAgain(asked);
            known = new Entry(maker.apply(seen), state, minute, seen);
            if (again) {
                pages.put(asked, known);
            }
        }
        printer.send(visit.ctx(), known.page);
    }

    /** Most questions are asked once: their pages would push out those that many ask for, and fill the memory. */
    private boolean isAskedAgain(Asked asked) {
        int hash = asked.hashCode();
        return lately.getAndSet(Math.floorMod(hash * SPREAD, LATELY), hash) == hash;
    }
}
