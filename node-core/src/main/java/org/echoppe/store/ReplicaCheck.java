package org.echoppe.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Commit;
import org.echoppe.repo.MerkleSearchTree;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a held repository with what its merchant signed, from the bytes of every record up to the signature: a disk can
 * change data without any error. A damaged one is marked, so that it is fetched whole again and not passed on.
 */
public final class ReplicaCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaCheck.class);
    private static final int MOST = 100;

    private final Database database;
    private final RepoStore repos;

    public ReplicaCheck(Database database, RepoStore repos) {
        this.database = database;
        this.repos = repos;
    }

    /** What a check found. */
    public sealed interface Verdict {
        record NotHeld() implements Verdict {}

        record Intact(int records) implements Verdict {}

        /** @param damages at least one; the first hundred */
        record Damaged(List<Damage> damages) implements Verdict {}
    }

    /** @param where the record's key or the CID; empty when it is about the whole */
    public record Damage(Part part, String where) {}

    /** What of a repository is damaged. */
    public enum Part {
        /** Its block, its signature, or what the table says of it. */
        COMMIT,
        /** A record's bytes are not those of its CID. */
        RECORD,
        /** Keys and CIDs do not give the root that was signed. */
        TREE,
        /** A tree node is missing, altered or too many. */
        NODE,
        /** The file itself can't be read there. */
        FILE
    }

    /**
     * Reads the whole repository.
     *
     * @throws RuntimeException when it could not be read for another reason than damage; nothing is noted then
     */
    public Verdict check(Did did) {
        List<Damage> damages = new ArrayList<>();
        var head = new AtomicReference<@Nullable String>();
        int records;
        try {
            records = database.reading(sql -> inspect(sql, did, head, damages));
        } catch (org.echoppe.domain.Rejected e) {
            throw e;
        } catch (RuntimeException e) {
            if (H2File.isPassing(e)) {
                throw e;
            }
            LOG.warn("The repository of {} can't be read", did, e);
            damages.add(new Damage(Part.FILE, ""));
            records = 0;
        }
        if (records < 0) {
            return new Verdict.NotHeld();
        }
        boolean damaged = !damages.isEmpty();
        repos.checked(did, head.get(), damaged);
        return damaged
                ? new Verdict.Damaged(List.copyOf(damages.subList(0, Math.min(MOST, damages.size()))))
                : new Verdict.Intact(records);
    }

    /** How many records; -1 when the repository is not held. */
    private static int inspect(
            DSLContext sql, Did did, AtomicReference<@Nullable String> checked, List<Damage> damages) {
        var row = RepoStore.repository(sql, did);
        if (row == null) {
            return -1;
        }
        checked.set(row.getHead());
        Head head = RepoStore.head(row);
        inspectCommit(head, row.getCommitBlock(), damages);
        SortedMap<String, Cid> entries = new TreeMap<>();
        Records.forEach(sql, row.getId(), did, "", record -> {
            entries.put(record.key(), record.cid());
            if (!record.cid().matches(record.bytes())) {
                damages.add(new Damage(Part.RECORD, record.key()));
            }
        });
        if (entries.size() != head.records()) {
            damages.add(new Damage(Part.COMMIT, "count"));
        }
        inspectTree(sql, row.getId(), head.dataCid(), entries, damages);
        return entries.size();
    }

    private static void inspectCommit(Head head, byte[] block, List<Damage> damages) {
        try {
            Commit commit = Commit.read(block);
            commit.verify();
            boolean same = commit.did().equals(head.did())
                    && commit.rev().equals(head.rev())
                    && commit.data().equals(head.dataCid())
                    && head.commitCid().matches(block);
            if (!same) {
                damages.add(new Damage(Part.COMMIT, head.commitCid().toString()));
            }
        } catch (BadRepository e) {
            damages.add(new Damage(Part.COMMIT, head.commitCid().toString()));
        }
    }

    private static void inspectTree(
            DSLContext sql, long repository, Cid root, SortedMap<String, Cid> entries, List<Damage> damages) {
        MerkleSearchTree tree = MerkleSearchTree.build(entries);
        if (!tree.root().equals(root)) {
            damages.add(new Damage(Part.TREE, root.toString()));
        }
        Map<Cid, byte[]> missing = new HashMap<>();
        try {
            tree.forEachNode(node -> missing.put(node.cid(), node.bytes()));
        } catch (BadRepository e) {
            throw new IllegalStateException("a tree just built", e);
        }
        Nodes.forEach(sql, repository, node -> {
            if (missing.remove(node.cid()) == null || !node.cid().matches(node.bytes())) {
                damages.add(new Damage(Part.NODE, node.cid().toString()));
            }
        });
        missing.keySet().forEach(cid -> damages.add(new Damage(Part.NODE, cid.toString())));
    }
}
