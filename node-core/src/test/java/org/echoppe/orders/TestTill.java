package org.echoppe.orders;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.Catalogue;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.Shop;
import org.echoppe.catalogue.ShopField;
import org.echoppe.catalogue.Stockroom;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.journal.JournalDisk;
import org.echoppe.repo.TidClock;
import org.echoppe.store.Database;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.ProductStore;
import org.echoppe.store.SettingStore;

/** A shop with its ledger on a real database, and a clock in the test's hand. */
final class TestTill implements AutoCloseable {
    static final byte[] KEY = new byte[32];
    static final Did OWNER = new Did("did:key:zDnaesNUfpLKJNtrZE6QMpvoPXnnJ5eKXM8QvHQtpQz1Z6BfA");

    final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-11-22T10:15:30.123Z"));
    final Database database;
    final LedgerStore store;
    final Catalogue catalogue;
    final Stockroom stockroom;
    final Ledger ledger;

    /** A till in a home, made when it is new. */
    TestTill(Path home) {
        this(home, JournalDisk.REAL, Database.open(home, KEY, Clock.systemUTC()));
    }

    TestTill(Path home, JournalDisk disk, Database database) {
        this.database = database;
        store = new LedgerStore(database);
        var shop = new Shop(database, new SettingStore(database));
        catalogue = new Catalogue(database, new ProductStore(database), shop, new TidClock(clock, 7, null), clock);
        stockroom = new Stockroom(catalogue);
        ledger = Ledger.open(
                new LedgerFiles(home, OWNER, new byte[32], disk, new SecureRandom(), clock),
                database,
                store,
                stockroom);
        if (!shop.exists()) {
            shop.init(Map.of(ShopField.NAME, "Épicerie", ShopField.CURRENCY, "EUR", ShopField.VAT, "5,5"));
        }
    }

    Product product(String name, long stock) {
        return catalogue.add(ProductDraft.EMPTY
                .with(ProductField.NAME, name)
                .with(ProductField.PRICE, "4,35")
                .with(ProductField.STOCK, Long.toString(stock)));
    }

    long stock(RecordKey product) {
        return catalogue.find(product).orElseThrow().backroom().stock().orElseThrow();
    }

    CounterSale sale(String id, RecordKey product, long pieces) {
        var line = new Event.SaleMade.Line(
                product,
                Optional.empty(),
                "Confiture",
                pieces,
                new Money(435, Money.EUR),
                java.util.OptionalInt.of(550),
                Optional.empty());
        return new CounterSale(
                id,
                List.of(line),
                "cash",
                new Letterhead(org.echoppe.records.ShopProfile.blank(), ZoneOffset.UTC),
                false,
                store);
    }

    @Override
    public void close() {
        ledger.close();
        database.close();
    }
}
