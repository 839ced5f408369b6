package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.MAIL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.store.jooq.tables.records.MailRecord;

/** Which envelopes are to be carried on, or asked after, and when. */
public final class DueMailStore {
    private final Database database;

    DueMailStore(Database database) {
        this.database = database;
    }

    /** Merchants for whom there is something to do. */
    public List<Did> merchants(Instant now) {
        return database.reading(sql -> sql.selectDistinct(MAIL.MERCHANT)
                .from(MAIL)
                .where(MAIL.NEXT_TRY.le(now))
                .fetch(row -> new Did(row.value1())));
    }

    /** What there is to do for one, oldest first. */
    public List<HeldMail> of(Did merchant, Instant now, int most) {
        return database.reading(sql -> sql.selectFrom(MAIL)
                .where(MAIL.MERCHANT.eq(merchant.value()), MAIL.NEXT_TRY.le(now))
                .orderBy(MAIL.SEQ)
                .limit(most)
                .fetch(MailStore::held));
    }

    /** It did not arrive this time. Nothing happens when its receipt came meanwhile. */
    public void tried(HeldMail mail, boolean atMailbox, Instant next) {
        database.writeAll(sql -> {
            MailRecord held = sql.fetchOne(
                    MAIL, MAIL.SEQ.eq(mail.seq()), MAIL.STATE.eq(mail.state().name()));
            if (held == null || held.getNextTry() == null) {
                return;
            }
            if (atMailbox && mail.state() == MailState.KEPT) {
                held.setState(MailState.AT_MAILBOX.name());
                held.setSince(database.now());
            }
            held.setAttempts(held.getAttempts() + 1);
            held.setNextTry(next);
            held.store();
        });
    }

    /** The merchant is heard of: whatever waits for it, or has lately arrived, is due. */
    public boolean hurry(Did merchant, Instant now) {
        var recent = now.minus(Duration.ofDays(1));
        return database.writing(sql -> sql.update(MAIL)
                        .set(MAIL.NEXT_TRY, now)
                        .where(
                                MAIL.MERCHANT.eq(merchant.value()),
                                MAIL.NEXT_TRY.gt(now),
                                MAIL.BYTE_COUNT.gt(0).or(MAIL.SINCE.gt(recent)))
                        .execute())
                > 0;
    }

    /** Whether anything waits for the merchant that {@link #hurry} would make due. */
    public boolean isAwaited(Did merchant, Instant now) {
        return database.reading(
                sql -> sql.fetchExists(MAIL, MAIL.MERCHANT.eq(merchant.value()).and(MAIL.NEXT_TRY.gt(now))));
    }

    /** Somebody waits for answers to this one. */
    public void hurry(HeldMail mail, Instant now) {
        database.writeAll(sql -> sql.update(MAIL)
                .set(MAIL.NEXT_TRY, now)
                .where(MAIL.SEQ.eq(mail.seq()), MAIL.NEXT_TRY.gt(now))
                .execute());
    }
}
