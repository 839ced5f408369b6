package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.records.Geo;
import org.echoppe.records.ShopProfile;
import org.echoppe.search.ListingQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is not heard any more: marked after three days, nowhere after thirty, there again when it is heard. */
class SilenceTest {
    private static final Gtin CANDLE = new Gtin("3760000000017");
    private static final String MARK = "confirmé depuis le";
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir
    Path home;

    private final AdjustableClock clock = new AdjustableClock();
    private final FakeShop silent = new FakeShop(profile("Chez Alma", 4_834_000));
    private final FakeShop heard = new FakeShop(profile("Chez Jo", 4_835_000));
    private RecordKey alma;
    private RecordKey jo;
    private FakeWeb web;

    @BeforeEach
    void open() {
        web = new FakeWeb(home, clock);
        alma = add(silent, "Bougie d’Alma");
        jo = add(heard, "Bougie de Jo");
        web.market.publish(silent, clock.instant());
        web.market.publish(heard, clock.instant());
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static ShopProfile profile(String name, int east) {
        return ShopProfile.blank()
                .withName(name)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withGeo(new Geo(45_766_000, east));
    }

    private RecordKey add(FakeShop shop, String name) {
        return shop.add(FakeMarket.product(name, "Maison", 450).withGtin(CANDLE), clock.instant());
    }

    private void pass(Duration time) {
        clock.pass(time);
        web.market.publish(heard, clock.instant());
    }

    private List<String> pages() {
        return List.of(
                "/fr/",
                "/fr/search?q=bougie&shop=" + silent.did(),
                "/fr/shops",
                "/fr/shops/" + silent.did(),
                "/fr/shops/" + silent.did() + "/" + alma,
                "/fr/shops/" + heard.did() + "/" + jo);
    }

    private boolean isStale(String path) {
        return web.json(path).get("stale").asBoolean();
    }

    @Test
    void afterThreeDaysEveryPageThatShowsItSaysSo() {
        pass(Duration.ofDays(3).minus(MOMENT));
        for (String page : pages()) {
            assertThat(web.get(page).body()).as(page).doesNotContain(MARK).contains("Alma");
        }
        assertThat(isStale("/api/v1/merchants/" + silent.did())).isFalse();
        pass(MOMENT);
        for (String page : pages()) {
            assertThat(web.get(page).body()).as(page).contains(MARK).contains("Alma");
        }
        assertThat(isStale("/api/v1/merchants/" + silent.did())).isTrue();
        assertThat(isStale("/api/v1/listings/" + silent.did() + "/" + alma)).isTrue();
        assertThat(isStale("/api/v1/listings/" + heard.did() + "/" + jo)).isFalse();
        web.market.publish(silent, clock.instant());
        for (String page : pages()) {
            assertThat(web.get(page).body()).as(page).doesNotContain(MARK).contains("Alma");
        }
    }

    @Test
    void afterThirtyDaysItIsNowhereUntilItIsHeardAgain() {
        pass(Duration.ofDays(30).minus(MOMENT));
        isSomewhere();
        pass(MOMENT);
        isNowhere();
        web.market.publish(silent, clock.instant());
        isSomewhere();
    }

    private void isSomewhere() {
        for (String page : pages()) {
            assertThat(web.get(page).body()).as(page).contains("Alma");
        }
        assertThat(web.get("/fr/").body()).contains("1 article dans 2 boutiques");
        assertThat(web.get("/fr/shops/" + heard.did() + "/" + jo).body()).contains("1 autre boutique");
        assertThat(web.get("/sitemap.xml").body()).contains(silent.did().value());
        assertThat(web.get("/api/v1/suggest?q=alma").body()).contains("Chez Alma", "Bougie d’Alma");
        assertThat(web.get(feed()).body()).contains("Alma");
        assertThat(web.market.listings.merchantCount()).isEqualTo(2);
    }

    private void isNowhere() {
        for (String page : List.of("/fr/", "/fr/search?q=bougie", "/fr/shops", "/fr/shops/" + heard.did() + "/" + jo)) {
            assertThat(web.get(page).body())
                    .as(page)
                    .doesNotContain("Alma", silent.did().value());
        }
        assertThat(web.get("/fr/shops/" + heard.did()).body())
                .as("no neighbour")
                .doesNotContain("Alma");
        assertThat(web.get("/fr/").body()).contains("1 article dans 1 boutique");
        assertThat(web.get("/fr/about").body()).contains("1 article de 1 boutique");
        assertThat(web.get("/sitemap.xml").body()).doesNotContain(silent.did().value());
        assertThat(web.get("/sitemap/" + silent.did() + "/1.xml").statusCode()).isEqualTo(404);
        assertThat(web.get("/api/v1/suggest?q=alma").body()).doesNotContain("Alma");
        assertThat(web.get("/api/v1/merchants").body()).doesNotContain("Alma");
        var answer = web.json("/api/v1/listings?q=bougie");
        assertThat(answer.get("total").asInt()).isOne();
        assertThat(answer.at("/facets/merchants").size()).isOne();
        assertThat(web.market
                        .listings
                        .search(ListingQuery.of("").ofMerchant(silent.did()))
                        .total())
                .isZero();
        for (String gone :
                List.of("/api/v1/merchants/" + silent.did(), "/api/v1/listings/" + silent.did() + "/" + alma, feed())) {
            assertThat(web.get(gone).statusCode()).as(gone).isEqualTo(404);
        }
        for (String said : List.of("/fr/shops/" + silent.did(), "/fr/shops/" + silent.did() + "/" + alma)) {
            var page = web.get(said);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("Cette boutique ne répond plus", "depuis le 22 novembre");
        }
        assertThat(web.market.listings.lastHeard(silent.did()))
                .as("for the keeper")
                .isPresent();
    }

    private String feed() {
        return "/fr/shops/" + silent.did() + "/products.csv";
    }
}
