package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.echoppe.NodeScripts;
import org.echoppe.guard.RateLimits;
import org.echoppe.repo.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the public JSON: two linters of others read it, and real answers are held against it. */
class OpenApiTest {
    @TempDir
    static Path home;

    private static FakeWeb web;
    private static NodeScripts scripts;
    private static Path document;

    @BeforeAll
    static void open() throws IOException {
        web = new FakeWeb(home);
        web.market.filled();
        scripts = NodeScripts.installed("web");
        document = Files.writeString(
                home.resolve("openapi.json"), web.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void redoclyFindsNothingWrongWithIt() throws IOException {
        var said = scripts.tryRun(
                "node_modules/@redocly/cli/bin/cli.js",
                "lint",
                document,
                "--config",
                "redocly.yaml",
                "--format=stylish");
        assertThat(said.exitCode()).as(said.output() + said.errors()).isZero();
    }

    @Test
    void spectralFindsNothingWrongWithIt() throws IOException {
        var said = scripts.tryRun(
                "node_modules/@stoplight/spectral-cli/dist/index.js",
                "lint",
                document,
                "--ruleset",
                ".spectral.yaml",
                "--fail-severity=warn");
        assertThat(said.exitCode()).as(said.output() + said.errors()).isZero();
    }

    @Test
    void everyAnswerIsAsItSays() throws IOException {
        var paths = new ArrayList<>(List.of(
                "/api/v1/merchants",
                "/api/v1/merchants?size=1&page=2",
                "/api/v1/merchants/" + web.market.grocer.did(),
                "/api/v1/listings",
                "/api/v1/listings?q=pain&size=2",
                "/api/v1/listings?q=nothing+of+that+name",
                "/api/v1/listings?page=0&gtin=12",
                "/api/v1/listings/" + web.listing("tilleuls"),
                "/api/v1/listings/" + web.market.bakery.did() + "/absent",
                "/api/v1/merchants/" + web.market.bakery.did() + "/handover?postalCode=69001",
                "/api/v1/listings?q=pain&fields=rkey,record.name,record.price.amount",
                "/api/v1/merchants?fields=did,profile.name",
                "/api/v1/suggest?q=pai",
                "/api/v1/suggest",
                "/api/v1/envelopes/q83vEjRWeJCrze8SNFZ4kA",
                "/healthz"));
        for (var word : List.of("baguette", "olive", "miel", "croissant")) {
            paths.add("/api/v1/listings/" + web.listing(word));
        }
        var arguments = new ArrayList<Object>(List.of(document, web.address()));
        arguments.addAll(paths);
        var said = JsonMapper.shared().readTree(scripts.run("api.mjs", arguments.toArray()));
        assertThat(said.get("wrong")).isEmpty();
        assertThat(said.get("asked").size()).isEqualTo(paths.size());
    }

    @Test
    void everyRefusalIsAsItSaysToo() throws IOException {
        var denied = home.resolve("blocked.deny");
        String merchant = "/api/v1/merchants/" + web.market.bookshop.did();
        String there = web.listing("baguette");
        String listing = "/api/v1/listings/" + there;
        Files.write(
                denied,
                List.of(
                        "at://" + web.market.bookshop.did(),
                        "at://" + there.replace("/", "/" + Collections.PRODUCT + "/") + " gateway_status=451"));
        try (var busy =
                new FakeWeb(home.resolve("busy"), new RateLimits(1, Duration.ofMinutes(1), FakeWeb.CLOCK), Set.of())) {
            assertThat(statuses(web, merchant, merchant + "/handover", listing)).containsExactly(410, 410, 451);
            assertThat(statuses(busy, "/api/v1/merchants", "/api/v1/suggest?q=pain"))
                    .containsExactly(429, 429);
        } finally {
            Files.delete(denied);
        }
    }

    /** After the answers were held against what is said of them. */
    private static List<Integer> statuses(FakeWeb asked, String... paths) throws IOException {
        var arguments = new ArrayList<Object>(List.of(document, asked.address()));
        arguments.addAll(List.of(paths));
        var said = JsonMapper.shared().readTree(scripts.run("api.mjs", arguments.toArray()));
        assertThat(said.get("wrong")).isEmpty();
        return Stream.of(paths).map(path -> said.get("asked").get(path).asInt()).toList();
    }

    @Test
    void everyAddressThatIsAnsweredIsDescribedAndTheOtherWayRound() {
        var paths = JsonMapper.shared().readTree(read()).get("paths");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/listings",
                        "/api/v1/listings/{did}/{rkey}",
                        "/api/v1/merchants",
                        "/api/v1/merchants/{did}",
                        "/api/v1/merchants/{did}/handover",
                        "/api/v1/suggest",
                        "/api/v1/envelopes",
                        "/api/v1/envelopes/{id}",
                        "/healthz");
        for (var name : paths.propertyNames()) {
            boolean asked = paths.get(name).has("get");
            assertThat(web.get(name.replaceAll("\\{\\w+}", "x")).statusCode())
                    .as(name)
                    .isIn(asked ? List.of(200, 400, 404) : List.of(405));
        }
    }

    private static String read() {
        return web.get("/api/v1/openapi.json").body();
    }

    @Test
    void onlyTheFieldsAskedForAreSent() {
        var page = web.json("/api/v1/listings?q=pain&fields=rkey,record.name,record.price.amount");
        assertThat(page.get("total").asInt()).isEqualTo(4);
        for (var listing : page.get("listings")) {
            assertThat(listing.propertyNames()).containsExactly("rkey", "record");
            assertThat(listing.get("record").propertyNames()).containsExactly("name", "price");
            assertThat(listing.at("/record/price").propertyNames()).containsExactly("amount");
        }
        var one = web.json("/api/v1/merchants/" + web.market.bakery.did() + "?fields=profile.name,profile.address");
        assertThat(one.propertyNames()).containsExactly("profile");
        assertThat(one.at("/profile/address/locality").asString()).isEqualTo("Lyon");
        JsonNode wrong = web.json("/api/v1/merchants?fields=did,colour");
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("fields");
        assertThat(wrong.at("/errors/0/code").asString()).isEqualTo("not-a-choice");
    }

    @Test
    void thePagesSayTheSameInBothLanguages() {
        for (var language : List.of("fr", "en")) {
            var page = web.get("/" + language + "/api").body();
            assertThat(page).contains("/api/v1/listings/{did}/{rkey}", "minPrice", "/api/v1/openapi.json");
            assertThat(page).doesNotContain("<script src=\"http");
            if (language.equals("fr")) {
                assertThat(page).contains("Seulement les articles de cette boutique.");
            }
        }
    }
}
