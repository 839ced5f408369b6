package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.REMOVED_RECORD;
import static org.echoppe.store.jooq.Tables.REPOSITORY;

import org.echoppe.domain.Tid;
import org.echoppe.store.jooq.tables.records.RepositoryRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How long it is remembered that a record was removed. A stranger decides how many there are, so there is a number and an age
 * beyond which whoever was away so long gets the whole repository.
 */
final class Removals {
    /** Of one repository. */
    static final int MOST = 20_000;

    private Removals() {}

    /** @param added by this change: after none there is nothing to do */
    static void limit(DSLContext sql, RepositoryRecord row, int added) {
        if (added == 0) {
            return;
        }
        String last = sql.select(REMOVED_RECORD.CHANGED)
                .from(REMOVED_RECORD)
                .where(REMOVED_RECORD.REPOSITORY_ID.eq(row.getId()))
                .orderBy(REMOVED_RECORD.REPOSITORY_ID.desc(), REMOVED_RECORD.CHANGED.desc())
                .limit(1)
                .offset(MOST)
                .fetchOne(REMOVED_RECORD.CHANGED);
        if (last != null) {
            sql.deleteFrom(REMOVED_RECORD)
                    .where(REMOVED_RECORD.REPOSITORY_ID.eq(row.getId()), REMOVED_RECORD.CHANGED.le(last))
                    .execute();
            if (row.getKnownSince().compareTo(last) < 0) {
                row.setKnownSince(last);
            }
        }
    }

    /** Of all repositories. One that has not changed since then knows every change after its head, which is none. */
    static void forgetBefore(DSLContext sql, Tid rev) {
        sql.deleteFrom(REMOVED_RECORD)
                .where(REMOVED_RECORD.CHANGED.lt(rev.value()))
                .execute();
        sql.update(REPOSITORY)
                .set(REPOSITORY.KNOWN_SINCE, DSL.least(REPOSITORY.REV, DSL.val(rev.value())))
                .where(REPOSITORY.KNOWN_SINCE.lt(rev.value()), REPOSITORY.KNOWN_SINCE.lt(REPOSITORY.REV))
                .execute();
    }
}
