package org.echoppe.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.echoppe.bench.Figures;
import org.echoppe.bench.ProductFile;
import org.echoppe.bench.Watch;
import org.echoppe.catalogue.ImportProgress;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.catalogue.ShopField;
import org.echoppe.search.ListingQuery;
import org.echoppe.store.ProductQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One shop with 10,000 products, and its way to others: whole nodes, real files, real TLS. */
@Tag("bench")
class NodeBenchTest {
    private static final int PRODUCTS = Integer.getInteger("echoppe.bench.products", 10_000);
    private static final int ROUNDS = 4;
    private static final int CHANGES = 30;

    private static final int PRICES = 2;
    /** One repository's news are told once in ten seconds after a burst of three (PROTOCOL §3): that wait is not measured. */
    private static final Duration APART = Duration.ofSeconds(11);

    @TempDir
    private Path folder;

    private Path csv = Path.of("");

    @BeforeEach
    void writeTheSpreadsheet() throws IOException {
        csv = ProductFile.write(folder.resolve("products.csv"), PRODUCTS);
    }

    @Test
    void importingAndPublishing() throws Exception {
        var imported = new Watch();
        var published = new Watch();
        var again = new Watch();
        for (int round = 0; round < ROUNDS; round++) {
            try (var shop = shop("import" + round)) {
                imported.time(() -> importAll(shop));
                published.time(() -> publishAll(shop));
                again.time(() -> importAll(shop));
            }
        }
        try (var figures = new Figures("import", "Import of %,d products from a spreadsheet".formatted(PRODUCTS))) {
            figures.row("read, check, store durably: the first time", imported.first(), "< 10 s");
            figures.row("read, check, store durably", imported.warm(), "< 10 s");
            figures.row("the same as a rate", imported.warm().perSecond(PRODUCTS, "products"), "");
            figures.row("then sign, store, index: the first time", published.first(), "");
            figures.row("then sign, store, index", published.warm(), "");
            figures.row("the same file again: nothing changes", again.warm(), "");
        }
    }

    @Test
    void oneChangeInALargeShop() throws Exception {
        try (var figures = new Figures("change", "One change in a shop of %,d products".formatted(PRODUCTS));
                var shop = shop("change")) {
            importAll(shop);
            publishAll(shop);
            var saved = new Watch();
            var committed = new Watch();
            int cents = 10;
            for (var product :
                    shop.catalogue().list(ProductQuery.all(0, CHANGES)).list()) {
                String price = "77." + cents++;
                saved.time(() -> price(shop, product, price));
                committed.time(() -> shop.publisher().publishNow());
            }
            figures.row("save, durable", saved.warm(), "");
            figures.row("commit: sign, store, index", committed.warm(), "");
        }
    }

    @Test
    void syncOverTls() throws Exception {
        var whole = new Watch();
        var diffs = new Watch();
        for (int round = 0; round < ROUNDS; round++) {
            try (var shop = shop("shop" + round);
                    var peer = node("peer" + round)) {
                importAll(shop);
                publishAll(shop);
                var places = shop.start();
                peer.start();
                whole.time(() -> {
                    peer.peers().add(places.peer(), shop.identity().did());
                    until(() -> found(peer) == PRODUCTS);
                });
                changes(shop, peer, diffs);
            }
        }
        try (var figures =
                new Figures("sync", "Sync of %,d products to an empty peer over TLS 1.3".formatted(PRODUCTS))) {
            figures.row("fetched, verified, stored, searchable: the first time", whole.first(), "");
            figures.row("fetched, verified, stored, searchable", whole.warm(), "< 5 s");
            figures.row("the same as a rate", whole.warm().perSecond(PRODUCTS, "products"), "");
            figures.row("one price: signed, sent, shown by the peer", diffs.warm(), "< 1 s");
        }
    }

    private static void changes(Node shop, Node peer, Watch diffs) throws Exception {
        int cents = 10;
        for (var product : shop.catalogue().list(ProductQuery.all(0, PRICES)).list()) {
            Thread.sleep(APART);
            price(shop, product, "88." + cents++);
            diffs.time(() -> {
                shop.publisher().publishNow();
                until(() -> isThere(peer, shop, product));
            });
        }
    }

    private static boolean isThere(Node peer, Node shop, Product product) {
        return peer.listings()
                .listing(shop.identity().did(), product.key())
                .flatMap(listing -> listing.record().price())
                .filter(price -> price.money().minorUnits() / 100 == 88)
                .isPresent();
    }

    private static int found(Node node) {
        return node.listings().search(ListingQuery.of("").page(1, 1)).total();
    }

    private static void price(Node shop, Product product, String price) {
        shop.catalogue().change(product.key(), ProductDraft.EMPTY.with(ProductField.PRICE, price));
    }

    private void importAll(Node shop) {
        var importer = shop.importer();
        var sheet = importer.open(csv);
        var plan = importer.plan(sheet, importer.guess(sheet), ProductKey.GTIN, ImportProgress.NONE);
        importer.accept(plan, ImportProgress.NONE);
    }

    private static void publishAll(Node shop) {
        shop.publisher().publishNow();
        until(() -> found(shop) == PRODUCTS);
    }

    private Node shop(String name) {
        var node = node(name);
        node.catalogue()
                .shop()
                .init(new EnumMap<>(Map.of(ShopField.NAME, name, ShopField.CURRENCY, "EUR", ShopField.VAT, "5,5")));
        return node;
    }

    private Node node(String name) {
        Path home = folder.resolve(name);
        var config = NodeConfig.load(home, Map.of(), Map.of("web-port", "0", "peer-port", "0"));
        var around = new Surroundings(Map.of("ECHOPPE_PASSPHRASE", "épreuve"), Clock.systemUTC(), new SecureRandom());
        return Node.open(config, around);
    }

    private static void until(Callable<Boolean> condition) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofMinutes(2))
                .until(condition);
    }
}
