package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.MAIL;
import static org.echoppe.store.jooq.Tables.MAIL_ANSWER;
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
import org.jooq.impl.DSL;
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
    /** Answers to one reply key, bytes: what one answer to a question may cost. */
    public static final long ANSWERS_OF_REPLY = 2 << 20;

    private static final int MOST_ANSWERS = 50;
    private static final long ANSWERS_OF_MERCHANT = 128L << 20;
    private static final long ALL_ANSWERS = 1L << 30;

    private final Database database;

    public MailStore(Database database) {
        this.database = database;
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
        return database.reading(sql ->
                sql.selectFrom(MAIL).where(MAIL.ID.eq(id.value())).orderBy(MAIL.SEQ).fetch(MailStore::held));
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
     * @param nextAsk when answers are to be asked for, where the envelope was carried on; null for never
     */
    public void arrived(long seq, String receipt, boolean read, @Nullable Instant nextAsk) {
        database.writeAll(sql -> {
            MailRecord mail = sql.fetchOne(MAIL, MAIL.SEQ.eq(seq));
            var state = read ? MailState.READ : MailState.ARRIVED;
            if (mail == null || isPast(MailState.valueOf(mail.getState()), state)) {
                return;
            }
            leave(mail, state);
            mail.setReceipt(receipt);
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

    // ---- carrying

    /** Merchants for whom there is something to do. */
    public List<Did> due(Instant now) {
        return database.reading(sql -> sql.selectDistinct(MAIL.MERCHANT)
                .from(MAIL)
                .where(MAIL.NEXT_TRY.le(now))
                .fetch(row -> new Did(row.value1())));
    }

    /** What there is to do for one, oldest first. */
    public List<HeldMail> due(Did merchant, Instant now, int most) {
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
        return database.reading(sql ->
                sql.fetchExists(MAIL, MAIL.MERCHANT.eq(merchant.value()).and(MAIL.NEXT_TRY.gt(now))));
    }

    /** Somebody waits for answers to this one. */
    public void hurry(HeldMail mail, Instant now) {
        database.writeAll(sql -> sql.update(MAIL)
                .set(MAIL.NEXT_TRY, now)
                .where(MAIL.SEQ.eq(mail.seq()), MAIL.NEXT_TRY.gt(now))
                .execute());
    }

    // ---- for the owner

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

    // ---- answers

    /**
     * Keeps an answer of a merchant whose envelopes with this reply key were here.
     *
     * @param own whether the merchant is this node's own: then it has all the room
     */
    public Optional<MailTaken> answer(Did merchant, EnvelopeId id, Thumbprint reply, String word, boolean own) {
        return database.writing(sql -> {
            var of = MAIL_ANSWER.MERCHANT.eq(merchant.value());
            if (sql.fetchExists(MAIL_ANSWER, of.and(MAIL_ANSWER.ID.eq(id.value())))) {
                return Optional.of(MailTaken.KNOWN);
            }
            boolean awaited = sql.fetchExists(
                    MAIL, MAIL.REPLY.eq(reply.value()).and(MAIL.MERCHANT.eq(merchant.value())));
            if (!awaited && !own) {
                return Optional.empty();
            }
            if (!own && !hasRoom(sql, of, reply, word.length())) {
                return Optional.of(MailTaken.FULL);
            }
            sql.insertInto(MAIL_ANSWER)
                    .set(MAIL_ANSWER.MERCHANT, merchant.value())
                    .set(MAIL_ANSWER.ID, id.value())
                    .set(MAIL_ANSWER.REPLY, reply.value())
                    .set(MAIL_ANSWER.WORD, word)
                    .set(MAIL_ANSWER.BYTE_COUNT, word.length())
                    .set(MAIL_ANSWER.RECEIVED_AT, database.now())
                    .execute();
            return Optional.of(MailTaken.KEPT);
        });
    }

    private static boolean hasRoom(DSLContext sql, Condition merchant, Thumbprint reply, int more) {
        return answersFit(sql, merchant.and(MAIL_ANSWER.REPLY.eq(reply.value())), MOST_ANSWERS, ANSWERS_OF_REPLY, more)
                && answersFit(sql, merchant, Integer.MAX_VALUE, ANSWERS_OF_MERCHANT, more)
                && answersFit(sql, DSL.noCondition(), Integer.MAX_VALUE, ALL_ANSWERS, more);
    }

    private static boolean answersFit(DSLContext sql, Condition which, int most, long bytes, int more) {
        var held = sql.select(count(), coalesce(sum(MAIL_ANSWER.BYTE_COUNT), BigDecimal.ZERO))
                .from(MAIL_ANSWER)
                .where(which)
                .fetchSingle();
        return held.value1() < most && held.value2().longValue() + more <= bytes;
    }

    /** In the order in which they came. */
    public List<String> answers(Did merchant, Thumbprint reply) {
        return database.reading(sql -> sql.select(MAIL_ANSWER.WORD)
                .from(MAIL_ANSWER)
                .where(MAIL_ANSWER.MERCHANT.eq(merchant.value()), MAIL_ANSWER.REPLY.eq(reply.value()))
                .orderBy(MAIL_ANSWER.SEQ)
                .fetch(MAIL_ANSWER.WORD));
    }

    // ---- time

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
            sql.deleteFrom(MAIL_ANSWER)
                    .where(MAIL_ANSWER.RECEIVED_AT.lt(forgotten))
                    .execute();
        });
    }

    private static HeldMail held(MailRecord mail) {
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
