package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.MISSING_BLOCK;
import static org.echoppe.repo.BadRepository.Reason.TOO_LARGE;
import static org.echoppe.repo.BadRepository.Reason.WRONG_SHAPE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a repository between two commits, without tree nodes: the receiver makes those itself, and its root must
 * come out as the one signed. On the wire it is DAG-CBOR {@code {commit, changes, records}}: the commit's block as bytes, a
 * map from key to CID (null: removed), and a list of the records' blocks as bytes, each once.
 *
 * @param changes every key that changed, with the CID of its record now; empty when it was removed
 * @param records the blocks of all records named in the changes, and no others
 */
public record ThinDiff(Commit commit, SortedMap<String, Optional<Cid>> changes, Map<Cid, byte[]> records) {
    public static final String MEDIA_TYPE = "application/vnd.echoppe.changes";

    public byte[] encode() {
        int size =
                records.values().stream().mapToInt(record -> record.length + 5).sum() + changes.size() * 100 + 512;
        var writer = new CborWriter(size);
        writer.map(3).text("commit").bytes(commit.block().bytes());
        writer.text("changes").map(changes.size());
        for (var change : inCborOrder(changes)) {
            writer.text(change.getKey());
            change.getValue().ifPresentOrElse(writer::link, () -> writer.simple(Cbor.NULL));
        }
        writer.text("records").list(records.size());
        records.values().forEach(writer::bytes);
        return writer.toBytes();
    }

    /** Keys are ASCII: characters are bytes. */
    private static List<Map.Entry<String, Optional<Cid>>> inCborOrder(SortedMap<String, Optional<Cid>> changes) {
        var entries = new ArrayList<>(changes.entrySet());
        entries.sort(Comparator.comparingInt((Map.Entry<String, Optional<Cid>> entry) ->
                        entry.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()));
        return entries;
    }

    /** Reads one, with the records' hashes taken here; that it fits a tree and is signed is for {@link Update#check} to say. */
    public static ThinDiff decode(byte[] bytes, Limits limits) throws BadRepository {
        if (bytes.length > limits.changesBytes()) {
            throw new BadRepository(TOO_LARGE, bytes.length + " bytes of changes");
        }
        var reader = new CborReader(bytes);
        if (reader.map() != 3) {
            throw wrong("other fields than a thin diff's");
        }
        field(reader, "commit");
        var commit = Commit.read(reader.bytes());
        field(reader, "changes");
        var changes = changes(reader, limits);
        field(reader, "records");
        var records = records(reader);
        reader.end();
        var diff = new ThinDiff(commit, changes, records);
        diff.check(limits);
        return diff;
    }

    private static void field(CborReader reader, String name) throws BadRepository {
        if (!reader.text().equals(name)) {
            throw wrong("not the field " + name);
        }
    }

    private static SortedMap<String, Optional<Cid>> changes(CborReader reader, Limits limits) throws BadRepository {
        int count = reader.map();
        if (count > 2 * limits.records()) {
            throw new BadRepository(TOO_LARGE, count + " changes");
        }
        var changes = new TreeMap<String, Optional<Cid>>();
        var keys = reader.mapKeys();
        for (int i = 0; i < count; i++) {
            var key = keys.next();
            changes.put(key, reader.skipNull() ? Optional.empty() : Optional.of(reader.link()));
        }
        return changes;
    }

    private static Map<Cid, byte[]> records(CborReader reader) throws BadRepository {
        int count = reader.list();
        var records = new HashMap<Cid, byte[]>();
        for (int i = 0; i < count; i++) {
            var record = Block.of(reader.bytes());
            if (records.put(record.cid(), record.bytes()) != null) {
                throw wrong("a record twice");
            }
        }
        return records;
    }

    /** Keys, and for each its record within the limits; none besides. */
    void check(Limits limits) throws BadRepository {
        var named = new HashSet<Cid>();
        for (var change : changes.entrySet()) {
            var key = change.getKey();
            Collections.check(key);
            if (change.getValue().isPresent()) {
                checkRecord(key, records.get(change.getValue().get()));
                named.add(change.getValue().get());
            }
        }
        if (weight() > limits.repositoryBytes()) {
            throw new BadRepository(TOO_LARGE, weight() + " bytes of records");
        }
        if (named.size() != records.size()) {
            throw wrong("a record that no change names");
        }
    }

    private static void checkRecord(String key, byte @Nullable [] record) throws BadRepository {
        if (record == null) {
            throw new BadRepository(MISSING_BLOCK, "record of " + key);
        }
        if (record.length > Limits.recordBytes(key)) {
            throw new BadRepository(TOO_LARGE, record.length + " bytes in record " + key);
        }
    }

    /** Bytes of all records, each counted for every key that names it: so much will be stored. */
    public long weight() {
        long weight = 0;
        for (var cid : changes.values()) {
            weight += cid.map(records::get).map(record -> record.length).orElse(0);
        }
        return weight;
    }

    private static BadRepository wrong(String what) {
        return new BadRepository(WRONG_SHAPE, what);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThinDiff diff
                && commit.equals(diff.commit)
                && changes.equals(diff.changes)
                && records.keySet().equals(diff.records.keySet())
                && records.keySet().stream().allMatch(cid -> Arrays.equals(records.get(cid), diff.records.get(cid)));
    }

    @Override
    public int hashCode() {
        return commit.hashCode();
    }
}
