package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.echoppe.Shared;
import org.echoppe.store.ProductQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a shop of 10,000 products takes to be imported, published and changed. */
@Tag("bench")
class CatalogueBench {
    private static final int CHANGES = 20;

    @Test
    void tenThousandProductsAreImportedPublishedAndChanged(@TempDir Path home) {
        try (var shop = TestShop.open(home)) {
            var plan = timed("read and plan 10,000 rows", () -> plan(shop));
            timed("store them", () -> shop.importer.accept(plan, ImportProgress.NONE));
            assertThat(timed("publish them", shop.publisher::publishNow)).isPresent();
            assertThat(timed("plan them again, unchanged", () -> plan(shop)).unchanged())
                    .isEqualTo(10_000);
            var one = shop.catalogue.list(ProductQuery.all(5_000, 1)).list().getFirst();
            long[] millis = new long[CHANGES];
            for (int i = 0; i < CHANGES; i++) {
                shop.clock.pass(Duration.ofMinutes(1));
                shop.catalogue.change(one.key(), TestShop.draft("price", "4," + (10 + i)));
                long start = System.nanoTime();
                assertThat(shop.publisher.publishNow()).isPresent();
                millis[i] = (System.nanoTime() - start) / 1_000_000;
            }
            Arrays.sort(millis);
            System.out.printf(
                    "publish one change: median %d ms, most %d ms%n", millis[CHANGES / 2], millis[CHANGES - 1]);
        }
    }

    private static ImportPlan plan(TestShop shop) {
        var sheet = shop.importer.open(Shared.file("data/goodbooks-books.csv"));
        var mapping = shop.importer.guess(sheet, List.of(), List.of("price=12.50"));
        return shop.importer.plan(sheet, mapping, ProductKey.GTIN, ImportProgress.NONE);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = work.get();
        // on a busy machine the processor's own time says more
        System.out.printf(
                "%s: %d ms, %d of them computing%n",
                what,
                (System.nanoTime() - start) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000);
        return result;
    }
}
