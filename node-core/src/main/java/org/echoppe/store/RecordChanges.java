package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.REMOVED_RECORD;
import static org.echoppe.store.jooq.Tables.STORED_RECORD;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Tid;
import org.echoppe.repo.Block;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Changed records on their way into the tables, a batch at a time. */
final class RecordChanges {
    private static final int BATCH = 500;
    private static final Field<Integer> SIZE = DSL.field("octet_length({0})", Integer.class, STORED_RECORD.BLOCK);

    private final DSLContext sql;
    private final long repository;
    private final String rev;
    private final Map<String, Optional<Block>> waiting = new LinkedHashMap<>();
    private int count;
    private int tombstones;
    private long bytes;

    RecordChanges(DSLContext sql, long repository, Tid rev) {
        this.sql = sql;
        this.repository = repository;
        this.rev = rev.value();
    }

    void put(String key, Block record) {
        add(key, Optional.of(record));
    }

    void remove(String key) {
        add(key, Optional.empty());
    }

    /** Records more than before, after {@link #flush}. */
    int countDelta() {
        return count;
    }

    long byteDelta() {
        return bytes;
    }

    /** Removals noted by {@link #flush}. */
    int removals() {
        return tombstones;
    }

    private void add(String key, Optional<Block> record) {
        waiting.put(key, record);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        // joined, because H2 would compare each of a list of keys with every record of the repository
        var wanted = DSL.unnest(waiting.keySet().toArray(String[]::new)).as("wanted", "wanted_key");
        Map<String, Integer> held = sql.select(STORED_RECORD.RECORD_KEY, SIZE)
                .from(wanted)
                .join(STORED_RECORD)
                .on(
                        STORED_RECORD.REPOSITORY_ID.eq(repository),
                        STORED_RECORD.RECORD_KEY.eq(wanted.field("wanted_key", String.class)))
                .fetchMap(STORED_RECORD.RECORD_KEY, SIZE);
        held.forEach((key, size) -> forget(size));
        deleteAll(held.keySet());
        insertAll(held.keySet());
        waiting.clear();
    }

    private void forget(int size) {
        count--;
        bytes -= size;
    }

    /** Tombstones of keys that come back go as well. */
    private void deleteAll(Collection<String> held) {
        if (!held.isEmpty()) {
            BatchBindStep gone = sql.batch(sql.deleteFrom(STORED_RECORD)
                    .where(STORED_RECORD.REPOSITORY_ID.eq(repository), STORED_RECORD.RECORD_KEY.eq("")));
            for (String key : held) {
                gone = gone.bind(repository, key);
            }
            gone.execute();
        }
        List<String> back = waiting.entrySet().stream()
                .filter(change -> change.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (!back.isEmpty()) {
            BatchBindStep returned = sql.batch(sql.deleteFrom(REMOVED_RECORD)
                    .where(REMOVED_RECORD.REPOSITORY_ID.eq(repository), REMOVED_RECORD.RECORD_KEY.eq("")));
            for (String key : back) {
                returned = returned.bind(repository, key);
            }
            returned.execute();
        }
    }

    private void insertAll(Collection<String> held) {
        BatchBindStep records = sql.batch(sql.insertInto(STORED_RECORD)
                .columns(
                        STORED_RECORD.REPOSITORY_ID,
                        STORED_RECORD.RECORD_KEY,
                        STORED_RECORD.CID,
                        STORED_RECORD.BLOCK,
                        STORED_RECORD.CHANGED)
                .values((Long) null, null, null, null, null));
        BatchBindStep removed = sql.batch(sql.insertInto(REMOVED_RECORD)
                .columns(REMOVED_RECORD.REPOSITORY_ID, REMOVED_RECORD.RECORD_KEY, REMOVED_RECORD.CHANGED)
                .values((Long) null, null, null));
        for (var change : waiting.entrySet()) {
            String key = change.getKey();
            if (change.getValue().isPresent()) {
                Block block = change.getValue().get();
                records = records.bind(repository, key, block.cid().toString(), block.bytes(), rev);
                count++;
                bytes += block.bytes().length;
            } else if (held.contains(key)) {
                removed = removed.bind(repository, key, rev);
            }
        }
        if (records.size() > 0) {
            records.execute();
        }
        if (removed.size() > 0) {
            removed.execute();
            tombstones += removed.size();
        }
    }
}
