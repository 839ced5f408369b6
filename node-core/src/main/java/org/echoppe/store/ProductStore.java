package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.PRODUCT;
import static org.echoppe.store.jooq.Tables.VARIANT_CODE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.RecordKey;
import org.echoppe.store.jooq.tables.records.ProductRecord;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The shop's own products with everything private about them. */
public final class ProductStore {
    private static final int BATCH = 500;
    /** So many products are read in the time that nobody notices. */
    private static final int SOON_READ = 2_000;

    private static final String WANTED = "wanted_key";
    /** What a row takes beside its draft, bytes, with its places in four indexes. */
    private static final int ROW = 1_000;

    private final Database database;
    private final ProductShelf shelf = new ProductShelf();
    private final ReentrantLock filling = new ReentrantLock();

    public ProductStore(Database database) {
        this.database = database;
    }

    /** Adds the rows or writes them anew by record key: all of them, or none. */
    public void save(Collection<ProductRow> rows) {
        if (!rows.isEmpty()) {
            database.needRoom(rows.stream()
                    .mapToLong(row -> 2L * (row.draft().length + ROW))
                    .sum());
            database.writeAll(sql -> {
                inBatches(rows, batch -> {
                    var there = there(sql, batch);
                    update(sql, part(batch, row -> there.contains(row.rkey().value())));
                    insert(sql, part(batch, row -> !there.contains(row.rkey().value())));
                    writeCodes(sql, batch, there);
                });
                database.afterCommit(() -> shelve(rows));
            });
        }
    }

