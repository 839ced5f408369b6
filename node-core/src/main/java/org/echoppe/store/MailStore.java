package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.MAIL;
import static org.echoppe.store.jooq.Tables.MAIL_BODY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Thumbprint;
import org.echoppe.store.jooq.tables.records.MailRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes held for others, what became of them, and the answers to them. The merchant's receipt ends an envelope: its body
 * and the marks of who brought it go in that very transaction, and what is left only answers who asks how far it came.
 */
public final class MailStore {
    /** How long an envelope is carried. */
    public static final Duration CARRIED = Duration.ofDays(30);
    /** How long answers are kept, and what is known of an envelope that has arrived. */
    public static final Duration REMEMBERED = Duration.ofDays(60);

    private final Database database;
    private final AnswerStore answers;
    private final DueMailStore due;

    public MailStore(Database database) {
        this.database = database;
        this.answers = new AnswerStore(database);
        this.due = new DueMailStore(database);
    }

    /** Waits until what was read before is on the disk: to be called before it leaves the node. */
    public void settle() {
        database.settle();
    }

    /**
     * Holds an envelope; it is durable when this returns.
     *
     * @throws org.echoppe.domain.Rejected DISK_FULL
     */
    public MailTaken take(NewMail fresh, MailLimits limits) {
        database.needRoom(2L * fresh.body().length);
        return database.writing(sql -> {
            if (row(sql, fresh.id(), fresh.hash()) != null) {
                return MailTaken.KNOWN;
            }
            if (!hasRoom(sql, fresh, limits)) {
                return MailTaken.FULL;
            }
            insert(sql, fresh);
            return MailTaken.KEPT;
        });
    }

    private static boolean hasRoom(DSLContext sql, NewMail fresh, MailLimits limits) {
        var bearer = fresh.bearer();
        int more = fresh.body().length;
        var waits = MAIL.BYTE_COUNT.gt(0);
        var sender = bearer.sender();
        return fits(sql, waits.and(MAIL.MERCHANT.eq(fresh.merchant().value())), limits.merchant(), more)
                && fits(sql, waits.and(MAIL.NETWORK.eq(bearer.network())), limits.network(), more)
                && (sender == null || fits(sql, waits.and(MAIL.SENDER.eq(sender)), limits.sender(), more))
                && fits(sql, waits, limits.all(), more);
    }

    private static boolean fits(DSLContext sql, Condition which, MailLimits.Share share, int more) {
        var held = sql.select(count(), coalesce(sum(MAIL.BYTE_COUNT), BigDecimal.ZERO))
                .from(MAIL)
                .where(which)
                .fetchSingle();
        return held.value1() < share.envelopes() && held.value2().longValue() + more <= share.bytes();
    }

    private void insert(DSLContext sql, NewMail fresh) {
        var mail = blank(sql, fresh);
        mail.setByteCount(fresh.body().length);
        mail.setSender(fresh.bearer().sender());
        mail.setNetwork(fresh.bearer().network());
        mail.setNextTry(fresh.nextTry());
        mail.store();
        sql.insertInto(MAIL_BODY)
                .set(MAIL_BODY.SEQ, mail.getSeq())
                .set(MAIL_BODY.BODY, fresh.body())
                .execute();
    }

    private MailRecord blank(DSLContext sql, NewMail fresh) {
        MailRecord mail = sql.newRecord(MAIL);
        mail.setId(fresh.id().value());
        mail.setHash(fresh.hash());
        mail.setMerchant(fresh.merchant().value());
        mail.setReply(fresh.reply().value());
        mail.setState(fresh.state().name());
        mail.setSince(database.now());
        mail.setReceivedAt(database.now());
        mail.setByteCount(0);
        mail.setAttempts(0);
        return mail;
    }

    /** Notes an envelope to the own merchant, which is in its journal already. Nothing happens when it is noted. */
    public void takeArrived(NewMail fresh, String receipt) {
        database.writeAll(sql -> {
            if (row(sql, fresh.id(), fresh.hash()) == null) {
                var mail = blank(sql, fresh);
                mail.setReceipt(receipt);
                mail.store();
            }
        });
    }

    public Optional<HeldMail> find(EnvelopeId id, String hash) {
        return database.reading(sql -> Optional.ofNullable(row(sql, id, hash)).map(MailStore::held));
    }

    /** All under this id, the first that came first: a hostile node may send another under an id that it saw. */
    public List<HeldMail> find(EnvelopeId id) {
        return database.reading(sql -> sql.selectFrom(MAIL)
                .where(MAIL.ID.eq(id.value()))
                .orderBy(MAIL.SEQ)
                .fetch(MailStore::held));
    }

