package org.echoppe.node;

import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.store.ProductStore;
import org.echoppe.store.ReplicaCheck;
import org.echoppe.store.RepoStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what the disk changed without any error: in the repositories held, and in the shop's own products. */
final class DiskCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DiskCheck.class);

    private final Did self;
    private final RepoStore repos;
    private final ReplicaCheck check;
    private final ProductStore products;
    private final SecurityJournal journal;
    private final Runnable mend;
    private volatile List<RecordKey> damaged = List.of();

    /** @param mend is to publish anew: the own repository is damaged */
    DiskCheck(
            Did self,
            RepoStore repos,
            ReplicaCheck check,
            ProductStore products,
            SecurityJournal journal,
            Runnable mend) {
        this.self = self;
        this.repos = repos;
        this.check = check;
        this.products = products;
        this.journal = journal;
        this.mend = mend;
    }

    /** The own repository, before the next commit builds on it. A damaged one is marked, and made anew by that commit. */
    void own() {
        try {
            check(self);
        } catch (RuntimeException e) {
            LOG.warn("the own repository could not be checked yet", e);
        }
    }

    /** Everything, one after the other. */
    void everything() {
        products();
        Did after = null;
        for (var heads = repos.heads(null, 100); !heads.isEmpty(); heads = repos.heads(after, 100)) {
            for (var head : heads) {
                after = head.did();
                check(after);
            }
        }
    }

    /** Again after a change, for it may have mended the last one. */
    void afterChange() {
        if (!damaged.isEmpty()) {
            products();
        }
    }

    /** What the shopkeeper has to do something about; empty when all is well. */
    Optional<Problem> trouble() {
        var now = damaged;
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of("", Fault.PRODUCTS_DAMAGED, now.size(), name(now.getFirst())));
    }

    private void products() {
        var before = damaged;
        var found = products.damaged();
        damaged = found;
        found.stream().filter(key -> !before.contains(key)).forEach(key -> {
            LOG.error("the product {} is damaged on this disk", key);
            tell(self, "product " + key, "its row is not as it was written");
        });
    }

    private void check(Did did) {
        if (check.check(did) instanceof ReplicaCheck.Verdict.Damaged found) {
            LOG.error("the repository of {} is damaged on this disk: {}", did, found.damages());
            tell(did, "its repository as held here", found.damages().getFirst().toString());
            if (did.equals(self)) {
                mend.run();
            }
        }
    }

    private void tell(Did did, String what, String why) {
        journal.record(SecurityKind.DATA_DAMAGED, did.value(), what, why);
    }

    private String name(RecordKey key) {
        try {
            return products.find(key).map(row -> row.name()).orElse(key.value());
        } catch (RuntimeException e) {
            // not even that can be read
            return key.value();
        }
    }
}
