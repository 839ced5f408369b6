package org.echoppe.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.echoppe.Shared;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.Tid;
import org.echoppe.guard.Denials;
import org.echoppe.records.Address;
import org.echoppe.records.Availability;
import org.echoppe.records.Geo;
import org.echoppe.records.Measure;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Limits;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Snapshot;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Database;
import org.echoppe.store.RepoStore;

/** Shops for measuring: the world's file spread over them, each signed with a key of its own and taken in as from a peer. */
record MarketShops(int products, int merchants) {
    /** A row of the world's file. */
    record Row(String gtin, String name, long cents) {}

    private static final int WORLD = 818_775;
    private static final int SHELVES = 200;
    private static final int TOGETHER = 250;

    /** The rows, every so many of the file. */
    List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>(products);
        int step = Math.max(1, WORLD / products);
        int read = 0;
        try (var text = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Shared.file("data/products-818k.csv.gz"))),
                        StandardCharsets.UTF_8));
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                if (read++ % step == 0 && rows.size() < products) {
                    long cents = new BigDecimal(row.getField("price"))
                            .movePointRight(2)
                            .longValueExact();
                    rows.add(new Row(row.getField("gtin"), row.getField("name"), cents));
                }
            }
        }
        return rows;
    }

    /** Signs, verifies, stores and indexes all of them, up to {@value #TOGETHER} shops in one transaction, on every core. */
    void load(Database database, ListingIndex index, Path spool, Instant now) throws Exception {
        var store = new RepoStore(database);
        var indexing = new ReplicaIndex(store, index, Denials.none());
        var rows = rows();
        int together = Math.clamp(merchants / 8, 1, TOGETHER);
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var done = new ArrayList<Future<?>>();
            for (int from = 0; from < merchants; from += together) {
                int first = from;
                int last = Math.min(merchants, first + together);
                done.add(threads.submit(() -> {
                    var taken = new ArrayList<Snapshot>();
                    for (int number = first; number < last; number++) {
                        taken.add(taken(shop(number, rows, now), spool, now));
                    }
                    database.write(() -> {
                        for (var snapshot : taken) {
                            store.replace(snapshot, null);
                        }
                    });
                    for (var snapshot : taken) {
                        snapshot.close();
                        indexing.catchUp(snapshot.commit().did());
                    }
                    return null;
                }));
            }
            for (var each : done) {
                each.get();
            }
        }
    }

    private FakeShop shop(int number, List<Row> rows, Instant now) {
        var shop = new FakeShop(profile(number));
        for (int at = number; at < rows.size(); at += merchants) {
            shop.add(product(rows.get(at), at), now.minusSeconds(60L * (at % 500_000) + 60));
        }
        return shop;
    }

    private static ShopProfile profile(int number) {
        int hour = 6 + number % 5;
        return ShopProfile.blank()
                .withName("Boutique " + number)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address(
                        number + " rue du Marché",
                        "%05d".formatted(1_000 + number % 3_000),
                        "Ville " + number % 3_000,
                        "FR"))
                .withGeo(new Geo(43_000_000 + number * 700, 1_000_000 + number % 3_000 * 1_500))
                .withOpeningHours(List.of(new OpeningHours(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.of(hour, 0), LocalTime.of(hour + 11, 30))));
    }

    private static ProductRecord product(Row row, int at) {
        var record = ProductRecord.blank()
                .withName(row.name()
                        .strip()
                        .substring(0, Math.min(200, row.name().strip().length())))
                .withLang("fr")
                .withCategory(List.of("Rayon " + at % 20, "Étagère " + at % SHELVES))
                .withPrice(new Price(new Money(row.cents(), Money.EUR), OptionalInt.of(550), true))
                .withAvailability(at % 10 == 0 ? Availability.OUT_OF_STOCK : Availability.IN_STOCK)
                .withMeasure(new Measure(100 + at % 900, Unit.KG));
        return Gtin.parse(row.gtin()).map(record::withGtin).orElse(record);
    }

    /** As it comes from a peer, verified. */
    private static Snapshot taken(FakeShop shop, Path spool, Instant now) throws Exception {
        var entries = new TreeMap<String, Cid>();
        var blocks = new HashMap<Cid, byte[]>();
        shop.records().forEach((key, block) -> {
            entries.put(key, block.cid());
            blocks.put(block.cid(), block.bytes());
        });
        var tree = MerkleSearchTree.build(entries);
        var commit = Commit.sign(shop, tree.root(), Tid.of(now.toEpochMilli() * 1_000, 7), null);
        var car = new ByteArrayOutputStream();
        CarWriter.repository(car, commit, tree, blocks::get);
        return Snapshot.read(new ByteArrayInputStream(car.toByteArray()), shop.did(), spool, Limits.FOLLOWED);
    }
}
