package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.SECURITY_EVENT;

import java.util.Collection;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The security journal's lines: the newest of each shelf. */
public final class SecurityStore {
    /**
     * Kinds of lines that share a room.
     *
     * @param kept lines at most
     */
    public record Shelf(List<String> kinds, int kept) {}

    private final Database database;

    public SecurityStore(Database database) {
        this.database = database;
    }

    /** Texts longer than their column are cut: what a stranger sends must not decide whether we write. */
    public void add(Collection<SecurityEvent> events, List<Shelf> shelves) {
        if (events.isEmpty()) {
            return;
        }
        database.writeAll(sql -> {
            BatchBindStep batch = sql.batch(sql.insertInto(SECURITY_EVENT)
                    .columns(
                            SECURITY_EVENT.HAPPENED_AT,
                            SECURITY_EVENT.KIND,
                            SECURITY_EVENT.WHO,
                            SECURITY_EVENT.WHAT,
                            SECURITY_EVENT.WHY)
                    .values((java.time.Instant) null, null, null, null, null));
            for (var event : events) {
                batch = batch.bind(
                        event.at(),
                        cut(event.kind(), SECURITY_EVENT.KIND),
                        cut(event.who(), SECURITY_EVENT.WHO),
                        cut(event.what(), SECURITY_EVENT.WHAT),
                        cut(event.why(), SECURITY_EVENT.WHY));
            }
            batch.execute();
            shelves.forEach(shelf -> trim(sql, shelf));
        });
    }

    /** Newest first. */
    public List<SecurityEvent> latest(int limit) {
        return database.reading(sql -> sql.selectFrom(SECURITY_EVENT)
                .orderBy(SECURITY_EVENT.ID.desc())
                .limit(limit)
                .fetch(e -> new SecurityEvent(e.getHappenedAt(), e.getKind(), e.getWho(), e.getWhat(), e.getWhy())));
    }

    private static void trim(DSLContext sql, Shelf shelf) {
        List<Long> ids = sql.select(SECURITY_EVENT.ID)
                .from(SECURITY_EVENT)
                .where(SECURITY_EVENT.KIND.in(shelf.kinds()))
                .orderBy(SECURITY_EVENT.ID)
                .fetch(SECURITY_EVENT.ID);
        var old = ids.subList(0, Math.max(0, ids.size() - shelf.kept()));
        if (!old.isEmpty()) {
            BatchBindStep gone = sql.batch(sql.deleteFrom(SECURITY_EVENT).where(SECURITY_EVENT.ID.eq(0L)));
            for (Long id : old) {
                gone = gone.bind(id);
            }
            gone.execute();
        }
    }

    private static String cut(String text, Field<String> column) {
        int most = column.getDataType().length();
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
