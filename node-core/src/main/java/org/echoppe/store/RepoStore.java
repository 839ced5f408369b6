package org.echoppe.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.repo.Block;
import org.jspecify.annotations.Nullable;

/** The repositories held here: the shop's own and the replicas of others. */
@SuppressWarnings("DoNotCallSuggester")
public final class RepoStore {
    public RepoStore(Database database) {}

    public Optional<Head> head(Did did) {
        throw new UnsupportedOperationException();
    }

    /** By DID, beginning behind the one given. */
    public List<Head> heads(@Nullable Did after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** @param key {@code collection/rkey} */
    public Optional<StoredRecord> record(Did did, String key) {
        throw new UnsupportedOperationException();
    }

    /** In key order, a page in memory at a time, all of one commit. */
    public void forEachRecord(Did did, @Nullable String prefix, Consumer<StoredRecord> consumer) {
        throw new UnsupportedOperationException();
    }

    /** All tree nodes of one commit, in no order, a page in memory at a time. */
    public void forEachNode(Did did, Consumer<Block> consumer) {
        throw new UnsupportedOperationException();
    }

    /** A record, tree node or commit of any repository. */
    public Optional<byte[]> block(Cid cid) {
        throw new UnsupportedOperationException();
    }

    /** Whether this commit is or recently was the head here. */
    public boolean knows(Did did, Cid commit) {
        throw new UnsupportedOperationException();
    }

    /** Keeps the evidence; once for each pair. */
    public void addFork(Fork fork) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Fork> forks(Did did) {
        throw new UnsupportedOperationException();
    }

    /** Forgets the repository, except forks. */
    public void drop(Did did) {
        throw new UnsupportedOperationException();
    }
}
