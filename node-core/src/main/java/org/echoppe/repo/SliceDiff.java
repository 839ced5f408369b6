package org.echoppe.repo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/** Reads what a CAR slice changes: its tree is the slice's nodes, and for the rest the held ones. */
final class SliceDiff implements BlockSource {
    private final Map<Cid, byte[]> slice;
    private final Map<Cid, Block> held;

    private SliceDiff(Map<Cid, byte[]> slice, Map<Cid, Block> held) {
        this.slice = slice;
        this.held = held;
    }

    static ThinDiff of(MerkleSearchTree held, Commit commit, Map<Cid, byte[]> slice, Limits limits)
            throws BadRepository {
        var tree = MerkleSearchTree.load(commit.data(), new SliceDiff(slice, nodes(held)));
        var changes = tree.changeFrom(held).keys();
        var named = new HashSet<Cid>();
        changes.values().forEach(cid -> cid.ifPresent(named::add));
        var records = new HashMap<>(slice);
        records.keySet().retainAll(named);
        var diff = new ThinDiff(commit, changes, records);
        diff.check(limits);
        return diff;
    }

    private static Map<Cid, Block> nodes(MerkleSearchTree held) throws BadRepository {
        var nodes = new HashMap<Cid, Block>();
        try {
            held.<RuntimeException>forEachNode(node -> nodes.put(node.cid(), node));
        } catch (BadRepository e) {
            throw new BadRepository(BadRepository.Reason.HELD_TREE_DAMAGED, "while reading a slice", e);
        }
        return nodes;
    }

    @Override
    public byte @Nullable [] block(Cid cid) {
        byte[] inSlice = slice.get(cid);
        return inSlice != null
                ? inSlice
                : Optional.ofNullable(held.get(cid)).map(Block::bytes).orElse(null);
    }
}
