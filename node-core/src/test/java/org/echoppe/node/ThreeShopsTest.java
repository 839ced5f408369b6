package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echoppe.NodeScripts;
import org.echoppe.Shared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole road on real goods: three shops, three processes, each given one other's address. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeShopsTest {
    /** Exact-word oracles of the data's README: how many names of the two grocers hold the word. */
    private static final Map<String, Integer> ORACLES =
            Map.of("creme", 23, "cafe", 70, "chocolat", 240, "emmental", 5, "creme brulee", 2, "fromage", 6);

    private static final Browser BROWSER = new Browser();

    @TempDir
    static Path folder;

    private static Path grocer;
    private static Path dairy;
    private static Path bookshop;
    private static NodeProcess a;
    private static NodeProcess b;
    private static NodeProcess c;

    @BeforeAll
    static void threeShopsWithGoods() throws IOException {
        grocer = shop("grocer", "Épicerie Un");
        dairy = shop("dairy", "Épicerie Deux");
        bookshop = shop("bookshop", "Librairie");
        importOf(grocer, Shared.file("data/epicerie-346.csv"), 938, List.of());
        importOf(dairy, Shared.file("data/epicerie-359.csv"), 960, List.of());
        Path books = folder.resolve("books.csv");
        try (Stream<String> lines = Files.lines(Shared.file("data/goodbooks-books.csv"))) {
            Files.write(books, lines.limit(301).toList());
        }
        importOf(bookshop, books, 300, List.of("--set", "price=12.50"));
        a = NodeProcess.start(grocer);
        b = NodeProcess.start(dairy);
        c = NodeProcess.start(bookshop);
    }

    @AfterAll
    static void stop() {
        Stream.of(a, b, c).filter(node -> node != null).forEach(NodeProcess::close);
    }

    @Test
    @Order(1)
    void fourCodesWithAWrongCheckDigitAreKeptAsTheShopsOwnAndNamedByRow() {
        var first = NodeProcess.run(
                grocer, "import", Shared.file("data/epicerie-346.csv").toString(), "--dry-run", "--json");
        var second = NodeProcess.run(
                dairy, "import", Shared.file("data/epicerie-359.csv").toString(), "--dry-run", "--json");
        assertThat(first.json().get("unchanged").asInt()).isEqualTo(938);
        assertThat(second.json().get("unchanged").asInt()).isEqualTo(960);
        String said = first.out() + second.out();
        assertThat(said).contains("3178500411843", "3228470001282", "32298201655431", "3229820734945");
    }

    @Test
    @Order(2)
    void withinThirtySecondsAllThreeShowThreeShopsAndAllTheirGoods() {
        introduce(grocer, b);
        introduce(dairy, c);
        introduce(bookshop, a);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    for (var node : List.of(a, b, c)) {
                        assertThat(total(node, "/api/v1/merchants")).isEqualTo(3);
                        assertThat(total(node, "/api/v1/listings?size=1")).isEqualTo(2_198);
                    }
                });
    }

    @Test
    @Order(3)
    void everyNodeFindsEveryProductWhoseNameHoldsTheWord() {
        for (var node : List.of(a, b, c)) {
            for (var oracle : ORACLES.entrySet()) {
                var found = names(node, oracle.getKey());
                var holding = found.stream()
                        .filter(name -> holds(name, oracle.getKey()))
                        .toList();
                assertThat(holding)
                        .as("« %s » at %s", oracle.getKey(), node.web())
                        .hasSize(oracle.getValue());
            }
        }
    }

    @Test
    @Order(4)
    void aPriceChangedOnOneNodeIsSoonOnTheOthersPages() {
        var listing = BROWSER.json(a.web() + "/api/v1/listings?q=emmental&merchant=" + Browser.encoded(b.did()))
                .get("listings")
                .get(0);
        String key = listing.get("rkey").stringValue();
        var result = NodeProcess.run(dairy, "product", "set", key, "--price", "77.77", "--json");
        assertThat(result.exit()).as(result.err()).isZero();
        // two seconds on a quiet machine: -Pbench measures them; here other tests may be running
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    for (var node : List.of(a, c)) {
                        String path = b.did() + "/" + key;
                        var record = BROWSER.json(node.web() + "/api/v1/listings/" + path)
                                .get("record");
                        assertThat(record.get("price").get("amount").asInt()).isEqualTo(7777);
                        assertThat(BROWSER.page(node.web() + "/fr/shops/" + path))
                                .contains("77,77");
                    }
                });
    }

    @Test
    @Order(5)
    void aHolidayReachesEveryPageOfEveryNodeWithinSecondsAndSoDoesItsEnd() {
        String listing = b.did()
                + "/"
                + BROWSER.json(b.web() + "/api/v1/listings?q=emmental&merchant=" + Browser.encoded(b.did()))
                        .get("listings")
                        .get(0)
                        .get("rkey")
                        .stringValue();
        var pages = List.of("/fr/shops/" + b.did(), "/fr/shops/" + listing, "/fr/shops", "/fr/search?shop=" + b.did());
        status("closed until " + LocalDate.now(ZoneOffset.UTC).plusDays(9));
        soonOnAllNodes(pages, page -> assertThat(page).contains("Fermé, rouvre le"));
        status("open");
        soonOnAllNodes(pages, page -> assertThat(page).doesNotContain("Fermé, rouvre le"));
    }

    private static void status(String status) {
        var result = NodeProcess.run(dairy, "shop", "set", "status=" + status, "--json");
        assertThat(result.exit()).as(result.err()).isZero();
    }

    private static void soonOnAllNodes(List<String> pages, Consumer<String> expected) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    for (var node : List.of(a, b, c)) {
                        pages.forEach(path -> expected.accept(BROWSER.page(node.web() + path)));
                    }
                });
    }

    @Test
    @Order(6)
    void anIndependentImplementationVerifiesAnExportedShop() throws IOException {
        Path car = folder.resolve("shop.car");
        var result = NodeProcess.run(grocer, "export", car.toString());
        assertThat(result.exit()).as(result.err()).isZero();
        var verified = new JsonMapper().readTree(NodeScripts.installed().run("repository.mjs", "verify", car, a.did()));
        assertThat(verified.get("records").size()).isEqualTo(939);
    }

    @Test
    @Order(7)
    void theGoodsOfAShopThatStoppedStayVisibleMarkedWithSinceWhenItIsAway() {
        b.close();
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    for (var node : List.of(a, c)) {
                        assertThat(total(node, "/api/v1/listings?size=1")).isEqualTo(2_198);
                        var gone = BROWSER.json(
                                        node.web() + "/api/v1/listings?size=1&merchant=" + Browser.encoded(b.did()))
                                .get("listings")
                                .get(0);
                        assertThat(gone.get("reachable").asBoolean()).isFalse();
                        assertThat(gone.get("awaySince").stringValue()).isNotBlank();
                    }
                });
    }

    private static Path shop(String name, String title) {
        Path home = folder.resolve(name);
        var result = NodeProcess.run(home, "shop", "init", "--name", title, "--lang", "fr", "--currency", "EUR");
        assertThat(result.exit()).as(result.err()).isZero();
        return home;
    }

    private static void importOf(Path home, Path file, int products, List<String> more) {
        var arguments = new java.util.ArrayList<>(List.of("import", file.toString(), "--json"));
        arguments.addAll(more);
        var result = NodeProcess.run(home, arguments.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.json().get("added").asInt()).isEqualTo(products);
    }

    private static void introduce(Path home, NodeProcess other) {
        var result = NodeProcess.run(home, "peer", "add", other.peer(), "--did", other.did());
        assertThat(result.exit()).as(result.err()).isZero();
    }

    private static int total(NodeProcess node, String path) {
        return BROWSER.json(node.web() + path).get("total").asInt();
    }

    private static List<String> names(NodeProcess node, String words) {
        var names = new java.util.ArrayList<String>();
        for (int page = 1; ; page++) {
            var answer = BROWSER.json(
                    node.web() + "/api/v1/listings?size=100&page=" + page + "&q=" + Browser.encoded(words));
            answer.get("listings")
                    .forEach(l -> names.add(l.get("record").get("name").stringValue()));
            if (names.size() >= answer.get("total").asInt()
                    || answer.get("listings").isEmpty()) {
                return names;
            }
        }
    }

    private static boolean holds(String name, String words) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.split(" "))
                .allMatch(word -> Pattern.compile("(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])")
                        .matcher(folded)
                        .find());
    }
}
