package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.ACKNOWLEDGED_ENVELOPE;
import static org.echoppe.store.jooq.Tables.COUNTER_SALE;
import static org.echoppe.store.jooq.Tables.ERASED_SLOT;
import static org.echoppe.store.jooq.Tables.ISSUED_NUMBER;
import static org.echoppe.store.jooq.Tables.JOURNAL_APPLIED;
import static org.echoppe.store.jooq.Tables.ORDER_ENTRY;
import static org.echoppe.store.jooq.Tables.SHOP_ORDER;

import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.store.jooq.tables.records.CounterSaleRecord;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** What the tables show of the journal. Everything here can be made again from it. */
public final class LedgerStore {
    private static final short ONLY = 1;
    private static final List<Table<?>> ALL = List.of(
            JOURNAL_APPLIED, ACKNOWLEDGED_ENVELOPE, ISSUED_NUMBER, COUNTER_SALE, ORDER_ENTRY, ERASED_SLOT, SHOP_ORDER);

    private final Database database;

    public LedgerStore(Database database) {
        this.database = database;
    }

    /** How far the tables have followed, as they are on the disk or will be. */
    public AppliedEntry applied() {
        return database.reading(sql -> sql.selectFrom(JOURNAL_APPLIED)
                .fetchOptional(row -> new AppliedEntry(row.getSequence(), row.getHash()))
                .orElse(AppliedEntry.NONE));
    }

    /** In the write that applies the entry; {@code known} hears of it when that is committed. */
    public void apply(AppliedEntry entry, Runnable known) {
        database.writeAll(sql -> {
            int changed = sql.update(JOURNAL_APPLIED)
                    .set(JOURNAL_APPLIED.SEQUENCE, entry.sequence())
                    .set(JOURNAL_APPLIED.HASH, entry.hash())
                    .execute();
            if (changed == 0) {
                sql.insertInto(JOURNAL_APPLIED)
                        .values(ONLY, entry.sequence(), entry.hash())
                        .execute();
            }
            database.afterCommit(known);
        });
    }

    /** Forgets everything, for making it again. */
    public void clear() {
        database.writeAll(sql -> ALL.forEach(table -> sql.deleteFrom(table).execute()));
    }

