package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.REMOVED_RECORD;
import static org.echoppe.store.jooq.Tables.STORED_RECORD;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Limits;
import org.echoppe.repo.ThinDiff;
import org.echoppe.store.jooq.tables.records.RepositoryRecord;
import org.jooq.DSLContext;

/**
 * What changed in a held repository since an older rev. It may name keys that the asker has as they are: revs that were
 * skipped here, or a record that came and went. Applying it does no harm then.
 */
final class Changes {
    /** Beyond, the whole repository is the better answer. */
    private static final int MOST = 5_000;

    private Changes() {}

    static Optional<ThinDiff> since(DSLContext sql, RepositoryRecord held, Commit commit, Tid since) {
        String rev = since.value();
        if (held.getDamaged() || rev.compareTo(held.getKnownSince()) < 0 || rev.compareTo(held.getRev()) > 0) {
            return Optional.empty();
        }
        SortedMap<String, Optional<Cid>> changes = new TreeMap<>();
        sql.select(REMOVED_RECORD.RECORD_KEY)
                .from(REMOVED_RECORD)
                .where(REMOVED_RECORD.REPOSITORY_ID.eq(held.getId()), REMOVED_RECORD.CHANGED.gt(rev))
                .limit(MOST + 1)
                .fetch(REMOVED_RECORD.RECORD_KEY)
                .forEach(key -> changes.put(key, Optional.empty()));
        Map<Cid, byte[]> records = new HashMap<>();
        long bytes = 0;
        try (var rows = sql.select(STORED_RECORD.RECORD_KEY, STORED_RECORD.CID, STORED_RECORD.BLOCK)
                .from(STORED_RECORD)
                .where(STORED_RECORD.REPOSITORY_ID.eq(held.getId()), STORED_RECORD.CHANGED.gt(rev))
                .limit(MOST + 1)
                .fetchLazy()) {
            for (var row : rows) {
                Cid cid = Cid.parse(row.value2());
                changes.put(row.value1(), Optional.of(cid));
                records.put(cid, row.value3());
                // keys, CIDs and their framing come on top
                bytes += row.value3().length + row.value1().length() + 2L * Cid.LENGTH;
                if (bytes > Limits.STRANGER.changesBytes() / 2 || changes.size() > MOST) {
                    return Optional.empty();
                }
            }
        }
        return changes.size() > MOST ? Optional.empty() : Optional.of(new ThinDiff(commit, changes, records));
    }
}
