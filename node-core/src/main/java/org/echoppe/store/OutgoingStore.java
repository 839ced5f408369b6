package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.MAIL_OUTGOING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echoppe.domain.Did;
import org.echoppe.store.jooq.tables.records.MailOutgoingRecord;

/** The own merchant's receipts and answers on the way to where they may wait. */
public final class OutgoingStore {
    private final Database database;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public OutgoingStore(Database database) {
        this.database = database;
    }

    /** Who is told when something is to go out and is committed. */
    public void onAdded(Runnable listener) {
        listeners.add(listener);
    }

    /** Sends a word to each of these; it joins a write under way, and goes out with it or not at all. */
    public void add(Collection<Did> targets, String word) {
        database.writeAll(sql -> {
            for (var target : targets) {
                sql.insertInto(MAIL_OUTGOING)
                        .set(MAIL_OUTGOING.TARGET, target.value())
                        .set(MAIL_OUTGOING.WORD, word)
                        .set(MAIL_OUTGOING.ADDED_AT, database.now())
                        .set(MAIL_OUTGOING.ATTEMPTS, 0)
                        .set(MAIL_OUTGOING.NEXT_TRY, database.now())
                        .execute();
            }
            database.afterCommit(() -> listeners.forEach(Runnable::run));
        });
    }

    /** Nodes for which something is due. */
    public List<Did> due(Instant now) {
        return database.reading(sql -> sql.selectDistinct(MAIL_OUTGOING.TARGET)
                .from(MAIL_OUTGOING)
                .where(MAIL_OUTGOING.NEXT_TRY.le(now))
                .fetch(row -> new Did(row.value1())));
    }

    /** What is due for one, oldest first. */
    public List<OutgoingMail> due(Did target, Instant now, int most) {
        return database.reading(sql -> sql.selectFrom(MAIL_OUTGOING)
                .where(MAIL_OUTGOING.TARGET.eq(target.value()), MAIL_OUTGOING.NEXT_TRY.le(now))
                .orderBy(MAIL_OUTGOING.SEQ)
                .limit(most)
                .fetch(OutgoingStore::outgoing));
    }

    private static OutgoingMail outgoing(MailOutgoingRecord mail) {
        return new OutgoingMail(mail.getSeq(), new Did(mail.getTarget()), mail.getWord(), mail.getAttempts());
    }

    /** It is there, or will never be. */
    public void done(OutgoingMail mail) {
        database.writeAll(sql -> sql.deleteFrom(MAIL_OUTGOING)
                .where(MAIL_OUTGOING.SEQ.eq(mail.seq()))
                .execute());
    }

    public void tried(OutgoingMail mail, Instant next) {
        database.writeAll(sql -> sql.update(MAIL_OUTGOING)
                .set(MAIL_OUTGOING.ATTEMPTS, mail.attempts() + 1)
                .set(MAIL_OUTGOING.NEXT_TRY, next)
                .where(MAIL_OUTGOING.SEQ.eq(mail.seq()))
                .execute());
    }

    /** The node is heard of: what waits for it is due. */
    public boolean hurry(Did target, Instant now) {
        return database.writing(sql -> sql.update(MAIL_OUTGOING)
                        .set(MAIL_OUTGOING.NEXT_TRY, now)
                        .where(MAIL_OUTGOING.TARGET.eq(target.value()), MAIL_OUTGOING.NEXT_TRY.gt(now))
                        .execute())
                > 0;
    }

    public boolean isAwaited(Did target, Instant now) {
        return database.reading(sql -> sql.fetchExists(
                MAIL_OUTGOING, MAIL_OUTGOING.TARGET.eq(target.value()).and(MAIL_OUTGOING.NEXT_TRY.gt(now))));
    }

    public void expire(Instant now) {
        database.writeAll(sql -> sql.deleteFrom(MAIL_OUTGOING)
                .where(MAIL_OUTGOING.ADDED_AT.lt(now.minus(MailStore.REMEMBERED)))
                .execute());
    }
}