    private static List<ProductRow> part(List<ProductRow> rows, Predicate<ProductRow> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    public Optional<ProductRow> find(RecordKey rkey) {
        return select(PRODUCT.RKEY.eq(rkey.value())).stream().findFirst();
    }

    /** Products with a code for this article, of their own or of one of their kinds, however many digits either is written with. */
    public List<ProductRow> findByGtin(Gtin gtin) {
        return selectBoth(PRODUCT.ARTICLE.eq(gtin.padded()), VARIANT_CODE.ARTICLE.eq(gtin.padded()));
    }

    /** Products with this code of the shop's, of their own or of one of their kinds. */
    public List<ProductRow> findBySku(String sku) {
        return selectBoth(PRODUCT.SKU.eq(sku), VARIANT_CODE.SKU.eq(sku));
    }

    /** Products with exactly this name. */
    public List<ProductRow> findByName(String name) {
        return select(PRODUCT.NAME.eq(name));
    }

    /** The first query reads every row once; those after it answer from memory but for the rows they give. */
    public ProductPage page(ProductQuery query) {
        var found = shelf().find(query);
        int from = Math.min(query.offset(), found.size());
        var keys = found.subList(from, Math.min(from + query.limit(), found.size())).stream()
                .map(ShelfItem::key)
                .toList();
        return new ProductPage(rows(keys), found.size());
    }

    /** The keys of everything the query finds, in its order, whatever stretch it asks for. */
    public List<RecordKey> keys(ProductQuery query) {
        return shelf().find(query).stream().map(ShelfItem::key).toList();
    }

    /** How many products there are of each kind. */
    public Map<ProductKind, Integer> counts() {
        return shelf().counts();
    }

    /** Categories in use as the table shows them, and how many products stand in each itself. */
    public SortedMap<String, Integer> categories() {
        return shelf().categories();
    }

    /** Whether the next page comes from memory. */
    public boolean isShelved() {
        return shelf.isFilled();
    }

    /** Some products by name, at once: what to show until the first page is there. Case counts in their order. */
    public List<ProductRow> glance(int limit) {
        return database.reading(sql -> sql.selectFrom(PRODUCT)
                .where(PRODUCT.STATE.ne(ProductState.WITHDRAWN.name()))
                .orderBy(PRODUCT.NAME)
                .limit(limit)
                .fetch(ProductRows::row));
    }

    /** Those of the keys that have a row, in the order of the keys. */
    public List<ProductRow> rows(Collection<RecordKey> keys) {
        Map<RecordKey, ProductRow> found = new HashMap<>();
        inBatches(
                keys,
                batch -> database.readAll(sql -> {
                    var wanted = wanted(batch);
                    sql.select(PRODUCT.fields())
                            .from(wanted)
                            .join(PRODUCT)
                            .on(PRODUCT.RKEY.eq(key(wanted)))
                            .fetchInto(PRODUCT)
                            .forEach(row -> found.put(new RecordKey(row.getRkey()), ProductRows.row(row)));
                }));
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private ProductShelf shelf() {
        if (database.isWriting()) {
            // sees what the write did so far; nobody else may
            var own = new ProductShelf();
            own.fill(items());
            return own;
        }
        filling.lock();
        try {
            if (!shelf.isFilled()) {
                shelf.follow();
                shelf.fill(items());
            }
            return shelf;
        } finally {
            filling.unlock();
        }
    }

    private List<ShelfItem> items() {
        return database.reading(sql -> sql.select(
                        PRODUCT.RKEY,
                        PRODUCT.STATE,
                        PRODUCT.NAME,
                        PRODUCT.WORDS,
                        PRODUCT.CATEGORY,
                        PRODUCT.PRICE,
                        PRODUCT.STOCK,
                        PRODUCT.UPDATED_AT,
                        PRODUCT.DRAFT)
                .from(PRODUCT)
                .fetch(row -> ShelfItem.of(
                        new RecordKey(row.value1()),
                        ProductState.valueOf(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8().toEpochMilli(),
                        row.value9())));
    }

    /** Who walks over products. */
    @FunctionalInterface
    public interface ProductVisitor<X extends Exception> {
        void visit(ProductRow row) throws X;
    }

    /** Every product by record key, a page in memory at a time. */
    public <X extends Exception> void forEach(ProductVisitor<X> visitor) throws X {
        forEach(
                DSL.noCondition(),
                List.of(PRODUCT.RKEY),
                Integer.MAX_VALUE,
                row -> visitor.visit(ProductRows.row(row)));
    }

    /**
     * A page of all products by record key.
     *
     * @param last the last one of the page before; null for the first
     */
    public List<ProductRow> after(@Nullable RecordKey last, int limit) {
        return database.reading(sql -> sql.selectFrom(PRODUCT)
                .where(PRODUCT.RKEY.gt(last == null ? "" : last.value()))
                .orderBy(PRODUCT.RKEY)
                .limit(limit)
                .fetch(ProductRows::row));
    }

    /**
     * Rows that the next commit has to take along, by record key.
     *
     * @param most of them
     */
    public <X extends Exception> void forEachPending(int most, ProductVisitor<X> visitor) throws X {
        // by both columns of the index, or H2 sorts all that is pending anew for every page
        forEach(
                PRODUCT.PENDING.eq(true),
                List.of(PRODUCT.PENDING, PRODUCT.RKEY),
                most,
                row -> visitor.visit(ProductRows.row(row)));
    }

    /** Whether there is anything for the next commit to take along. */
    public boolean anyPending() {
        return database.reading(sql -> sql.fetchExists(PRODUCT, PRODUCT.PENDING.eq(true)));
    }

    public int count() {
        return database.reading(sql -> sql.fetchCount(PRODUCT));
    }

    /** The list of a small shop is read for it; that of a large one is waited for, since whoever asks is just beginning. */
    public ProductTally tally() {
        var kinds = shelf.isFilled() || count() <= SOON_READ ? counts() : Map.<ProductKind, Integer>of();
        var published = PRODUCT.STATE.eq(ProductState.PUBLISHED.name());
        var draft = PRODUCT.STATE.eq(ProductState.DRAFT.name());
        return database.reading(sql -> sql.select(
                        DSL.count().filterWhere(published),
                        DSL.count().filterWhere(published.and(PRODUCT.PENDING.eq(false))),
                        DSL.count().filterWhere(draft.and(PRODUCT.PRICE.isNull())))
                .from(PRODUCT)
                .fetchSingle(row -> new ProductTally(
                        row.value1(),
                        row.value2(),
                        kinds.getOrDefault(ProductKind.SOLD_OUT, 0),
                        kinds.getOrDefault(ProductKind.LOW_STOCK, 0),
                        row.value3())));
    }

    /** How many there are but for withdrawn ones. */
    public int countShown() {
        return database.reading(sql -> sql.fetchCount(PRODUCT, PRODUCT.STATE.ne(ProductState.WITHDRAWN.name())));
    }

    /** Notes what a commit made public: nothing of these is pending any more. Empty: the commit removed the record. */
    public void published(Map<RecordKey, Optional<Cid>> cids) {
        database.writeAll(sql -> inBatches(cids.entrySet(), batch -> {
            BatchBindStep updates = sql.batch(sql.update(PRODUCT)
                    .set(PRODUCT.PENDING, false)
                    .set(PRODUCT.PUBLISHED_CID, "")
                    .where(PRODUCT.RKEY.eq("")));
            for (var entry : batch) {
                String cid = entry.getValue().map(Cid::toString).orElse(null);
                updates = updates.bind(false, cid, entry.getKey().value());
            }
            updates.execute();
        }));
    }

    public void remove(Collection<RecordKey> rkeys) {
        database.writeAll(sql -> {
            inBatches(rkeys, batch -> delete(sql, batch));
            database.afterCommit(() -> shelf.remove(rkeys));
        });
    }

    /** Products whose rows are not as they were written: the disk changed them. Reads everything. */
    public List<RecordKey> damaged() {
        List<RecordKey> damaged = new ArrayList<>();
        this.<RuntimeException>forEach(DSL.noCondition(), List.of(PRODUCT.RKEY), Integer.MAX_VALUE, row -> {
            if (!ProductRows.isIntact(row)) {
                damaged.add(new RecordKey(row.getRkey()));
            }
        });
        return damaged;
    }

    /** Whether the row is as it was written. */
    public boolean isIntact(RecordKey rkey) {
        return database.reading(sql -> sql.selectFrom(PRODUCT)
                .where(PRODUCT.RKEY.eq(rkey.value()))
                .fetchOptional()
                .filter(ProductRows::isIntact)
                .isPresent());
    }

    /** Who walks over rows of the table. */
    @FunctionalInterface
    private interface RowVisitor<X extends Exception> {
        void visit(ProductRecord row) throws X;
    }

    private <X extends Exception> void forEach(
            Condition wanted, List<? extends Field<?>> order, int most, RowVisitor<X> visitor) throws X {
        database.readAll(sql -> {
            String last = "";
            int left = most;
            List<ProductRecord> page;
            do {
                page = sql.selectFrom(PRODUCT)
                        .where(wanted, PRODUCT.RKEY.gt(last))
                        .orderBy(order)
                        .limit(Math.min(BATCH, left))
                        .fetch();
                for (var row : page) {
                    visitor.visit(row);
                    last = row.getRkey();
                }
                left -= page.size();
            } while (page.size() == BATCH && left > 0);
        });
    }

    private List<ProductRow> select(Condition wanted) {
        return database.reading(sql ->
                sql.selectFrom(PRODUCT).where(wanted).orderBy(PRODUCT.RKEY).fetch(ProductRows::row));
    }

    /** Two questions, since one with « or » across tables would look at every product. */
    private List<ProductRow> selectBoth(Condition own, Condition ofKind) {
        return database.reading(sql -> {
            var found = new ArrayList<>(
                    sql.selectFrom(PRODUCT).where(own).orderBy(PRODUCT.RKEY).fetch(ProductRows::row));
            var keys = sql.select(VARIANT_CODE.RKEY)
                    .from(VARIANT_CODE)
                    .where(ofKind)
                    .fetch(VARIANT_CODE.RKEY);
            keys.removeIf(
                    key -> found.stream().anyMatch(row -> row.rkey().value().equals(key)));
            if (!keys.isEmpty()) {
                found.addAll(sql.selectFrom(PRODUCT)
                        .where(PRODUCT.RKEY.in(keys))
                        .orderBy(PRODUCT.RKEY)
                        .fetch(ProductRows::row));
            }
            return found;
        });
    }

    /** Keys to join with: H2 would compare each row that it finds with every one of a list of keys. */
    private static Table<?> wanted(Collection<RecordKey> keys) {
        return DSL.unnest(keys.stream().map(RecordKey::value).toArray(String[]::new))
                .as("wanted", WANTED);
    }

    private static Field<String> key(Table<?> wanted) {
        return Objects.requireNonNull(wanted.field(WANTED, String.class));
    }

    private static void delete(DSLContext sql, Collection<RecordKey> rkeys) {
        var keys = rkeys.stream().map(RecordKey::value).toList();
        sql.deleteFrom(PRODUCT).where(PRODUCT.RKEY.in(keys)).execute();
        sql.deleteFrom(VARIANT_CODE).where(VARIANT_CODE.RKEY.in(keys)).execute();
    }

    private static Set<String> there(DSLContext sql, List<ProductRow> rows) {
        return held(sql, PRODUCT.RKEY, rows.stream().map(ProductRow::rkey).toList());
    }

    /** Those of the keys that stand in this column of its table. */
    private static Set<String> held(DSLContext sql, TableField<?, String> column, Collection<RecordKey> keys) {
        var wanted = wanted(keys);
        return sql.select(column)
                .from(wanted)
                .join(Objects.requireNonNull(column.getTable()))
                .on(column.eq(key(wanted)))
                .fetchSet(column);
    }

    /** Half the work of taking a row out and putting it in again: indexes of what stays the same are left alone. */
    private static void update(DSLContext sql, List<ProductRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = new LinkedHashMap<Field<?>, Object>();
        for (var field : PRODUCT.fields()) {
            columns.put(field, DSL.val((Object) null, field));
        }
        BatchBindStep batch = sql.batch(sql.update(PRODUCT).set(columns).where(PRODUCT.RKEY.eq("")));
        for (var row : rows) {
            var values = ProductRows.values(ProductRows.record(row));
            var bound = Arrays.copyOf(values, values.length + 1);
            bound[values.length] = row.rkey().value();
            batch = batch.bind(bound);
        }
        batch.execute();
    }

    private static void insert(DSLContext sql, List<ProductRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        BatchBindStep batch = sql.batch(
                sql.insertInto(PRODUCT).columns(PRODUCT.fields()).values(new Object[PRODUCT.fields().length]));
        for (var row : rows) {
            batch = batch.bind(ProductRows.values(ProductRows.record(row)));
        }
        batch.execute();
    }

    /** @param there keys of products that may have codes already */
    private static void writeCodes(DSLContext sql, List<ProductRow> rows, Set<String> there) {
        var coded = held(
                sql,
                VARIANT_CODE.RKEY,
                rows.stream()
                        .map(ProductRow::rkey)
                        .filter(key -> there.contains(key.value()))
                        .toList());
        if (!coded.isEmpty()) {
            sql.deleteFrom(VARIANT_CODE).where(VARIANT_CODE.RKEY.in(coded)).execute();
        }
        var codes = new ArrayList<Object[]>();
        for (var row : rows) {
            for (var kind : row.variants()) {
                if (kind.sku() != null || kind.gtin() != null) {
                    String article = kind.gtin() == null ? null : kind.gtin().padded();
                    codes.add(new Object[] {row.rkey().value(), kind.sku(), article});
                }
            }
        }
        if (!codes.isEmpty()) {
            sql.batch(sql.insertInto(VARIANT_CODE, VARIANT_CODE.RKEY, VARIANT_CODE.SKU, VARIANT_CODE.ARTICLE)
                            .values("", "", ""))
                    .bind(codes.toArray(Object[][]::new))
                    .execute();
        }
    }

    private void shelve(Collection<ProductRow> rows) {
        if (shelf.isFollowed()) {
            shelf.put(rows.stream().map(ProductRows::item).toList());
        }
    }

    private static <T> void inBatches(Collection<T> all, Consumer<List<T>> work) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += BATCH) {
            work.accept(list.subList(from, Math.min(from + BATCH, list.size())));
        }
    }
}
