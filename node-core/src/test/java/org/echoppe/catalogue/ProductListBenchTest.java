package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.echoppe.bench.Figures;
import org.echoppe.bench.ProductFile;
import org.echoppe.bench.Samples;
import org.echoppe.store.ProductKind;
import org.echoppe.store.ProductQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of 50,000 products looked through as its shopkeeper does it: opening the list, typing, scrolling, changing. */
@Tag("bench")
class ProductListBenchTest {
    private static final int PRODUCTS = 50_000;
    private static final int STRETCH = 200;
    private static final int RUNS = 9;
    private static final String TYPED = "chocolat noir";

    @TempDir
    Path folder;

    @Test
    void searchingScrollingAndChanging() throws IOException {
        var home = Files.createDirectory(folder.resolve("home"));
        try (var shop = TestShop.open(home)) {
            var sheet = shop.importer.open(file());
            shop.importer.accept(
                    shop.importer.plan(sheet, shop.importer.guess(sheet), ProductKey.SKU, ImportProgress.NONE),
                    ImportProgress.NONE);
        }
        try (var figures = new Figures("product-list", "A list of 50,000 own products")) {
            opening(home, figures);
            try (var shop = new TestShop(home)) {
                var catalogue = shop.catalogue;
                assertThat(catalogue.list(ProductQuery.all(0, STRETCH)).total()).isEqualTo(PRODUCTS);
                var typing = new ArrayList<Double>();
                for (int run = 0; run < RUNS; run++) {
                    for (int letters = 1; letters <= TYPED.length(); letters++) {
                        String text = TYPED.substring(0, letters);
                        typing.add(millis(() -> catalogue.list(query(text, ProductQuery.Sort.NAME, 0))));
                    }
                }
                figures.row("search, a keystroke", samples(typing), "< 50 ms");
                var scrolling = new ArrayList<Double>();
                for (int run = 0; run < 100; run++) {
                    int at = run * 7_919 % (PRODUCTS - STRETCH);
                    scrolling.add(millis(() -> catalogue.list(query("", ProductQuery.Sort.NAME, at))));
                }
                figures.row("scroll, a stretch of 200 rows", samples(scrolling), "< 50 ms");
                var sorting = new ArrayList<Double>();
                for (int run = 0; run < RUNS; run++) {
                    var sort = run % 2 == 0 ? ProductQuery.Sort.PRICE : ProductQuery.Sort.STOCK;
                    sorting.add(millis(() -> catalogue.list(query("", sort, 0))));
                }
                figures.row("sort by another column", samples(sorting), "");
                changing(shop, figures);
            }
        }
    }

    private static void opening(Path home, Figures figures) {
        var glance = new ArrayList<Double>();
        var whole = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            try (var shop = new TestShop(home)) {
                glance.add(millis(() -> shop.catalogue.glance(STRETCH)));
                whole.add(millis(() -> shop.catalogue.list(ProductQuery.all(0, STRETCH))));
            }
        }
        figures.row("first rows after opening", samples(glance), "< 50 ms");
        figures.row("first search after opening", samples(whole), "");
    }

    private static void changing(TestShop shop, Figures figures) {
        var catalogue = shop.catalogue;
        var one = catalogue.list(ProductQuery.all(25_000, 1)).list().getFirst();
        var seen = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            catalogue.change(one.key(), TestShop.draft("stock", Integer.toString(100 + run)));
            seen.add(millis(() -> catalogue.list(query("", ProductQuery.Sort.NAME, 0))));
        }
        figures.row("list again after a change", samples(seen), "< 50 ms");
        var keys = catalogue.keys(ProductQuery.all(0, 1));
        var all = new ArrayList<Double>();
        var back = new ArrayList<Double>();
        for (int run = 0; run < 3; run++) {
            var done = new BulkDone[1];
            all.add(millis(() -> done[0] = catalogue.change(keys, new BulkChange.Percent(500, Ending.CENT))));
            back.add(millis(() -> catalogue.undo(done[0].undo())));
        }
        figures.row("+5 % on all of them", samples(all), "");
        figures.row("and back", samples(back), "");
    }

    /** Real names, made-up codes: the world's file names some articles twice. */
    private Path file() throws IOException {
        var lines = new ArrayList<String>(List.of("sku\tname\tprice\tstock\tcategory"));
        try (var world = Files.lines(ProductFile.write(folder.resolve("world.csv"), PRODUCTS))) {
            world.skip(1).forEach(line -> {
                int row = lines.size();
                String name = line.replaceAll("^[^,]*,", "").replaceAll("[\"\t]", "");
                lines.add("S%d\tArticle %s\t%d.90\t%d\tRayon %d"
                        .formatted(row, name.substring(0, Math.min(60, name.length())), row % 40, row % 50, row % 20));
            });
        }
        return Files.write(folder.resolve("products.tsv"), lines.subList(0, PRODUCTS + 1));
    }

    private static ProductQuery query(String text, ProductQuery.Sort sort, int offset) {
        return new ProductQuery(text, ProductKind.ALL, "", sort, false, offset, STRETCH);
    }

    private static double millis(Supplier<?> work) {
        long start = System.nanoTime();
        assertThat(work.get()).isNotNull();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Samples samples(List<Double> millis) {
        return Samples.of("ms", millis.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
