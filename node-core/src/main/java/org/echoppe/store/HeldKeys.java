package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.STORED_RECORD;

import java.util.NoSuchElementException;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** The keys of a stored repository in order, with their CIDs, read in pages ahead of what is written behind. */
final class HeldKeys {
    private static final int PAGE = 1_000;

    private final DSLContext sql;
    private final long repository;
    private @Nullable Result<Record2<String, String>> page;
    private int at;

    HeldKeys(DSLContext sql, long repository) {
        this.sql = sql;
        this.repository = repository;
        page = after("");
    }

    boolean hasNext() {
        return page != null;
    }

    boolean isBefore(String key) {
        return page != null && page.get(at).value1().compareTo(key) < 0;
    }

    boolean isAt(String key) {
        return page != null && page.get(at).value1().equals(key);
    }

    /** The CID of the key that {@link #next} gives. */
    String cid() {
        return current().value2();
    }

    String next() {
        String key = current().value1();
        at++;
        if (page != null && at == page.size()) {
            page = page.size() < PAGE ? null : after(key);
            at = 0;
        }
        return key;
    }

    private Record2<String, String> current() {
        if (page == null) {
            throw new NoSuchElementException();
        }
        return page.get(at);
    }

    private @Nullable Result<Record2<String, String>> after(String key) {
        var found = sql.select(STORED_RECORD.RECORD_KEY, STORED_RECORD.CID)
                .from(STORED_RECORD)
                .where(STORED_RECORD.REPOSITORY_ID.eq(repository), STORED_RECORD.RECORD_KEY.gt(key))
                .orderBy(STORED_RECORD.REPOSITORY_ID, STORED_RECORD.RECORD_KEY)
                .limit(PAGE)
                .fetch();
        return found.isEmpty() ? null : found;
    }
}
