package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.MAIL;
import static org.echoppe.store.jooq.Tables.MAIL_ANSWER;
import static org.echoppe.store.jooq.Tables.MAIL_ANSWER_WORD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Thumbprint;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Sealed answers, kept where envelopes with their reply key were held. */
public final class AnswerStore {
    /** Answers to one reply key, bytes: what one answer to a question may cost. */
    public static final long OF_REPLY = 2 << 20;

    private static final int MOST_OF_REPLY = 50;
    private static final long OF_MERCHANT = 128L << 20;
    private static final long ALL = 1L << 30;

    private final Database database;

    AnswerStore(Database database) {
        this.database = database;
    }

    /**
     * Keeps an answer of a merchant whose envelopes with this reply key were here, or one that still waits: what its reply key
     * is, only the merchant's receipt tells for sure, and that may come behind the answer.
     *
     * @return empty when there was none
     */
    public Optional<MailTaken> keep(Did merchant, EnvelopeId id, Thumbprint reply, String word) {
        return database.writing(sql -> {
            var of = MAIL_ANSWER.MERCHANT.eq(merchant.value());
            if (isKnown(sql, merchant, id)) {
                return Optional.of(MailTaken.KNOWN);
            }
            var maybeIts = MAIL.REPLY.eq(reply.value()).or(MAIL.BYTE_COUNT.gt(0));
            if (!sql.fetchExists(MAIL, MAIL.MERCHANT.eq(merchant.value()).and(maybeIts))) {
                return Optional.empty();
            }
            if (!hasRoom(sql, of, reply, word.length()) || !hasRoomUnnamed(sql, merchant, reply, word.length())) {
                return Optional.of(MailTaken.FULL);
            }
            insert(sql, merchant, id, reply, word);
            return Optional.of(MailTaken.KEPT);
        });
    }

    /** Keeps an answer of the own merchant, which has all the room. Nothing happens when it is kept. */
    public void keepOwn(Did merchant, EnvelopeId id, Thumbprint reply, String word) {
        database.writeAll(sql -> {
            if (!isKnown(sql, merchant, id)) {
                insert(sql, merchant, id, reply, word);
            }
        });
    }

    private static boolean isKnown(DSLContext sql, Did merchant, EnvelopeId id) {
        return sql.fetchExists(
                MAIL_ANSWER, MAIL_ANSWER.MERCHANT.eq(merchant.value()).and(MAIL_ANSWER.ID.eq(id.value())));
    }

    private void insert(DSLContext sql, Did merchant, EnvelopeId id, Thumbprint reply, String word) {
        var answer = sql.newRecord(MAIL_ANSWER);
        answer.setMerchant(merchant.value());
        answer.setId(id.value());
        answer.setReply(reply.value());
        answer.setByteCount(word.length());
        answer.setReceivedAt(database.now());
        answer.store();
        sql.insertInto(MAIL_ANSWER_WORD)
                .set(MAIL_ANSWER_WORD.SEQ, answer.getSeq())
                .set(MAIL_ANSWER_WORD.WORD, word)
                .execute();
    }

    private static boolean hasRoom(DSLContext sql, Condition merchant, Thumbprint reply, int more) {
        return fits(sql, merchant.and(MAIL_ANSWER.REPLY.eq(reply.value())), MOST_OF_REPLY, OF_REPLY, more)
                && fits(sql, merchant, Integer.MAX_VALUE, OF_MERCHANT, more)
                && fits(sql, DSL.noCondition(), Integer.MAX_VALUE, ALL, more);
    }

    /** Answers to keys that no envelope here names may be as many as envelopes that wait can turn out to be answered by. */
    private static boolean hasRoomUnnamed(DSLContext sql, Did merchant, Thumbprint reply, int more) {
        var its = MAIL.MERCHANT.eq(merchant.value());
        if (sql.fetchExists(MAIL, its.and(MAIL.REPLY.eq(reply.value())))) {
            return true;
        }
        int waiting = sql.fetchCount(MAIL, its.and(MAIL.BYTE_COUNT.gt(0)));
        var named = DSL.select(MAIL.REPLY).from(MAIL).where(its);
        var unnamed = MAIL_ANSWER.MERCHANT.eq(merchant.value()).and(MAIL_ANSWER.REPLY.notIn(named));
        return fits(sql, unnamed, MOST_OF_REPLY * waiting, OF_REPLY * waiting, more);
    }

    private static boolean fits(DSLContext sql, Condition which, int most, long bytes, int more) {
        var held = sql.select(count(), coalesce(sum(MAIL_ANSWER.BYTE_COUNT), BigDecimal.ZERO))
                .from(MAIL_ANSWER)
                .where(which)
                .fetchSingle();
        return held.value1() < most && held.value2().longValue() + more <= bytes;
    }

    /** As they are passed on, in the order in which they came. */
    public List<String> to(Did merchant, Thumbprint reply) {
        return database.reading(sql -> sql.select(MAIL_ANSWER_WORD.WORD)
                .from(MAIL_ANSWER)
                .join(MAIL_ANSWER_WORD)
                .on(MAIL_ANSWER_WORD.SEQ.eq(MAIL_ANSWER.SEQ))
                .where(MAIL_ANSWER.MERCHANT.eq(merchant.value()), MAIL_ANSWER.REPLY.eq(reply.value()))
                .orderBy(MAIL_ANSWER.SEQ)
                .fetch(MAIL_ANSWER_WORD.WORD));
    }

    void forgetBefore(Instant time) {
        database.writeAll(sql -> {
            var old = DSL.select(MAIL_ANSWER.SEQ).from(MAIL_ANSWER).where(MAIL_ANSWER.RECEIVED_AT.lt(time));
            sql.deleteFrom(MAIL_ANSWER_WORD).where(MAIL_ANSWER_WORD.SEQ.in(old)).execute();
            sql.deleteFrom(MAIL_ANSWER).where(MAIL_ANSWER.RECEIVED_AT.lt(time)).execute();
        });
    }
}
