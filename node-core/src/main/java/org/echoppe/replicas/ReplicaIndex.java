package org.echoppe.replicas;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Tid;
import org.echoppe.repo.Collections;
import org.echoppe.repo.ThinDiff;
import org.echoppe.search.IndexedListing;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.echoppe.store.StoredRecord;

/** Keeps the listing index in step with the repositories held: what a commit changed, or the whole where that is not known. */
public final class ReplicaIndex {
    private static final String PROFILE = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);
    private static final String PRODUCTS = Collections.PRODUCT + "/";

    private final RepoStore store;
    private final ListingIndex index;
    private final Locks locks = new Locks();

    public ReplicaIndex(RepoStore store, ListingIndex index) {
        this.store = store;
        this.index = index;
    }

    /** Brings one repository's listings up to its head. */
    public void catchUp(Did did) {
        locks.with(did, () -> {
            var head = store.head(did);
            var indexed = index.head(did);
            if (head.isEmpty()) {
                indexed.ifPresent(_ -> index.remove(did));
            } else if (!indexed.equals(head.map(Head::rev))) {
                catchUp(did, indexed);
            }
        });
    }

    private void catchUp(Did did, Optional<Tid> indexed) {
        boolean updated = indexed.flatMap(since -> store.changesSince(did, since))
                .filter(diff -> update(did, indexed.orElseThrow(), diff))
                .isPresent();
        if (!updated) {
            store.head(did).ifPresent(this::replace);
        }
    }

    /** Forgets one repository's listings, so that the next {@link #catchUp} takes all of them anew. */
    void forget(Did did) {
        locks.with(did, () -> index.remove(did));
    }

    /** Brings every repository up to its head, and forgets what is no longer held: after a start. */
    public void catchUpAll() {
        Did after = null;
        var heads = store.heads(null, 1_000);
        while (!heads.isEmpty()) {
            for (var head : heads) {
                catchUp(head.did());
                after = head.did();
            }
            heads = store.heads(after, 1_000);
        }
        index.heads().keySet().forEach(this::catchUp);
    }

    /** @return false when only the whole will do: the profile decides whether any of the goods are shown */
    private boolean update(Did did, Tid since, ThinDiff diff) {
        if (diff.changes().containsKey(PROFILE) || !isShown(did)) {
            return false;
        }
        var changed = new ArrayList<IndexedListing>();
        var removed = new ArrayList<RecordKey>();
        diff.changes().tailMap(PRODUCTS).forEach((key, cid) -> {
            if (key.startsWith(PRODUCTS)) {
                var rkey = Collections.recordKeyOf(key);
                cid.flatMap(now -> Optional.ofNullable(diff.records().get(now)))
                        .flatMap(
                                bytes -> listing(did, rkey, bytes, diff.commit().rev()))
                        .ifPresentOrElse(changed::add, () -> removed.add(rkey));
            }
        });
        return index.update(did, since, diff.commit().rev(), changed, removed);
    }

    private void replace(Head head) {
        Consumer<Consumer<IndexedListing>> all = isShown(head.did())
                ? each -> store.forEachRecord(
                        head.did(), PRODUCTS, record -> listing(record).ifPresent(each))
                : _ -> {};
        index.replace(head.did(), head.rev(), all);
    }

    private boolean isShown(Did did) {
        return store.record(did, PROFILE)
                .flatMap(record -> ShownRecords.profile(record.bytes()))
                .isPresent();
    }

    private static Optional<IndexedListing> listing(StoredRecord record) {
        return listing(record.did(), Collections.recordKeyOf(record.key()), record.bytes(), record.changed());
    }

    private static Optional<IndexedListing> listing(Did did, RecordKey rkey, byte[] bytes, Tid rev) {
        return ShownRecords.product(bytes).map(product -> ShownRecords.indexed(did, rkey, product, rev.instant()));
    }
}
