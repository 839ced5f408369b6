package org.echoppe.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Image;
import org.echoppe.repo.TidClock;
import org.echoppe.store.Database;
import org.echoppe.store.ProductKind;
import org.echoppe.store.ProductQuery;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;
import org.echoppe.store.ProductTally;
import org.jspecify.annotations.Nullable;

/** The shop's own products. What a save changed is durable before it returns, and published within about a second. */
public final class Catalogue {
    private final Database database;
    private final ProductStore products;
    private final Shop shop;
    private final TidClock keys;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param keys gives new products their record keys */
    public Catalogue(Database database, ProductStore products, Shop shop, TidClock keys, Clock clock) {
        this.database = database;
        this.products = products;
        this.shop = shop;
        this.keys = keys;
        this.clock = clock;
        shop.onChange(new Restocking(this, products, shop)::followTheLimit);
    }

    /** The shop these are the products of. */
    public Shop shop() {
        return shop;
    }

    /** Called after every change of a product, on the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Adds a product.
     *
     * @throws Rejected with every problem, each under its {@link ProductField#key}; SHOP_MISSING
     */
    public Product add(ProductDraft draft) {
        return save(null, () -> draft, null).product();
    }

    /** The same with its pictures, in one write: no crash leaves one without the other. */
    public Saved add(ProductDraft draft, List<Image> pictures) {
        return save(null, () -> draft, pictures);
    }

    /**
     * Changes the fields that the draft mentions. A draft that changes nothing leaves even the date alone.
     *
     * @throws Rejected with every problem, each under its {@link ProductField#key}; NOT_FOUND
     */
    public Product change(RecordKey key, ProductDraft draft) {
        return save(key, () -> draft, null).product();
    }

    /**
     * Writes what was typed into a form, in one write, and leaves alone what was changed elsewhere since the form was filled.
     *
     * @param pictures that are to hang there from now on; null for those that hang there
     * @throws Rejected as {@link #change(RecordKey, ProductDraft)}
     */
    public Saved change(RecordKey key, ProductEdit edit, @Nullable List<Image> pictures) {
        return save(key, () -> edit.over(present(key)), pictures);
    }

    private ProductDraft present(RecordKey key) {
        var defaults = shop.defaults();
        return ProductTexts.draft(existing(key), defaults, defaults.decimalSign());
    }

    /**
     * What saving would object to, for a form that is still being filled in.
     *
     * @param key null for a product that is not saved yet
     */
    public List<Problem> check(@Nullable RecordKey key, ProductDraft draft) {
        return reading(key == null ? null : existing(key), draft).problems();
    }

    public Optional<Product> find(RecordKey key) {
        return products.find(key).map(ProductRows::product);
    }

    /** The product with this gtin or sku, its own or that of a kind it comes in, or with this record key, in this order; withdrawn ones only by record key. */
    public Optional<Product> find(String key) {
        var found = new ArrayList<ProductRow>();
        Gtin.parse(key).ifPresent(gtin -> found.addAll(products.findByGtin(gtin)));
        found.addAll(products.findBySku(key));
        var shown = found.stream()
                .filter(row -> row.state() != ProductState.WITHDRAWN)
                .findFirst();
        return shown.or(() -> recordKey(key).flatMap(products::find)).map(ProductRows::product);
    }

    /** Withdrawn products only where the query asks for that state. */
    public Products list(ProductQuery query) {
        var page = products.page(query);
        return new Products(page.rows().stream().map(ProductRows::product).toList(), page.total());
    }

    /** How many products are in need of something. */
    public ProductTally tally() {
        return products.tally();
    }

    /** Some products by name, at once, as long as the list itself takes a moment; empty once it does not. */
    public List<Product> glance(int limit) {
        return products.isShelved()
                ? List.of()
                : products.glance(limit).stream().map(ProductRows::product).toList();
    }

    /** The keys of all that the query finds, in its order, whatever stretch it asks for. */
    public List<RecordKey> keys(ProductQuery query) {
        return products.keys(query);
    }

    /** How many products there are of each kind. */
    public Map<ProductKind, Integer> counts() {
        return products.counts();
    }

    /** How many products there are but for withdrawn ones. */
    public int count() {
        return products.countShown();
    }

    /** Categories in use, levels parted by {@code >}, and how many products stand in each itself. */
    public SortedMap<String, Integer> categories() {
        return products.categories();
    }

    /** What a change of many products would do. Nothing is stored. */
    public BulkPlan plan(List<RecordKey> keys, BulkChange change) {
        return plan(keys, change, BulkProgress.NONE);
    }

    /** The same; the progress may throw to stop it. */
    public BulkPlan plan(List<RecordKey> keys, BulkChange change, BulkProgress progress) {
        return database.read(() -> bulk(change).run(keys, progress, altered -> {}));
    }

    /** As {@link #change(List, BulkChange, BulkProgress)}. */
    public BulkDone change(List<RecordKey> keys, BulkChange change) {
        return change(keys, change, BulkProgress.NONE);
    }

    /** Changes many products: all that can be in one transaction, those it refuses stay as they are. */
    public BulkDone change(List<RecordKey> keys, BulkChange change, BulkProgress progress) {
        var patches = new ArrayList<Undo.Patch>();
        var plan = database.write(() -> bulk(change).run(keys, progress, altered -> {
            altered.forEach(one -> patches.add(Undo.Patch.of(one.before(), one.after())));
            if (!altered.isEmpty()) {
                store(altered.stream().map(BulkPlan.Altered::after).toList());
            }
        }));
        if (!patches.isEmpty()) {
            tellChange();
        }
        return new BulkDone(plan, new Undo(patches));
    }

