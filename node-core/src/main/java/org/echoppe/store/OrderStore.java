package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.PAST_RECORD;
import static org.echoppe.store.jooq.Tables.REPOSITORY;
import static org.echoppe.store.jooq.Tables.SHOP_ORDER;
import static org.echoppe.store.jooq.Tables.STORED_RECORD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.store.jooq.tables.records.ShopOrderRecord;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Orders as the journal tells of them, and old records of the own shop that orders may still name. */
public final class OrderStore {
    private static final int AT_ONCE = 500;

    private final Database database;

    public OrderStore(Database database) {
        this.database = database;
    }

    public Optional<OrderRow> find(String id) {
        return database.reading(
                sql -> sql.selectFrom(SHOP_ORDER).where(SHOP_ORDER.ID.eq(id)).fetchOptional(OrderStore::row));
    }

    /** Those in one of these states, what is due first at the top. */
    public List<OrderRow> in(Collection<String> states, int limit) {
        return database.reading(sql -> sql.selectFrom(SHOP_ORDER)
                .where(SHOP_ORDER.STATE.in(states))
                .orderBy(SHOP_ORDER.DUE, SHOP_ORDER.RECEIVED_AT, SHOP_ORDER.ID)
                .limit(limit)
                .fetch(OrderStore::row));
    }

    /** The newest first. */
    public List<OrderRow> newest(int limit) {
        return database.reading(sql -> sql.selectFrom(SHOP_ORDER)
                .orderBy(SHOP_ORDER.RECEIVED_AT.desc(), SHOP_ORDER.ID)
                .limit(limit)
                .fetch(OrderStore::row));
    }

    /** Those that something is still to be paid back for, the oldest first. */
    public List<OrderRow> owing(int limit) {
        return database.reading(sql -> sql.selectFrom(SHOP_ORDER)
                .where(SHOP_ORDER.OWED.gt(0L))
                .orderBy(SHOP_ORDER.CHANGED_AT, SHOP_ORDER.ID)
                .limit(limit)
                .fetch(OrderStore::row));
    }

    /** Those that were handed over and whose transfer is still to come, the oldest first. */
    public List<OrderRow> awaiting(String handedOver, int limit) {
        return database.reading(sql -> sql.selectFrom(SHOP_ORDER)
                .where(isAwaited(handedOver))
                .orderBy(SHOP_ORDER.CHANGED_AT, SHOP_ORDER.ID)
                .limit(limit)
                .fetch(OrderStore::row));
    }

    private static Condition isAwaited(String handedOver) {
        return SHOP_ORDER.AWAITED.gt(0L).and(SHOP_ORDER.STATE.eq(handedOver));
    }

    /**
     * What waits for the shop.
     *
     * @param toAnswer code of the state in which it has to answer
     * @param toPrepare code of the state in which it has to prepare
     * @param handedOver code of the state from which on nothing but money is awaited
     */
    public OrderTally tally(String toAnswer, String toPrepare, String handedOver) {
        return database.reading(sql -> new OrderTally(
                sql.fetchCount(SHOP_ORDER, SHOP_ORDER.STATE.eq(toAnswer)),
                sql.select(DSL.min(SHOP_ORDER.RECEIVED_AT))
                        .from(SHOP_ORDER)
                        .where(SHOP_ORDER.STATE.eq(toAnswer))
                        .fetchOptional()
                        .map(row -> row.value1()),
                sql.fetchCount(SHOP_ORDER, SHOP_ORDER.CANCEL_ASKED.eq(true)),
                sql.fetchCount(SHOP_ORDER, SHOP_ORDER.STATE.eq(toPrepare), SHOP_ORDER.CANCEL_ASKED.eq(false)),
                sql.fetchCount(SHOP_ORDER, SHOP_ORDER.OWED.gt(0L)),
                sql.fetchCount(SHOP_ORDER, isAwaited(handedOver))));
    }

    /** Those in one of these states that did not move since then, of which nobody awaits money, and that can still be read. */
    public List<OrderRow> settled(Collection<String> states, Instant movedBefore, int limit) {
        return database.reading(sql -> sql.selectFrom(SHOP_ORDER)
                .where(
                        SHOP_ORDER.STATE.in(states),
                        SHOP_ORDER.ERASED.isFalse(),
                        SHOP_ORDER.CHANGED_AT.lt(movedBefore),
                        SHOP_ORDER.OWED.eq(0L),
                        SHOP_ORDER.AWAITED.eq(0L))
                .orderBy(SHOP_ORDER.CHANGED_AT)
                .limit(limit)
                .fetch(OrderStore::row));
    }

    /** Rows of an older program, which did not reckon what they are counted by: so many at most. */
    public List<OrderRow> unreckoned(int most) {
        return database.reading(sql -> sql.selectFrom(SHOP_ORDER)
                .where(SHOP_ORDER.AWAITED.isNull())
                .limit(most)
                .fetch(OrderStore::row));
    }

