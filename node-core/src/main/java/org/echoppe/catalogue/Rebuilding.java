package org.echoppe.catalogue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.Collections;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;
import org.echoppe.store.RepoStore;

/**
 * Finds out what a damaged repository of the shop's own is to hold: what the shop's tables say, and of what they do not know
 * only what the signed tree still proves.
 */
final class Rebuilding {
    private final Did did;
    private final RepoStore repos;
    private final ProductStore products;
    private final Set<String> told = new HashSet<>();
    private final SortedMap<String, Block> records = new TreeMap<>();

    Rebuilding(Did did, RepoStore repos, ProductStore products) {
        this.did = did;
        this.repos = repos;
        this.products = products;
    }

    /** @throws Rejected REPOSITORY_DAMAGED when a record is lost here: it has to come back from a peer */
    SortedMap<String, Block> records(String profileKey, Optional<byte[]> profile) {
        told.add(profileKey);
        profile.ifPresent(bytes -> records.put(profileKey, Block.of(bytes)));
        var damaged = Set.copyOf(products.damaged());
        products.forEach(row -> take(row, damaged));
        takeOthers();
        return records;
    }

    private void take(ProductRow row, Set<RecordKey> damaged) {
        String key = Collections.keyOf(Collections.PRODUCT, row.rkey());
        told.add(key);
        if (row.state() == ProductState.PUBLISHED) {
            boolean asPublished =
                    row.publishedCid() != null && row.publishedCid().matches(row.draft());
            if (!asPublished && damaged.contains(row.rkey())) {
                throw lost();
            }
            records.put(key, Block.of(row.draft()));
        }
    }

    private void takeOthers() {
        try {
            repos.tree(did).forEach((key, cid) -> {
                if (!told.contains(key)) {
                    records.put(
                            key,
                            repos.record(did, key)
                                    .map(record -> new Block(cid, record.bytes()))
                                    .filter(block -> cid.matches(block.bytes()))
                                    .orElseThrow(Rebuilding::lost));
                }
            });
        } catch (BadRepository e) {
            // the tree does not tell any more: a record beyond the tables may be anything
            repos.forEachRecord(did, null, record -> {
                if (!told.contains(record.key()) && !records.containsKey(record.key())) {
                    throw lost();
                }
            });
        }
    }

    private static Rejected lost() {
        return Rejected.because(Fault.REPOSITORY_DAMAGED);
    }
}
