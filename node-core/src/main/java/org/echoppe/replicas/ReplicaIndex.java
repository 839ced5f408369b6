package org.echoppe.replicas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Tid;
import org.echoppe.guard.Denials;
import org.echoppe.repo.Collections;
import org.echoppe.repo.ThinDiff;
import org.echoppe.search.IndexedListing;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.echoppe.store.StoredRecord;

/**
 * Keeps the listing index in step with the repositories held: what a commit changed, or the whole where that is not known; and
 * with what the keeper denies.
 */
public final class ReplicaIndex {
    private static final String PROFILE = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);
    private static final String PRODUCTS = Collections.PRODUCT + "/";

    private final RepoStore store;
    private final ListingIndex index;
    private final ShownRecords shown;
    private final Locks locks = new Locks();
    /** What could not be written when it was to be: of these nothing is shown ({@link ListingIndex}). */
    private final Set<Did> behind = ConcurrentHashMap.newKeySet();
    /** What the index leaves out. */
    private volatile Denials.Rules followed = Denials.Rules.NONE;

    public ReplicaIndex(RepoStore store, ListingIndex index, Denials denials) {
        this.store = store;
        this.index = index;
        this.shown = new ShownRecords(denials);
    }

    /** The index that is kept in step. */
    ListingIndex index() {
        return index;
    }

    /** What of a repository is in it. */
    public ShownRecords shown() {
        return shown;
    }

    /** Brings one repository's listings up to its head. */
    public void catchUp(Did did) {
        locks.with(did, () -> {
            behind.add(did);
            var head = store.head(did);
            var indexed = index.head(did);
            if (head.isEmpty()) {
                indexed.ifPresent(_ -> index.remove(did));
            } else if (!indexed.equals(head.map(Head::rev))) {
                catchUp(did, indexed);
            }
            behind.remove(did);
        });
    }

    /** Tries again what could not be written, or was lost with what the disk had no room for. Now and then. */
    public void catchUpBehind() {
        behind.addAll(index.recover());
        each(List.copyOf(behind), this::catchUp);
    }

    /** One that fails is no reason to leave the others as they were; the first failure is told at the end. */
    static void each(Collection<Did> dids, Consumer<Did> work) {
        RuntimeException failure = null;
        for (var did : dids) {
            try {
                work.accept(did);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else if (!(e instanceof Rejected)) {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void catchUp(Did did, Optional<Tid> indexed) {
        boolean updated = indexed.flatMap(since -> store.changesSince(did, since))
                .filter(diff -> update(did, indexed.orElseThrow(), diff))
                .isPresent();
        if (!updated) {
            store.head(did).ifPresent(this::replace);
        }
    }

    /** Forgets one repository's listings before a step, so that the next {@link #catchUp} takes all of them anew. */
    <T> T anew(Did did, Supplier<T> step) {
        return locks.with(did, () -> {
            behind.add(did);
            index.remove(did);
            // a twin may have the same rev: after a cut nothing else would tell that it is another one's goods
            index.commit();
            return step.get();
        });
    }

    /**
     * Before the first answer after a start: of a repository that the index has otherwise than the store, nothing is shown
     * until it was caught up with. What was indexed last may not have come to the disk, and no page is to name a price of
     * before.
     */
    public void hideOutdated() {
        for (var did : outdated()) {
            locks.with(did, () -> {
                var indexed = index.head(did);
                if (indexed.isPresent() && !indexed.equals(store.head(did).map(Head::rev))) {
                    behind.add(did);
                    index.hide(did);
                }
            });
        }
    }

    /**
     * Brings every repository up to its head, and forgets what is no longer held: after a start.
     *
     * @param first whose turn comes before all others
     */
    public void catchUpAll(Did first) {
        var all = new LinkedHashSet<Did>();
        all.add(first);
        all.addAll(outdated());
        behind.addAll(all);
        each(all, this::catchUp);
    }

    private Set<Did> outdated() {
        var indexed = index.heads();
        var held = store.revs();
        var outdated = new HashSet<>(indexed.keySet());
        outdated.addAll(held.keySet());
        outdated.removeIf(did -> Objects.equals(indexed.get(did), held.get(did)));
        return outdated;
    }

    /**
     * Takes out of the index what the keeper denies since the last call, and puts back what is denied no more; before every
     * answer. Returns when a search finds it so.
     */
    void followDenials() {
        if (!shown.denied().equals(followed)) {
            followNow();
        }
    }

    private synchronized void followNow() {
        var now = shown.denied();
        if (now.equals(followed)) {
            return;
        }
        var touched = touched(changed(followed.blocks(), now.blocks()), changed(followed.names(), now.names()));
        each(touched.keySet(), did -> locks.with(did, () -> look(did, touched.getOrDefault(did, Set.of()))));
        index.refresh();
        followed = now;
    }

    /** What only one of them denies; with which status is nothing to the index. */
    private static <T> Set<T> changed(Map<T, Integer> before, Map<T, Integer> now) {
        var changed = new HashSet<>(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(one -> before.containsKey(one) && now.containsKey(one));
        return changed;
    }

    private Map<Did, Set<String>> touched(Set<Cid> blocks, Set<String> names) {
        var touched = new HashMap<Did, Set<String>>();
        for (var place : store.places(blocks)) {
            touched.computeIfAbsent(place.did(), _ -> new HashSet<>()).add(place.key());
        }
        for (var name : names) {
            int slash = name.indexOf('/');
            var did = new Did(slash < 0 ? name : name.substring(0, slash));
            touched.computeIfAbsent(did, _ -> new HashSet<>()).add(slash < 0 ? PROFILE : name.substring(slash + 1));
        }
        return touched;
    }

    /** Looks at some records of a repository again. */
    private void look(Did did, Set<String> keys) {
        var head = store.head(did);
        if (head.isEmpty()) {
            return;
        }
        behind.add(did);
        var indexed = index.head(did);
        if (indexed.isPresent()) {
            if (keys.contains(PROFILE)) {
                replace(head.get());
            } else {
                if (!indexed.equals(head.map(Head::rev))) {
                    // a change on top of what is outdated would show it again
                    catchUp(did, indexed);
                }
                look(did, head.get().rev(), keys);
            }
        }
        if (index.head(did).equals(head.map(Head::rev))) {
            behind.remove(did);
        }
    }

    private void look(Did did, Tid indexed, Set<String> keys) {
        var changed = new ArrayList<IndexedListing>();
        var removed = new ArrayList<RecordKey>();
        if (isShown(did)) {
            for (var key : keys) {
                if (key.startsWith(PRODUCTS)) {
                    store.record(did, key)
                            .flatMap(this::listing)
                            .ifPresentOrElse(changed::add, () -> removed.add(Collections.recordKeyOf(key)));
                }
            }
        }
        index.setComplete(did, false);
        index.update(did, indexed, indexed, changed, removed);
    }

    /** @return false when only the whole will do: the profile decides whether any of the goods are shown */
    private boolean update(Did did, Tid since, ThinDiff diff) {
        if (diff.changes().containsKey(PROFILE) || !isShown(did)) {
            return false;
        }
        var changed = new ArrayList<IndexedListing>();
        var removed = new ArrayList<RecordKey>();
        var rev = diff.commit().rev();
        diff.changes().tailMap(PRODUCTS).forEach((key, cid) -> {
            if (key.startsWith(PRODUCTS)) {
                cid.flatMap(now -> Optional.ofNullable(diff.records().get(now))
                                .map(bytes -> new StoredRecord(did, key, now, bytes, rev)))
                        .flatMap(this::listing)
                        .ifPresentOrElse(changed::add, () -> removed.add(Collections.recordKeyOf(key)));
            }
        });
        if (!removed.isEmpty() && !shown.denied().isEmpty()) {
            index.setComplete(did, false);
        }
        return index.update(did, since, rev, changed, removed);
    }

    /** The denials are looked at once: a repository may have hundreds of thousands of records. */
    private void replace(Head head) {
        var did = head.did();
        var denied = shown.denied();
        var leftOut = new AtomicBoolean();
        Predicate<StoredRecord> isKept = record -> {
            boolean left = denied.status(did, record.key(), record.cid()).isPresent();
            leftOut.compareAndSet(false, left);
            return !left;
        };
        if (!denied.isEmpty()) {
            index.setComplete(did, false);
        }
        boolean isShown = store.record(did, PROFILE)
                .filter(isKept)
                .flatMap(record -> ShownRecords.profile(record.bytes()))
                .isPresent();
        Consumer<Consumer<IndexedListing>> all = isShown
                ? each -> store.forEachRecord(did, PRODUCTS, record -> {
                    if (isKept.test(record)) {
                        ShownRecords.indexed(record).ifPresent(each);
                    }
                })
                : _ -> {};
        index.replace(did, head.rev(), all);
        if (!leftOut.get()) {
            index.setComplete(did, true);
        }
    }

    private boolean isShown(Did did) {
        return store.record(did, PROFILE).flatMap(shown::profile).isPresent();
    }

    private Optional<IndexedListing> listing(StoredRecord record) {
        return shown.isDenied(record) ? Optional.empty() : ShownRecords.indexed(record);
    }
}