    private static OrderRow row(ShopOrderRecord row) {
        var answered = row.getAnswerSequence();
        return new OrderRow(
                row.getId(),
                row.getState(),
                row.getSlot(),
                row.getPlacedSequence(),
                answered == null ? OptionalLong.empty() : OptionalLong.of(answered),
                row.getReceivedAt(),
                row.getChangedAt(),
                row.getDue(),
                row.getSeen(),
                row.getErased(),
                row.getOwed(),
                row.getAwaited() == null ? 0 : row.getAwaited(),
                Boolean.TRUE.equals(row.getCancelAsked()),
                row.getProfile() == null ? "" : row.getProfile(),
                row.getFields());
    }

    /** Adds the order, or has it stand there so from now on. */
    public void save(OrderRow order) {
        database.writeAll(sql -> {
            var row = sql.newRecord(SHOP_ORDER);
            row.setId(order.id());
            row.setState(order.state());
            row.setSlot(order.slot());
            row.setPlacedSequence(order.placed());
            row.setAnswerSequence(
                    order.answered().isPresent() ? order.answered().getAsLong() : null);
            row.setReceivedAt(order.receivedAt());
            row.setChangedAt(order.changedAt());
            row.setDue(order.due());
            row.setSeen(order.seen());
            row.setErased(order.erased());
            row.setOwed(order.owed());
            row.setAwaited(order.awaited());
            row.setCancelAsked(order.cancelAsked());
            row.setProfile(order.profile());
            row.setFields(order.fields());
            int changed = sql.update(SHOP_ORDER)
                    .set(row)
                    .where(SHOP_ORDER.ID.eq(order.id()))
                    .execute();
            if (changed == 0) {
                sql.insertInto(SHOP_ORDER).set(row).execute();
            }
        });
    }

    /** What was personal under this slot can no longer be read. */
    public void erased(long slot) {
        database.writeAll(sql -> sql.update(SHOP_ORDER)
                .set(SHOP_ORDER.ERASED, true)
                .where(SHOP_ORDER.SLOT.eq(slot))
                .execute());
    }

    /** Keeps records of a repository that are about to leave it; one that came back and leaves again has left now. */
    public void keepPast(Did did, Collection<String> keys, Instant now) {
        var all = new ArrayList<>(keys);
        database.writeAll(sql -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                var leaving = REPOSITORY.DID.eq(did.value()).and(STORED_RECORD.RECORD_KEY.in(some));
                sql.update(PAST_RECORD)
                        .set(PAST_RECORD.REPLACED_AT, now)
                        .where(PAST_RECORD.CID.in(sql.select(STORED_RECORD.CID)
                                .from(STORED_RECORD)
                                .join(REPOSITORY)
                                .on(REPOSITORY.ID.eq(STORED_RECORD.REPOSITORY_ID))
                                .where(leaving)))
                        .execute();
                sql.insertInto(
                                PAST_RECORD,
                                PAST_RECORD.CID,
                                PAST_RECORD.RECORD_KEY,
                                PAST_RECORD.BLOCK,
                                PAST_RECORD.REPLACED_AT)
                        .select(sql.select(
                                        STORED_RECORD.CID, STORED_RECORD.RECORD_KEY, STORED_RECORD.BLOCK, DSL.val(now))
                                .from(STORED_RECORD)
                                .join(REPOSITORY)
                                .on(REPOSITORY.ID.eq(STORED_RECORD.REPOSITORY_ID))
                                .where(leaving)
                                .andNotExists(
                                        sql.selectOne().from(PAST_RECORD).where(PAST_RECORD.CID.eq(STORED_RECORD.CID))))
                        .execute();
            }
        });
    }

    /** The bytes of a record that stood in the own repository under this key; empty when it never did, or long ago. */
    public Optional<byte[]> past(String key, Cid cid) {
        return database.reading(sql -> sql.select(PAST_RECORD.BLOCK)
                .from(PAST_RECORD)
                .where(PAST_RECORD.CID.eq(cid.toString()), PAST_RECORD.RECORD_KEY.eq(key))
                .fetchOptional(PAST_RECORD.BLOCK));
    }

    /** Whether a record stood in the own repository under this key and left it no earlier than then. */
    public boolean leftSince(Instant time, String key, Cid cid) {
        return database.reading(sql -> sql.fetchExists(
                PAST_RECORD,
                PAST_RECORD.CID.eq(cid.toString()),
                PAST_RECORD.RECORD_KEY.eq(key),
                PAST_RECORD.REPLACED_AT.ge(time)));
    }

    /**
     * Forgets those that left the repository before then.
     *
     * @param profiles key of those that stay as long as an order names them
     */
    public void forgetPastBefore(Instant time, String profiles) {
        database.writeAll(sql -> {
            // an order that was not reckoned yet may name any of them
            var isNamed = SHOP_ORDER.PROFILE.eq(PAST_RECORD.CID).or(SHOP_ORDER.AWAITED.isNull());
            var named = DSL.exists(sql.selectOne().from(SHOP_ORDER).where(isNamed));
            sql.deleteFrom(PAST_RECORD)
                    .where(PAST_RECORD.REPLACED_AT.lt(time))
                    .and(PAST_RECORD.RECORD_KEY.ne(profiles).or(DSL.not(named)))
                    .execute();
        });
    }
}
