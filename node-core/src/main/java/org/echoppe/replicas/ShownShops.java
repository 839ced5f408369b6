package org.echoppe.replicas;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;

/**
 * The order of the shops that are shown: of each its name in memory and nothing else, so that a page of shops reads no other
 * profiles than its own. A profile is read once a commit.
 */
final class ShownShops {
    private static final int AT_ONCE = 1_000;

    /** @param name empty when the shop is not to be shown */
    private record Entry(Cid commit, Optional<CollationKey> name) {}

    private final RepoStore store;
    private final Function<Head, Optional<String>> name;
    private final Collator order = Collator.getInstance(Locale.FRENCH);
    private final Map<Did, Entry> entries = new HashMap<>();
    private List<Did> sorted = List.of();

    /** @param name of a shop; empty when it is not to be shown */
    ShownShops(RepoStore store, Function<Head, Optional<String>> name) {
        this.store = store;
        this.name = name;
    }

    /** All of them, as they are now. */
    synchronized List<Did> byName() {
        boolean changed = false;
        var held = new HashSet<Did>();
        Did after = null;
        for (var heads = store.heads(null, AT_ONCE); !heads.isEmpty(); heads = store.heads(after, AT_ONCE)) {
            for (var head : heads) {
                after = head.did();
                held.add(after);
                changed |= look(head);
            }
        }
        changed |= entries.keySet().retainAll(held);
        if (changed) {
            sorted = sort();
        }
        return sorted;
    }

    private boolean look(Head head) {
        var known = entries.get(head.did());
        if (known != null && known.commit().equals(head.commitCid())) {
            return false;
        }
        entries.put(head.did(), new Entry(head.commitCid(), name.apply(head).map(order::getCollationKey)));
        return true;
    }

    private List<Did> sort() {
        record Shown(CollationKey name, Did did) {}
        return entries.entrySet().stream()
                .flatMap(entry -> entry.getValue().name().stream().map(key -> new Shown(key, entry.getKey())))
                .sorted(Comparator.comparing(Shown::name).thenComparing(Shown::did))
                .map(Shown::did)
                .toList();
    }
}
