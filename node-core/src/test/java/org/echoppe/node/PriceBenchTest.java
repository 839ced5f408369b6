package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.echoppe.bench.Figures;
import org.echoppe.bench.ProductFile;
import org.echoppe.bench.Watch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A price or a holiday changed with the command line, until two other shops' pages show it: three processes, as their keepers
 * run them.
 */
@Tag("bench")
class PriceBenchTest {
    private static final int PRODUCTS = 1_000;
    private static final int CHANGES = 9;
    /** One repository's news are told once in ten seconds after a burst of three (PROTOCOL §3): that wait is not measured. */
    private static final Duration APART = Duration.ofSeconds(11);

    private static final Browser BROWSER = new Browser();

    @TempDir
    private Path folder;

    private interface Measure {
        void of(Path home, NodeProcess shop, List<NodeProcess> others) throws Exception;
    }

    @Test
    void aPriceOnItsWayToTheOthersPages() throws Exception {
        amongThree((home, shop, others) -> {
            String key = BROWSER.json(others.getFirst().web() + listings(shop))
                    .get("listings")
                    .get(0)
                    .get("rkey")
                    .stringValue();
            var changed = new Watch();
            for (int i = 0; i < CHANGES; i++) {
                Thread.sleep(APART);
                String cents = String.valueOf(10 + i);
                done(NodeProcess.run(home, "product", "set", key, "--price", "77." + cents));
                String page = "/fr/shops/" + shop.did() + "/" + key;
                changed.time(() -> untilAll(others, page, text -> text.contains("77," + cents)));
            }
            try (var figures = new Figures("price", "A price from one shop's command line to two others' pages")) {
                figures.row("from the command's end to both pages", changed.all(), "< 2 s");
            }
        });
    }

    @Test
    void aHolidayOnItsWayToTheOthersPages() throws Exception {
        amongThree((home, shop, others) -> {
            var changed = new Watch();
            for (int i = 0; i < CHANGES; i++) {
                Thread.sleep(APART);
                boolean closes = i % 2 == 0;
                String until = "closed until " + LocalDate.now(ZoneOffset.UTC).plusDays(9);
                done(NodeProcess.run(home, "shop", "set", "status=" + (closes ? until : "open")));
                String page = "/fr/shops/" + shop.did();
                changed.time(() -> untilAll(others, page, text -> text.contains("Fermé, rouvre le") == closes));
            }
            try (var figures = new Figures("holiday", "A holiday from one shop's command line to two others' pages")) {
                figures.row("from the command's end to both pages, on and off", changed.all(), "< 5 s");
            }
        });
    }

    private void amongThree(Measure measure) throws Exception {
        Path home = shop("shop", PRODUCTS);
        try (var shop = NodeProcess.start(home);
                var one = NodeProcess.start(shop("one", 10));
                var two = NodeProcess.start(shop("two", 10))) {
            var others = List.of(one, two);
            for (var other : others) {
                done(NodeProcess.run(home, "peer", "add", other.peer(), "--did", other.did()));
            }
            for (var other : others) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> BROWSER.json(other.web() + listings(shop))
                                        .get("total")
                                        .asInt()
                                > 0);
            }
            measure.of(home, shop, others);
        }
    }

    private static String listings(NodeProcess shop) {
        return "/api/v1/listings?size=1&merchant=" + Browser.encoded(shop.did());
    }

    private static void untilAll(List<NodeProcess> others, String page, Predicate<String> shows) {
        for (var other : others) {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> shows.test(BROWSER.page(other.web() + page)));
        }
    }

    private Path shop(String name, int products) throws IOException {
        Path home = folder.resolve(name);
        done(NodeProcess.run(
                home, "shop", "init", "--name", name, "--lang", "fr", "--currency", "EUR", "--vat", "5.5"));
        Path csv = ProductFile.write(folder.resolve(name + ".csv"), products);
        done(NodeProcess.run(home, "import", csv.toString()));
        return home;
    }

    /** Rows may be rejected (3): the world's file is as it is. */
    private static void done(NodeProcess.Result result) {
        assertThat(result.exit()).as(result.err()).isIn(0, 3);
    }
}