    /** A name of all that is in these tables: equal for equal contents. */
    public List<String> contents() {
        return database.reading(sql -> ALL.stream()
                .flatMap(table -> sql
                        .selectFrom(table)
                        .fetch(row -> table.getName()
                                + row.intoStream().map(LedgerStore::text).toList())
                        .stream())
                .sorted()
                .toList());
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    /** The last number given in this series and year; 0 for none. */
    public long lastNumber(String series, int year) {
        return database.reading(sql -> sql.select(ISSUED_NUMBER.NUMBER)
                .from(ISSUED_NUMBER)
                .where(ISSUED_NUMBER.SERIES.eq(series), ISSUED_NUMBER.IN_YEAR.eq(year))
                .orderBy(ISSUED_NUMBER.NUMBER.desc())
                .limit(1)
                .fetchOptional(ISSUED_NUMBER.NUMBER)
                .orElse(0L));
    }

    /** @param issuedFor what bears the number, at most 100 characters */
    public void issue(String series, int year, long number, String issuedFor, long sequence) {
        database.writeAll(sql -> sql.insertInto(ISSUED_NUMBER)
                .values(series, year, number, issuedFor, sequence)
                .execute());
    }

    /** The entry that gave this a number of the series; empty when none did. */
    public Optional<IssuedNumber> issuedFor(String series, String bearer) {
        return database.reading(sql -> sql.selectFrom(ISSUED_NUMBER)
                .where(ISSUED_NUMBER.ISSUED_FOR.eq(bearer), ISSUED_NUMBER.SERIES.eq(series))
                .limit(1)
                .fetchOptional(row -> new IssuedNumber(row.getInYear(), row.getNumber(), row.getSequence())));
    }

    /** All numbers of a series and year, in order. */
    public List<Long> numbers(String series, int year) {
        return database.reading(sql -> sql.select(ISSUED_NUMBER.NUMBER)
                .from(ISSUED_NUMBER)
                .where(ISSUED_NUMBER.SERIES.eq(series), ISSUED_NUMBER.IN_YEAR.eq(year))
                .orderBy(ISSUED_NUMBER.NUMBER)
                .fetch(ISSUED_NUMBER.NUMBER));
    }

    /** The entry that holds an envelope; empty when it was never acknowledged. */
    public Optional<Long> envelope(String envelope) {
        return database.reading(sql -> sql.select(ACKNOWLEDGED_ENVELOPE.SEQUENCE)
                .from(ACKNOWLEDGED_ENVELOPE)
                .where(ACKNOWLEDGED_ENVELOPE.ENVELOPE.eq(envelope))
                .fetchOptional(ACKNOWLEDGED_ENVELOPE.SEQUENCE));
    }

    /** @param envelope at most 64 characters */
    public void acknowledge(String envelope, long sequence, long slot, Instant when) {
        database.writeAll(sql -> sql.insertInto(ACKNOWLEDGED_ENVELOPE)
                .values(envelope, sequence, slot, when)
                .execute());
    }

    public Optional<SaleRow> sale(String id) {
        return database.reading(sql ->
                sql.selectFrom(COUNTER_SALE).where(COUNTER_SALE.ID.eq(id)).fetchOptional(LedgerStore::sale));
    }

    /** The newest first. */
    public List<SaleRow> newestSales(int limit) {
        return database.reading(sql -> sql.selectFrom(COUNTER_SALE)
                .orderBy(COUNTER_SALE.SEQUENCE.desc())
                .limit(limit)
                .fetch(LedgerStore::sale));
    }

    /** The sale whose receipt bears this number. */
    public Optional<SaleRow> receipt(int year, long number) {
        return database.reading(sql -> sql.selectFrom(COUNTER_SALE)
                .where(COUNTER_SALE.RECEIPT_YEAR.eq(year), COUNTER_SALE.RECEIPT_NUMBER.eq(number))
                .fetchOptional(LedgerStore::sale));
    }

    private static SaleRow sale(CounterSaleRecord row) {
        return new SaleRow(
                row.getId(),
                row.getSequence(),
                row.getReceiptYear(),
                row.getReceiptNumber(),
                new Money(row.getTotal(), Currency.getInstance(row.getCurrency())),
                row.getPaid(),
                row.getLines(),
                row.getSoldAt());
    }

    public void sell(SaleRow sale) {
        database.writeAll(sql -> sql.insertInto(COUNTER_SALE)
                .values(
                        sale.id(),
                        sale.sequence(),
                        sale.receiptYear(),
                        sale.receiptNumber(),
                        sale.total().minorUnits(),
                        sale.total().currency().getCurrencyCode(),
                        sale.paid(),
                        sale.lines(),
                        sale.soldAt())
                .execute());
    }

    /** @param slot null for an entry without anything personal */
    public void step(String order, String step, long sequence, @Nullable Long slot, Instant when) {
        database.writeAll(sql -> sql.insertInto(ORDER_ENTRY)
                .values(sequence, order, step, slot, when)
                .execute());
    }

    /** The numbers of the entries about an order, in order. */
    public List<Long> steps(String order) {
        return database.reading(sql -> sql.select(ORDER_ENTRY.SEQUENCE)
                .from(ORDER_ENTRY)
                .where(ORDER_ENTRY.ORDER_ID.eq(order))
                .orderBy(ORDER_ENTRY.SEQUENCE)
                .fetch(ORDER_ENTRY.SEQUENCE));
    }

    /** The numbers of its entries of one step, in order. */
    public List<Long> steps(String order, String step) {
        return database.reading(sql -> sql.select(ORDER_ENTRY.SEQUENCE)
                .from(ORDER_ENTRY)
                .where(ORDER_ENTRY.ORDER_ID.eq(order), ORDER_ENTRY.STEP.eq(step))
                .orderBy(ORDER_ENTRY.SEQUENCE)
                .fetch(ORDER_ENTRY.SEQUENCE));
    }

    /**
     * Keys of entries of these steps from before then that can still be read.
     *
     * @return slots, with the order of each
     */
    public Map<Long, String> unerased(Collection<String> steps, Instant before) {
        return database.reading(sql -> sql.select(ORDER_ENTRY.SLOT, ORDER_ENTRY.ORDER_ID)
                .from(ORDER_ENTRY)
                .where(ORDER_ENTRY.STEP.in(steps), ORDER_ENTRY.HAPPENED_AT.lt(before), ORDER_ENTRY.SLOT.isNotNull())
                .andNotExists(sql.selectOne().from(ERASED_SLOT).where(ERASED_SLOT.SLOT.eq(ORDER_ENTRY.SLOT)))
                .fetchMap(ORDER_ENTRY.SLOT, ORDER_ENTRY.ORDER_ID));
    }

    public void erased(long slot, Instant when) {
        database.writeAll(sql -> sql.mergeInto(ERASED_SLOT)
                .using(sql.selectOne())
                .on(ERASED_SLOT.SLOT.eq(slot))
                .whenNotMatchedThenInsert(ERASED_SLOT.SLOT, ERASED_SLOT.ERASED_AT)
                .values(slot, when)
                .execute());
    }

    public boolean isErased(long slot) {
        return database.reading(sql -> sql.fetchExists(ERASED_SLOT, ERASED_SLOT.SLOT.eq(slot)));
    }
}
