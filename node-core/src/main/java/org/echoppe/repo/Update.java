package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.HELD_TREE_DAMAGED;
import static org.echoppe.repo.BadRepository.Reason.MISSING_BLOCK;
import static org.echoppe.repo.BadRepository.Reason.NOT_NEWER;
import static org.echoppe.repo.BadRepository.Reason.TOO_LARGE;
import static org.echoppe.repo.BadRepository.Reason.WRONG_DID;
import static org.echoppe.repo.BadRepository.Reason.WRONG_ROOT;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/** A verified step of a repository from the commit held here to a newer one. */
public final class Update {
    private final Commit commit;
    private final MerkleSearchTree tree;
    private final TreeChange change;
    private final SortedMap<String, Optional<Block>> changes = new TreeMap<>();

    private Update(Commit commit, MerkleSearchTree tree, TreeChange change, Map<Cid, byte[]> records)
            throws BadRepository {
        this.commit = commit;
        this.tree = tree;
        this.change = change;
        for (var key : change.keys().entrySet()) {
            changes.put(key.getKey(), block(key.getKey(), key.getValue(), records));
        }
    }

    private static Optional<Block> block(String key, Optional<Cid> cid, Map<Cid, byte[]> records) throws BadRepository {
        if (cid.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = records.get(cid.get());
        if (bytes == null) {
            throw new BadRepository(MISSING_BLOCK, "record " + key);
        }
        return Optional.of(new Block(cid.get(), bytes));
    }

    /**
     * Verifies the change of a held repository: DID, rev, signature, and that the recomputed root is the signed one. What the
     * repository weighs afterwards, whoever holds it compares with the limits.
     *
     * @param diff as {@link ThinDiff#decode} has read and limited it
     * @throws BadRepository with WRONG_ROOT when the diff starts from another commit than the one held
     */
    public static Update check(MerkleSearchTree held, Commit head, ThinDiff diff) throws BadRepository {
        var commit = diff.commit();
        checkHead(head, commit);
        var tree = applied(held, diff.changes());
        if (!tree.root().equals(commit.data())) {
            throw new BadRepository(WRONG_ROOT, "at rev " + commit.rev());
        }
        var update = new Update(commit, tree, change(held, tree), diff.records());
        for (var node : update.addedNodes()) {
            if (NodeCodec.entries(node.bytes()) > Limits.NODE_ENTRIES) {
                throw new BadRepository(TOO_LARGE, "a tree node that nobody would read");
            }
        }
        return update;
    }

    private static void checkHead(Commit head, Commit commit) throws BadRepository {
        if (!commit.did().equals(head.did())) {
            throw new BadRepository(WRONG_DID, commit.did() + " instead of " + head.did());
        }
        if (commit.rev().compareTo(head.rev()) <= 0) {
            throw new BadRepository(NOT_NEWER, commit.rev() + " after " + head.rev());
        }
        commit.verify();
    }

    /**
     * The same from a CAR slice: the new commit, with the tree nodes and records that are new in it.
     *
     * @see <a href="https://atproto.com/specs/repository#car-file-serialization">AT Protocol, CAR slices</a>
     */
    public static Update fromSlice(MerkleSearchTree held, Commit head, InputStream car, Limits limits)
            throws BadRepository, IOException {
        var reader = new CarReader(car, limits.changesBytes(), limits.records());
        var blocks = new HashMap<Cid, byte[]>();
        for (var block = reader.next(); block != null; block = reader.next()) {
            blocks.put(block.cid(), block.bytes());
        }
        byte[] commit = blocks.get(reader.root());
        if (commit == null) {
            throw new BadRepository(MISSING_BLOCK, "commit " + reader.root());
        }
        return check(held, head, SliceDiff.of(held, Commit.read(commit), blocks, limits));
    }

    /**
     * The own next commit, signed here.
     *
     * @param head the commit before; null for the first
     * @param changes the blocks of changed records, DAG-CBOR; empty means removed; with no change at all it only renews the date
     * @throws BadRepository when the held tree is damaged
     */
    public static Update sign(
            Signer signer, MerkleSearchTree held, @Nullable Commit head, Tid rev, Map<String, Optional<byte[]>> changes)
            throws BadRepository {
        var records = new HashMap<Cid, byte[]>();
        var cids = new TreeMap<String, Optional<Cid>>();
        changes.forEach((key, bytes) -> {
            var block = bytes.map(Block::of);
            block.ifPresent(b -> records.put(b.cid(), b.bytes()));
            cids.put(key, block.map(Block::cid));
        });
        var tree = applied(held, cids);
        var commit = Commit.sign(signer, tree.root(), rev, head == null ? null : head.cid());
        return new Update(commit, tree, change(held, tree), records);
    }

    private static MerkleSearchTree applied(MerkleSearchTree held, Map<String, Optional<Cid>> changes)
            throws BadRepository {
        try {
            return held.with(changes);
        } catch (BadRepository e) {
            throw new BadRepository(HELD_TREE_DAMAGED, "while applying changes", e);
        }
    }

    private static TreeChange change(MerkleSearchTree held, MerkleSearchTree tree) throws BadRepository {
        try {
            return tree.changeFrom(held);
        } catch (BadRepository e) {
            throw new BadRepository(HELD_TREE_DAMAGED, "while comparing trees", e);
        }
    }

    public Commit commit() {
        return commit;
    }

    /** Every key that really changed, with its record now; empty when it is gone. */
    public SortedMap<String, Optional<Block>> changes() {
        return Collections.unmodifiableSortedMap(changes);
    }

    public List<Block> addedNodes() {
        return change.addedNodes();
    }

    public Set<Cid> removedNodes() {
        return change.removedNodes();
    }

    /** The tree of the new commit. */
    public MerkleSearchTree tree() {
        return tree;
    }
}
