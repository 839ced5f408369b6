package org.echoppe.orders.desk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.Catalogue;
import org.echoppe.catalogue.OwnRepository;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.Publisher;
import org.echoppe.catalogue.Shop;
import org.echoppe.catalogue.ShopField;
import org.echoppe.catalogue.Stockroom;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.echoppe.journal.JournalDisk;
import org.echoppe.orders.Ledger;
import org.echoppe.orders.LedgerFiles;
import org.echoppe.orders.Outgoing;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.repo.Collections;
import org.echoppe.repo.TidClock;
import org.echoppe.store.Database;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.ProductStore;
import org.echoppe.store.RepoStore;
import org.echoppe.store.SettingStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A shop with its repository, its journal and its desk on real files, and a clock in the test's hand. */
final class TestDesk implements AutoCloseable {
    final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-11-23T07:00:00Z"));
    final List<Answer> answers = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    final Identity identity;
    final Database database;
    final RepoStore repos;
    final Shop shop;
    final Catalogue catalogue;
    final SettingStore settings;
    final Ledger ledger;
    final OrderDesk desk;
    final OrderDesk.Parts parts;
    final Till till;
    final OrderPapers papers;
    final Answering answering;
    private final Publisher publisher;
    private final Deque<Runnable> later = new ArrayDeque<>();

    TestDesk(Path home) {
        this(home, JournalDisk.REAL, Database::open);
    }

    /** How the database of a home is opened. */
    interface Opening {
        Database open(Path home, byte[] key, Clock clock);
    }

    TestDesk(Path home, JournalDisk disk, Opening opening) {
        var random = new SecureRandom();
        identity = Identity.openOrCreate(home, Passphrase.of(Map.of(), home, random), clock, random, false);
        database = opening.open(home, identity.databaseKey(), clock);
        repos = new RepoStore(database);
        settings = new SettingStore(database);
        shop = new Shop(database, settings);
        var products = new ProductStore(database);
        catalogue = new Catalogue(database, products, shop, new TidClock(clock, 7, null), clock);
        ledger = Ledger.open(
                new LedgerFiles(home, identity.did(), identity.orderKeysKey(), disk, random, clock),
                database,
                new LedgerStore(database),
                new Stockroom(catalogue));
        var keys = new OwnRepository.Keys(identity::encryptionKey, identity.recoveryKey());
        publisher = new Publisher(
                new OwnRepository(identity, keys, database, repos, products, settings, shop, clock),
                clock,
                (_, work) -> later.add(work));
        catalogue.onChange(publisher::changed);
        shop.onChange(publisher::changed);
        if (!shop.exists()) {
            shop.init(Map.of(
                    ShopField.NAME, "Boulangerie du Pont",
                    ShopField.CURRENCY, "EUR",
                    ShopField.COUNTRY, "FR",
                    ShopField.POSTAL_CODE, "69001",
                    ShopField.OPENING_HOURS, "lu-sa 7:00-19:00",
                    ShopField.PICKUP_SLOT_MINUTES, "15",
                    ShopField.DELIVERY, "690*: 3.00",
                    ShopField.VAT, "5,5"));
        }
        parts = new OrderDesk.Parts(
                identity, database, ledger, repos, catalogue, settings, _ -> Optional.empty(), clock, random);
        desk = new OrderDesk(parts);
        till = new Till(parts);
        papers = new OrderPapers(parts);
        answering = new Answering(
                identity,
                ledger,
                database,
                new org.echoppe.store.OrderStore(database),
                settings,
                new Outgoing() {
                    @Override
                    public void answer(Answer answer, List<Did> replyAt) {
                        answers.add(answer);
                    }

                    @Override
                    public void receipt(Receipt receipt, List<Did> replyAt) {
                        receipts.add(receipt);
                    }
                },
                clock);
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** Signs what waits. */
    void publish() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    Product product(String name, String price, String... more) {
        var draft = ProductDraft.EMPTY
                .with(ProductField.NAME, name)
                .with(ProductField.PRICE, price)
                .with(ProductField.STATE, "published");
        for (int i = 0; i < more.length; i += 2) {
            draft = draft.with(ProductField.of(more[i]), more[i + 1]);
        }
        var made = catalogue.add(draft);
        publish();
        return catalogue.find(made.key()).orElseThrow();
    }

    long stock(RecordKey product) {
        return catalogue.find(product).orElseThrow().backroom().stock().orElseThrow();
    }

    Cid profile() {
        return repos.record(identity.did(), Collections.keyOf(Collections.PROFILE, RecordKey.SELF))
                .orElseThrow()
                .cid();
    }

    static FakeShopper.Wish wish(Product product, long quantity) {
        return new FakeShopper.Wish(product.key(), product.publishedCid().orElseThrow(), "", quantity);
    }

    /** A legal order for tomorrow at 8:15. */
    ObjectNode order(FakeShopper shopper, long total, FakeShopper.Wish... wishes) {
        var json = shopper.order(identity.did(), profile(), List.of(wishes), total, clock.instant());
        var slot = (ObjectNode) json.path("fulfilment");
        var day =
                clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate().plusDays(1);
        slot.put(
                "from",
                day.atTime(8, 15).atZone(ZoneId.of("Europe/Paris")).toInstant().toString());
        slot.put(
                "to",
                day.atTime(8, 30).atZone(ZoneId.of("Europe/Paris")).toInstant().toString());
        return json;
    }

    /** The same, brought to Lyon. */
    ObjectNode delivered(FakeShopper shopper, long total, FakeShopper.Wish... wishes) {
        var json = order(shopper, total, wishes);
        var fulfilment = json.putObject("fulfilment").put("kind", "delivery");
        fulfilment
                .putObject("address")
                .put("street", "3 rue Mercière")
                .put("postalCode", "69002")
                .put("locality", "Lyon")
                .put("country", "FR");
        return json;
    }

    Receipt send(FakeShopper shopper, ObjectNode order) {
        return desk.receive(shopper.envelope(order, identity.encryptionKey()), Optional.empty());
    }

    Receipt say(FakeShopper shopper, ObjectNode word) {
        var signed = shopper.sign(word, org.echoppe.identity.ShopperWord.WORD);
        return desk.receive(
                shopper.envelope(signed, identity.did().value(), identity.encryptionKey()), Optional.empty());
    }

    /** What the shopper read last. */
    JsonNode lastAnswer(FakeShopper shopper) throws Exception {
        answering.catchUp();
        Answer last = null;
        for (var answer : answers) {
            if (answer.reply().equals(shopper.replyKey().thumbprint())) {
                last = answer;
            }
        }
        if (last == null) {
            throw new AssertionError("no answer");
        }
        return new JsonMapper().readTree(shopper.open(last).json());
    }

    ShopOrder of(FakeShopper shopper) {
        return desk.find(shopper.id()).orElseThrow();
    }

    @Override
    public void close() {
        publisher.close();
        ledger.close();
        database.close();
        identity.close();
    }
}
