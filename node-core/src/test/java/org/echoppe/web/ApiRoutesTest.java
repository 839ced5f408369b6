package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.echoppe.records.Measure;
import org.echoppe.records.Unit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiRoutesTest {
    @TempDir
    static Path home;

    private static FakeWeb web;

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        web.market.filled();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void merchantsAreToldWithHowManyGoodsTheyShowAndSinceWhenTheyAreAway() {
        var answer = web.json("/api/v1/merchants");
        assertThat(answer.get("total").asInt()).isEqualTo(3);
        var grocer = stream(answer.get("merchants"))
                .filter(merchant ->
                        merchant.get("profile").get("name").asString().equals("Épicerie Mistral"))
                .findFirst()
                .orElseThrow();
        assertThat(grocer.get("did").asString())
                .isEqualTo(web.market.grocer.did().value());
        assertThat(grocer.get("products").asInt()).isEqualTo(7);
        assertThat(grocer.get("reachable").asBoolean()).isFalse();
        assertThat(grocer.get("awaySince").asString()).isEqualTo("2026-11-19T06:15:00Z");
        assertThat(grocer.get("rev").asString()).hasSize(13);
        var bakery = web.json("/api/v1/merchants/" + web.market.bakery.did());
        assertThat(bakery.get("reachable").asBoolean()).isTrue();
        assertThat(bakery.has("awaySince")).isFalse();
        assertThat(bakery.get("profile").get("address").get("locality").asString())
                .isEqualTo("Lyon");
    }

    @Test
    void aListingIsTheRecordItsShopItsCidAndHowFreshItIs() {
        var listing = web.json("/api/v1/listings/" + web.listing("campagne"));
        assertThat(listing.get("record").get("name").asString()).isEqualTo("Pain de campagne au levain");
        assertThat(listing.get("record").get("price").get("amount").asInt()).isEqualTo(390);
        assertThat(listing.get("record").get("measure").get("quantity").asInt()).isEqualTo(500);
        assertThat(listing.get("shop").get("name").asString()).isEqualTo("Au Fournil des Halles");
        assertThat(listing.get("cid").asString()).startsWith("bafyrei");
        assertThat(listing.get("confirmedAt").asString()).isEqualTo("2026-11-19T09:12:00Z");
    }

    @Test
    void aPictureInARecordIsALinkToItsBlob() {
        var image = web.json("/api/v1/listings/" + web.listing("tilleuls"))
                .get("record")
                .get("images")
                .get(0);
        assertThat(image.get("blob").get("ref").get("$link").asString()).startsWith("bafkrei");
    }

    @Test
    void everyParameterNarrowsTheSearch() {
        assertThat(total("")).isEqualTo(21);
        assertThat(total("?q=pain")).isEqualTo(4);
        assertThat(total("?merchant=" + web.market.bookshop.did())).isEqualTo(6);
        assertThat(total("?category=Romans")).isEqualTo(3);
        assertThat(total("?category=" + Links.encode("Romans > Poche"))).isEqualTo(1);
        assertThat(total("?gtin=" + FakeMarket.HONEY)).isEqualTo(2);
        assertThat(total("?gtin=0" + FakeMarket.HONEY)).isEqualTo(2);
        assertThat(total("?minPrice=2000")).isEqualTo(3);
        assertThat(total("?minPrice=2000&maxPrice=2100")).isEqualTo(1);
        assertThat(total("?q=pain&inStock=true")).isEqualTo(3);
        assertThat(total("?openNow=true"))
                .as("not the grocer, who says no hours")
                .isEqualTo(14);
        assertThat(total("?near=69002&within=1")).as("its postcode is known").isEqualTo(8);
        assertThat(total("?near=45.767,4.834&within=1")).isEqualTo(8);
        assertThat(total("?near=69002&get=delivery")).isEqualTo(8);
        assertThat(total("?near=48.85,2.35&get=delivery")).isZero();
        assertThat(total("?get=pickup")).isEqualTo(8);
    }

    private static int total(String query) {
        return web.json("/api/v1/listings" + query).get("total").asInt();
    }

    @Test
    void pagesFollowOneAnotherUntilTheLast() {
        var first = web.json("/api/v1/listings?sort=price&size=20");
        assertThat(first.get("listings").size()).isEqualTo(20);
        assertThat(first.get("listings")
                        .get(0)
                        .get("record")
                        .get("price")
                        .get("amount")
                        .asInt())
                .isEqualTo(120);
        var second = web.json(first.get("next").asString());
        assertThat(second.get("listings").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
        assertThat(web.json("/api/v1/listings?page=99").get("listings").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=price",
                "sort=price-desc",
                "sort=unit-price",
                "sort=newest",
                "sort=name",
                "q=pain",
                "near=45.76,4.83&sort=distance"
            })
    void whatComesAndGoesWhileOneReadsMakesNothingBeMissedOrToldTwice(String question) {
        var shop = new FakeShop(FullShop.profile("Au pain rassis", 45_760_000, 4_830_000));
        var all = all("/api/v1/listings?size=100&" + question);
        var read = new ArrayList<String>();
        String next = "/api/v1/listings?size=2&" + question;
        for (int i = 0; next != null; i++) {
            var page = web.json(next);
            page.get("listings").forEach(listing -> read.add(key(listing)));
            next = page.has("next") ? page.get("next").asString() : null;
            if (i == 0) {
                shop.add(
                        FakeMarket.product("Aaa pain", "Pain", 1).withMeasure(new Measure(1_000, Unit.KG)),
                        FakeWeb.NOW.plusSeconds(60));
                web.market.publish(shop, FakeWeb.NOW.minusSeconds(30));
            }
        }
        web.market.withdraw(shop);
        read.removeIf(key -> key.startsWith(shop.did().value()));
        assertThat(read).doesNotHaveDuplicates().containsExactlyElementsOf(all);
    }

    private static String key(JsonNode listing) {
        return listing.get("did").asString() + "/" + listing.get("rkey").asString();
    }

    private static List<String> all(String question) {
        var keys = new ArrayList<String>();
        web.json(question).get("listings").forEach(listing -> keys.add(key(listing)));
        return keys;
    }

    @Test
    void merchantsAreReadOnFromAName() {
        var first = web.json("/api/v1/merchants?size=2");
        var second = web.json(first.get("next").asString());
        assertThat(second.get("merchants")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(second.get("merchants").get(0).get("profile").get("name").asString())
                .isEqualTo("Librairie du Passage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listings?after=x",
                "listings?after=bDEK&sort=name",
                "merchants?after=eA",
                "listings?after=bDEKbDEK&page=2"
            })
    void aBookmarkOfAnotherOrderIsRefused(String question) {
        var answer = web.get("/api/v1/" + question);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("not-a-bookmark", "repeated");
    }

    @Test
    void facetsCountWhatWasFound() {
        var facets = web.json("/api/v1/listings?q=miel").get("facets");
        assertThat(stream(facets.get("categories"))
                        .map(count -> count.get("value").asString()))
                .contains("Épicerie", "Épicerie > Miel et confiture");
        assertThat(stream(facets.get("merchants"))
                        .map(count -> count.get("name").asString()))
                .containsExactlyInAnyOrder("Au Fournil des Halles", "Épicerie Mistral");
    }

    @Test
    void suggestionsSayWhatTheyAre() {
        var suggestions = web.json("/api/v1/suggest?q=pai").get("suggestions");
        assertThat(stream(suggestions).map(suggestion -> suggestion.get("kind").asString()))
                .contains("name", "category");
        assertThat(stream(suggestions).map(suggestion -> suggestion.get("text").asString()))
                .contains("Pain", "Pain aux noix");
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page, out-of-range",
        "page=x, page, not-a-number",
        "size=0, size, out-of-range",
        "size=1000, size, out-of-range",
        "minPrice=abc, minPrice, not-a-number",
        "maxPrice=-1, maxPrice, out-of-range",
        "gtin=123, gtin, not-a-gtin",
        "merchant=me, merchant, not-a-did",
        "sort=best, sort, not-a-choice",
        "inStock=yes, inStock, not-a-choice",
        "near=nowhere, near, not-a-position",
        "near=99999, near, not-a-position",
        "within=5, near, required",
        "near=69002&within=9999999, within, out-of-range",
        "get=delivery, near, required",
        "get=any, get, not-a-choice",
        "openNow=1, openNow, not-a-choice",
        "q=a&q=b, q, repeated",
    })
    void aWrongParameterIsNamedAndNeverIgnored(String query, String field, String code) {
        var answer = web.get("/api/v1/listings?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("type").asString()).endsWith(code);
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        var problem = web.json("/api/v1/listings?page=0&size=1000&minPrice=abc");
        assertThat(stream(problem.get("errors")).map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("page", "size", "minPrice");
    }

    @Test
    void whatIsNotThereIsAProblemDocument() {
        for (String path : new String[] {
            "/api/v1/listings/" + web.market.bakery.did() + "/nothing",
            "/api/v1/listings/did:key:zNobody/x",
            "/api/v1/merchants/someone",
            "/api/v1/nothing"
        }) {
            var answer = web.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void whoeverHoldsTheAnswerAlreadyIsNotSentItAgain() {
        var first = web.get("/api/v1/merchants");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        var second = web.send(web.request("/api/v1/merchants").header("If-None-Match", "\"other\", " + etag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(etag).startsWith("\"");
        var packed = web.bytes(web.request("/api/v1/merchants").header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("ETag").orElseThrow())
                .startsWith("\"")
                .isNotEqualTo(etag);
    }

    @Test
    void headTellsWhatGetWouldSay() {
        var get = web.get("/api/v1/merchants");
        var head = web.send(web.request("/api/v1/merchants").HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
    }

    @Test
    void anyPageMayReadButNobodyMayWrite() {
        var answer = web.get("/api/v1/merchants");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var asked = web.send(web.request("/api/v1/merchants").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, HEAD, OPTIONS");
        var post = web.send(web.request("/api/v1/merchants").POST(BodyPublishers.noBody()));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void healthIsToldWithoutLookingAtAnything() {
        assertThat(web.json("/healthz").get("status").asString()).isEqualTo("ok");
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
