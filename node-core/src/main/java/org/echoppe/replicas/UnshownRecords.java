package org.echoppe.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;

/** The published products of one shop that no node shows, since their records break their own schema. */
public final class UnshownRecords {
    private record Answer(Cid commit, List<String> names) {}

    private final RepoStore store;
    private final Did did;
    private volatile @Nullable Answer last;

    public UnshownRecords(RepoStore store, Did did) {
        this.store = store;
        this.did = did;
    }

    /** Their names. Reads the whole repository, once a commit. */
    public List<String> names() {
        var head = store.head(did).map(Head::commitCid);
        var known = last;
        if (head.isEmpty() || (known != null && known.commit().equals(head.get()))) {
            return head.isEmpty() || known == null ? List.of() : known.names();
        }
        var names = new ArrayList<String>();
        store.forEachRecord(
                did, Collections.PRODUCT + "/", record -> broken(record.bytes()).ifPresent(names::add));
        last = new Answer(head.get(), List.copyOf(names));
        return List.copyOf(names);
    }

    private static Optional<String> broken(byte[] record) {
        try {
            var product = ProductRecord.of(DagCbor.record(record));
            return product.check().isEmpty() ? Optional.empty() : Optional.of(product.name());
        } catch (BadRepository e) {
            return Optional.of("");
        }
    }
}
