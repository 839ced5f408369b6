package org.echoppe.search;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.echoppe.Shared;
import org.echoppe.domain.Did;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Tid;
import org.echoppe.records.Availability;
import org.echoppe.records.Measure;
import org.echoppe.records.Unit;
import org.jspecify.annotations.Nullable;

/** Listings for tests: made by hand, or from real product files. */
final class Goods {
    static final Did BAKER = merchant(1);
    static final Did GROCER = merchant(2);
    static final Did BOOKSHOP = merchant(3);
    static final Tid FIRST = rev(1);
    static final Tid SECOND = rev(2);

    /** Rows of the world's file. */
    private static final int WORLD = 818_775;

    private Goods() {}

    static Did merchant(int number) {
        byte[] point = new byte[33];
        new Random(number).nextBytes(point);
        point[0] = 2;
        return Did.of(point);
    }

    static Tid rev(long number) {
        return Tid.of(1_700_000_000_000_000L + number, 0);
    }

    static Draft listing(Did did, int number, String name) {
        return new Draft(did, new RecordKey("p" + number), name);
    }

    /** A listing being made up: only what the test is about is said. */
    static final class Draft {
        private final Did did;
        private final RecordKey rkey;
        private final String name;
        private @Nullable String brand;
        private @Nullable String description;
        private List<String> category = List.of();
        private @Nullable Gtin gtin;
        private final List<Gtin> kinds = new ArrayList<>();
        private @Nullable String sku;
        private String lang = "fr";
        private @Nullable Money price;
        private @Nullable Measure measure;
        private boolean inStock = true;
        private boolean loose;
        private boolean plusVat;
        private Instant createdAt = Instant.parse("2026-01-01T00:00:00Z");
        private boolean test;

        private Draft(Did did, RecordKey rkey, String name) {
            this.did = did;
            this.rkey = rkey;
            this.name = name;
        }

        Draft brand(String text) {
            brand = text;
            return this;
        }

        Draft description(String text) {
            description = text;
            return this;
        }

        Draft category(String... levels) {
            category = List.of(levels);
            return this;
        }

        Draft gtin(String code) {
            gtin = new Gtin(code);
            return this;
        }

        Draft kind(String code) {
            kinds.add(new Gtin(code));
            return this;
        }

        Draft sku(String code) {
            sku = code;
            return this;
        }

        Draft english() {
            lang = "en";
            return this;
        }

        Draft price(long cents) {
            return price(new Money(cents, Money.EUR));
        }

        Draft price(Money money) {
            price = money;
            return this;
        }

        Draft measure(long thousandths, Unit unit) {
            measure = new Measure(thousandths, unit);
            return this;
        }

        Draft loose() {
            loose = true;
            return this;
        }

        Draft plusVat() {
            plusVat = true;
            return this;
        }

        Draft outOfStock() {
            inStock = false;
            return this;
        }

        Draft created(String instant) {
            createdAt = Instant.parse(instant);
            return this;
        }

        Draft test() {
            test = true;
            return this;
        }

        IndexedListing done() {
            var label = new Label(
                    name,
                    lang,
                    price,
                    measure,
                    inStock ? Availability.IN_STOCK : Availability.OUT_OF_STOCK,
                    null,
                    false,
                    loose,
                    plusVat);
            return new IndexedListing(
                    did, rkey, label, brand, description, category, gtin, kinds, sku, createdAt, test);
        }
    }

    /** The goods of one of the grocer's files. */
    static List<IndexedListing> epicerie(Did did, String file) {
        var goods = new ArrayList<IndexedListing>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Shared.file("data/" + file))) {
            for (NamedCsvRecord row : rows) {
                var draft = listing(did, goods.size(), row.getField("name")).description(row.getField("description"));
                Gtin.parse(row.getField("gtin")).ifPresent(gtin -> draft.gtin(gtin.value()));
                goods.add(draft.price(cents(row.getField("price"))).done());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return goods;
    }

    /** Goods from all over the world's file, spread over as many merchants as asked, numbered from 100. */
    static List<List<IndexedListing>> world(int goods, int merchants) {
        var shops = new ArrayList<List<IndexedListing>>();
        for (int i = 0; i < merchants; i++) {
            shops.add(new ArrayList<>());
        }
        try (var text = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Shared.file("data/products-818k.csv.gz"))),
                        StandardCharsets.UTF_8));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            int step = Math.max(1, WORLD / goods);
            int read = 0;
            int number = 0;
            for (NamedCsvRecord row : rows) {
                if (number == goods) {
                    break;
                }
                if (read++ % step != 0) {
                    continue;
                }
                var draft = listing(merchant(100 + number % merchants), number, row.getField("name"));
                Gtin.parse(row.getField("gtin")).ifPresent(gtin -> draft.gtin(gtin.value()));
                draft.category("Shelf " + number % 20, "Board " + number % 200);
                shops.get(number++ % merchants)
                        .add(draft.price(cents(row.getField("price"))).done());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shops;
    }

    private static long cents(String price) {
        return new BigDecimal(price).movePointRight(2).longValueExact();
    }
}