    private Bulk bulk(BulkChange change) {
        return new Bulk(this, products, change);
    }

    /** As {@link #undo(Undo, BulkProgress)}. */
    public Undo.Outcome undo(Undo undo) {
        return undo(undo, BulkProgress.NONE);
    }

    /** Takes a change back, in one transaction: what it changed and nobody changed since is as it was before. */
    public Undo.Outcome undo(Undo undo, BulkProgress progress) {
        var outcome = database.write(() -> {
            changes.incrementAndGet();
            return undo.run(this, products, progress);
        });
        if (outcome.restored() > 0) {
            tellChange();
        }
        return outcome;
    }

    /** The product as text again, every field mentioned, prices as this language writes them. */
    public ProductDraft draft(Product product, Language language) {
        return ProductTexts.draft(product, shop.defaults(), language);
    }

    /**
     * Withdraws the product: its record leaves the repository with the next commit. It stays among the withdrawn ones, from
     * where {@code change(key, draft with state=published)} brings it back under the same key.
     *
     * @throws Rejected NOT_FOUND
     */
    public Product remove(RecordKey key) {
        return change(key, ProductDraft.EMPTY.with(ProductField.STATE, "withdrawn"));
    }

    /**
     * Hangs these pictures up, instead of what hung there.
     *
     * @param pictures whose bytes this node holds
     * @throws Rejected NOT_FOUND
     */
    public Product picture(RecordKey key, List<Image> pictures) {
        var changed = database.write(() -> {
            store(List.of(pictured(existing(key), pictures)));
            return existing(key);
        });
        tellChange();
        return changed;
    }

    /** Counts every change made since this program started: tells whether a plan is still up to date. */
    long changes() {
        return changes.get();
    }

    /** Stores checked products: all of them in one transaction, or none. */
    void saveAll(Collection<Product> changed) {
        saveAll(() -> changed);
    }

    /** Works out what to store and stores it, so that no other change comes in between. */
    void saveAll(Supplier<? extends Collection<Product>> work) {
        boolean any = database.write(() -> {
            var changed = work.get();
            if (!changed.isEmpty()) {
                store(changed);
            }
            return !changed.isEmpty();
        });
        if (any) {
            tellChange();
        }
    }

    /** Counted inside the transaction: whoever compares the count in another sees this change, or comes before it. */
    private void store(Collection<Product> changed) {
        changes.incrementAndGet();
        products.save(changed.stream().map(ProductRows::row).toList());
    }

    /** Inside a write of the caller's. */
    void storeMoved(Collection<Product> changed) {
        database.write(() -> store(changed));
    }

    /** From which stock on a product is called limited. */
    int limitedUpTo() {
        return shop.exists() ? shop.defaults().limitedUpTo() : ShopDefaults.LIMITED_UP_TO;
    }

    void tellChange() {
        listeners.forEach(Runnable::run);
    }

    /** @param taken keys that other products have: the clock may have been set back to where one of them got its key */
    RecordKey newKey(Predicate<RecordKey> taken) {
        RecordKey key = RecordKey.of(keys.next());
        while (taken.test(key)) {
            key = RecordKey.of(keys.next());
        }
        return key;
    }

    /** As the table keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Compared and stored in one transaction, so that two windows cannot both take a code. */
    private Saved save(@Nullable RecordKey key, Supplier<ProductDraft> draft, @Nullable List<Image> pictures) {
        long count = changes.get();
        var before = new AtomicReference<@Nullable Product>();
        var after = database.write(() -> {
            before.set(key == null ? null : existing(key));
            var product = pictured(reading(before.get(), draft.get()).orThrow(), pictures);
            // written anew as well where the disk changed the row: the shopkeeper has looked at it now
            if (!product.equals(before.get()) || !products.isIntact(product.key())) {
                store(List.of(product));
            }
            return find(product.key()).orElseThrow();
        });
        if (changes.get() != count) {
            tellChange();
        }
        return new Saved(after, Undo.of(before.get(), after));
    }

    /** @param pictures null for those that hang there */
    private Product pictured(Product product, @Nullable List<Image> pictures) {
        if (pictures == null || pictures.equals(product.record().images())) {
            return product;
        }
        var record = product.record().withImages(pictures).withUpdatedAt(now());
        return new Product(
                product.key(), product.state(), true, record, product.backroom(), product.publishedCid(), now());
    }

    private DraftReader.Reading reading(@Nullable Product before, ProductDraft draft) {
        var defaults = shop.defaults();
        var key = before == null ? newKey(taken -> products.find(taken).isPresent()) : before.key();
        var reading = new DraftReader(defaults, defaults.decimalSign(), before, draft).read(key, now());
        var product = reading.product();
        return product == null ? reading : withDuplicates(reading, before, product);
    }

    /** The same, unless it gives the product a code that another one has. */
    DraftReader.Reading withDuplicates(DraftReader.Reading reading, @Nullable Product before, Product product) {
        var problems = TakenCodes.clashes(
                before,
                product,
                (field, code) -> owners(field, code).stream()
                        .filter(row -> row.state() != ProductState.WITHDRAWN
                                && !row.rkey().equals(product.key()))
                        .map(ProductRow::name)
                        .findFirst());
        return problems.isEmpty() ? reading : new DraftReader.Reading(null, problems);
    }

    private List<ProductRow> owners(ProductField field, String code) {
        return field == ProductField.GTIN
                ? Gtin.parse(code).map(products::findByGtin).orElse(List.of())
                : products.findBySku(code);
    }

    private Product existing(RecordKey key) {
        return find(key).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, key.value()));
    }

    private static Optional<RecordKey> recordKey(String text) {
        try {
            return Optional.of(new RecordKey(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