    private static @Nullable MailRecord row(DSLContext sql, EnvelopeId id, String hash) {
        return sql.fetchOne(MAIL, MAIL.ID.eq(id.value()), MAIL.HASH.eq(hash));
    }

    /** The envelope itself; empty once its receipt is here. */
    public Optional<byte[]> body(long seq) {
        return database.reading(sql -> sql.select(MAIL_BODY.BODY)
                .from(MAIL_BODY)
                .where(MAIL_BODY.SEQ.eq(seq))
                .fetchOptional(MAIL_BODY.BODY));
    }

    /**
     * The merchant's receipt: the envelope goes. One that is older than what is known changes nothing.
     *
     * @param reply of the key that answers are sealed to, as the merchant read it; what stood outside anybody can have rewritten
     * @param nextAsk when answers are to be asked for, where the envelope was carried on; null for never
     */
    public void arrived(long seq, String receipt, boolean read, Optional<Thumbprint> reply, @Nullable Instant nextAsk) {
        database.writeAll(sql -> {
            MailRecord mail = sql.fetchOne(MAIL, MAIL.SEQ.eq(seq));
            var state = read ? MailState.READ : MailState.ARRIVED;
            if (mail == null || isPast(MailState.valueOf(mail.getState()), state)) {
                return;
            }
            leave(mail, state);
            mail.setReceipt(receipt);
            reply.ifPresent(key -> mail.setReply(key.value()));
            mail.setAttempts(0);
            if (mail.getNextTry() != null) {
                mail.setNextTry(nextAsk);
            }
            mail.store();
            sql.deleteFrom(MAIL_BODY).where(MAIL_BODY.SEQ.eq(seq)).execute();
        });
    }

    private static boolean isPast(MailState now, MailState news) {
        return now == MailState.READ || now == news;
    }

    private void leave(MailRecord mail, MailState state) {
        mail.setState(state.name());
        mail.setSince(database.now());
        mail.setByteCount(0);
        mail.setSender(null);
        mail.setNetwork(null);
    }

    /**
     * What waits for a merchant, oldest first.
     *
     * @param after only what came later than the piece of this number
     * @param bytes of bodies at most; one is given in any case
     */
    public List<MailPiece> waitingFor(Did merchant, long after, int most, long bytes) {
        return database.reading(sql -> {
            var pieces = new ArrayList<MailPiece>();
            long sum = 0;
            var rows = sql.select(MAIL.SEQ, MAIL.BYTE_COUNT)
                    .from(MAIL)
                    .where(MAIL.MERCHANT.eq(merchant.value()), MAIL.BYTE_COUNT.gt(0), MAIL.SEQ.gt(after))
                    .orderBy(MAIL.SEQ)
                    .limit(most)
                    .fetch();
            for (var row : rows) {
                sum += row.value2();
                if (!pieces.isEmpty() && sum > bytes) {
                    break;
                }
                body(row.value1()).ifPresent(body -> pieces.add(new MailPiece(row.value1(), body)));
            }
            return pieces;
        });
    }

    /** What is to be carried, and when. */
    public DueMailStore due() {
        return due;
    }

    /** The answers to what was held here. */
    public AnswerStore answers() {
        return answers;
    }

    /** What was carried for {@link #CARRIED} expires, what was remembered for {@link #REMEMBERED} is forgotten. */
    public void expire(Instant now) {
        database.writeAll(sql -> {
            var late = sql.selectFrom(MAIL)
                    .where(MAIL.BYTE_COUNT.gt(0), MAIL.RECEIVED_AT.lt(now.minus(CARRIED)))
                    .fetch();
            for (MailRecord mail : late) {
                leave(mail, MailState.EXPIRED);
                mail.setNextTry(null);
                mail.store();
                sql.deleteFrom(MAIL_BODY).where(MAIL_BODY.SEQ.eq(mail.getSeq())).execute();
            }
            var forgotten = now.minus(REMEMBERED);
            sql.deleteFrom(MAIL)
                    .where(MAIL.BYTE_COUNT.eq(0), MAIL.SINCE.lt(forgotten))
                    .execute();
            answers.forgetBefore(forgotten);
        });
    }

    static HeldMail held(MailRecord mail) {
        return new HeldMail(
                mail.getSeq(),
                new EnvelopeId(mail.getId()),
                mail.getHash(),
                new Did(mail.getMerchant()),
                new Thumbprint(mail.getReply()),
                MailState.valueOf(mail.getState()),
                mail.getSince(),
                mail.getByteCount() > 0,
                mail.getReceipt(),
                mail.getAttempts());
    }
}
