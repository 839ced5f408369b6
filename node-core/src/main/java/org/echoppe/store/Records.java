package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.STORED_RECORD;

import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Walks over the records of one repository in pages, so that memory stays small. */
final class Records {
    /** At most 128 KiB each, nearly always under 1 KiB. */
    private static final int PAGE = 200;

    private Records() {}

    static <X extends Exception> void forEach(
            DSLContext sql, long repository, Did did, String prefix, RepoStore.RecordVisitor<X> visitor) throws X {
        Condition inside = STORED_RECORD.REPOSITORY_ID.eq(repository);
        Condition end = prefix.isEmpty() ? DSL.noCondition() : STORED_RECORD.RECORD_KEY.lt(after(prefix));
        Condition begin = STORED_RECORD.RECORD_KEY.ge(prefix);
        while (true) {
            Result<Record4<String, String, byte[], String>> page = sql.select(
                            STORED_RECORD.RECORD_KEY, STORED_RECORD.CID, STORED_RECORD.BLOCK, STORED_RECORD.CHANGED)
                    .from(STORED_RECORD)
                    .where(inside, begin, end)
                    .orderBy(STORED_RECORD.REPOSITORY_ID, STORED_RECORD.RECORD_KEY)
                    .limit(PAGE)
                    .fetch();
            for (var row : page) {
                visitor.visit(stored(did, row));
            }
            if (page.size() < PAGE) {
                return;
            }
            begin = STORED_RECORD.RECORD_KEY.gt(page.getLast().value1());
        }
    }

    static StoredRecord stored(Did did, Record4<String, String, byte[], String> row) {
        return new StoredRecord(did, row.value1(), Cid.parse(row.value2()), row.value3(), new Tid(row.value4()));
    }

    /** The first text behind all that begin with this one. */
    private static String after(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }
}
