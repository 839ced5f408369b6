package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.PAST_RECORD;
import static org.echoppe.store.jooq.Tables.REPOSITORY;
import static org.echoppe.store.jooq.Tables.SHOP_ORDER;
import static org.echoppe.store.jooq.Tables.STORED_RECORD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.store.jooq.tables.records.ShopOrderRecord;
import org.jooq.impl.DSL;

/** Orders as the journal tells of them, and old records of the own shop that orders may still name. */
public final class OrderStore {
    private static final int AT_ONCE = 500;

    /** Stands for the day on which a past record that is named still would be forgotten. */
    private static final Instant KEPT = Instant.parse("9999-12-31T00:00:00Z");

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

    /**
     * What waits for the shop.
     *
     * @param toAnswer code of the state in which it has to answer
     * @param toPrepare code of the state in which it has to prepare
     */
    public OrderTally tally(String toAnswer, String toPrepare) {
        var counts = counts();
        return database.reading(sql -> new OrderTally(
                counts.getOrDefault(toAnswer, 0),
                sql.select(DSL.min(SHOP_ORDER.RECEIVED_AT))
                        .from(SHOP_ORDER)
                        .where(SHOP_ORDER.STATE.eq(toAnswer))
                        .fetchOptional()
                        .map(row -> row.value1()),
                counts.getOrDefault(toPrepare, 0),
                sql.fetchCount(SHOP_ORDER, SHOP_ORDER.OWED.gt(0L))));
    }

    /** How many there are in each state. */
    public Map<String, Integer> counts() {
        return database.reading(sql -> sql.select(SHOP_ORDER.STATE, DSL.count())
                .from(SHOP_ORDER)
                .groupBy(SHOP_ORDER.STATE)
                .fetchMap(SHOP_ORDER.STATE, DSL.count()));
    }

    /** Those in one of these states that did not move since then and can still be read. */
    public List<OrderRow> unerased(Collection<String> states, Instant movedBefore, int limit) {
        return database.reading(sql -> sql.selectFrom(SHOP_ORDER)
                .where(SHOP_ORDER.STATE.in(states), SHOP_ORDER.ERASED.isFalse(), SHOP_ORDER.CHANGED_AT.lt(movedBefore))
                .orderBy(SHOP_ORDER.CHANGED_AT)
                .limit(limit)
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

    /** Keeps records of a repository that are about to leave it. */
    public void keepPast(Did did, Collection<String> keys, Instant now) {
        var all = new ArrayList<>(keys);
        database.writeAll(sql -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
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
                                .where(REPOSITORY.DID.eq(did.value()), STORED_RECORD.RECORD_KEY.in(some))
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

    /** Whether a record stood in the own repository under this key and left it no earlier than then, whatever keeps it since. */
    public boolean leftSince(Instant time, String key, Cid cid) {
        return database.reading(sql -> sql.fetchExists(
                PAST_RECORD,
                PAST_RECORD.CID.eq(cid.toString()),
                PAST_RECORD.RECORD_KEY.eq(key),
                PAST_RECORD.REPLACED_AT.ge(time),
                PAST_RECORD.REPLACED_AT.lt(KEPT)));
    }

    /**
     * Forgets those that left the repository before then.
     *
     * @param key of records that are kept where somebody names them still
     * @param named the CIDs of all of that key that are named; asked only where one would be forgotten
     */
    public void forgetPastBefore(Instant time, String key, Supplier<Set<String>> named) {
        var old = PAST_RECORD.REPLACED_AT.lt(time);
        var doubtful = database.reading(sql -> sql.select(PAST_RECORD.CID)
                .from(PAST_RECORD)
                .where(old, PAST_RECORD.RECORD_KEY.eq(key))
                .fetchSet(PAST_RECORD.CID));
        if (!doubtful.isEmpty()) {
            doubtful.retainAll(named.get());
            database.writeAll(sql -> sql.update(PAST_RECORD)
                    .set(PAST_RECORD.REPLACED_AT, KEPT)
                    .where(PAST_RECORD.CID.in(doubtful))
                    .execute());
        }
        database.writeAll(sql -> sql.deleteFrom(PAST_RECORD).where(old).execute());
    }
}
