package org.echoppe.replicas;

import java.text.CollationKey;
import java.text.Collator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.echoppe.domain.Did;
import org.echoppe.records.ShopProfile;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;

/**
 * All shops that may be shown, as they are now: which are open, how fresh they are, where they stand. What a shop signed is read
 * once a commit; what changes with the clock alone is looked at again when it does.
 */
final class Street {
    /** @param change which change of the index it was read at */
    private record Entry(
            long change,
            @Nullable Storefront shop,
            @Nullable CollationKey name) {}

    private final RepoStore store;
    private final ListingIndex index;
    private final Function<Head, Optional<ShopProfile>> profile;
    private final Clock clock;
    private final Collator order = Collator.getInstance(Locale.FRENCH);
    private final Map<Did, Entry> entries = new HashMap<>();
    private final OpenNow open = new OpenNow();
    private volatile @Nullable StreetView last;
    private long seen = -1;
    private long version;

    /** @param profile of a shop; empty when it is not to be shown */
    Street(RepoStore store, ListingIndex index, Function<Head, Optional<ShopProfile>> profile, Clock clock) {
        this.store = store;
        this.index = index;
        this.profile = profile;
        this.clock = clock;
    }

    StreetView now() {
        var known = last;
        return known != null && known.holdsAt(clock.instant(), index.changed()) ? known : look();
    }

    private synchronized StreetView look() {
        var known = last;
        // as exact as a bookmark tells it
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long changed = index.changed();
        if (known != null && known.holdsAt(now, changed)) {
            return known;
        }
        List<Storefront> shops = known == null ? List.of() : known.byName();
        if (known == null || seen != changed) {
            seen = changed;
            shops = read() || known == null ? sorted() : shops;
        }
        var view = StreetView.of(++version, changed, shops, now.atZone(clock.getZone()), open);
        last = view;
        return view;
    }

    private boolean read() {
        var changes = index.changes();
        boolean any = entries.keySet().retainAll(changes.keySet());
        for (var change : changes.entrySet()) {
            var known = entries.get(change.getKey());
            if (known == null || known.change() != change.getValue()) {
                entries.put(change.getKey(), read(change.getKey(), change.getValue()));
                any = true;
            }
        }
        return any;
    }

    private Entry read(Did did, long change) {
        var shop = store.head(did)
                .flatMap(head -> profile.apply(head).map(profile -> {
                    int number = index.shopNumber(did);
                    open.forget(number);
                    return Storefront.of(did, number, profile, head.rev().instant(), clock.getZone());
                }));
        return new Entry(
                change,
                shop.orElse(null),
                shop.map(known -> order.getCollationKey(known.name())).orElse(null));
    }

    private List<Storefront> sorted() {
        record Named(CollationKey name, Storefront shop) {}
        Collection<Entry> all = entries.values();
        return all.stream()
                .filter(entry -> entry.shop() != null && entry.name() != null)
                .map(entry -> new Named(entry.name(), entry.shop()))
                .sorted(Comparator.comparing(Named::name)
                        .thenComparing(named -> named.shop().did()))
                .map(Named::shop)
                .toList();
    }
}
