package org.echoppe.catalogue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.repo.Commit;
import org.echoppe.repo.TestSigner;
import org.echoppe.repo.TidClock;
import org.echoppe.store.Database;
import org.echoppe.store.ProductStore;
import org.echoppe.store.RepoStore;
import org.echoppe.store.SettingStore;

/** A whole shop on a real database, with a clock and a scheduler in the test's hand. */
final class TestShop implements AutoCloseable {
    private static final byte[] KEY = new byte[32];

    final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-11-22T10:15:30.123Z"));
    final Deque<Runnable> later = new ArrayDeque<>();
    final List<Duration> delays = new ArrayList<>();
    final List<Commit> announced = new ArrayList<>();
    final TestSigner signer = new TestSigner();
    final Database database;
    final ProductStore products;
    final RepoStore repos;
    final SettingStore settings;
    final Shop shop;
    final Catalogue catalogue;
    final OwnRepository repository;
    final Publisher publisher;
    final Importer importer;
    final Exporter exporter;

    TestShop(Path home) {
        database = Database.open(home, KEY, clock);
        products = new ProductStore(database);
        repos = new RepoStore(database);
        settings = new SettingStore(database);
        shop = new Shop(database, settings);
        catalogue = new Catalogue(database, products, shop, new TidClock(clock, 7, null), clock);
        var encryption = new TestSigner().did();
        var keys = new OwnRepository.Keys(() -> encryption, new TestSigner().did());
        repository = new OwnRepository(signer, keys, database, repos, products, settings, shop, clock);
        publisher = new Publisher(repository, clock, (delay, work) -> {
            delays.add(delay);
            later.add(work);
        });
        publisher.onCommit(announced::add);
        catalogue.onChange(publisher::changed);
        shop.onChange(publisher::changed);
        importer = new Importer(catalogue, products);
        exporter = new Exporter(shop, products);
    }

    /** A shop that is made already. */
    static TestShop open(Path home) {
        var shop = new TestShop(home);
        shop.shop.init(fields("name", "Épicerie du Coin", "currency", "EUR", "vat", "5,5"));
        return shop;
    }

    static Map<ShopField, String> fields(String... namesAndTexts) {
        var texts = new EnumMap<ShopField, String>(ShopField.class);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            texts.put(ShopField.of(namesAndTexts[i]), namesAndTexts[i + 1]);
        }
        return texts;
    }

    static ProductDraft draft(String... namesAndTexts) {
        var draft = ProductDraft.EMPTY;
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            draft = draft.with(ProductField.of(namesAndTexts[i]), namesAndTexts[i + 1]);
        }
        return draft;
    }

    Did did() {
        return signer.did();
    }

    /** Runs what was put off, once. */
    void tick() {
        var due = new ArrayDeque<>(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void close() {
        publisher.close();
        database.close();
    }
}
