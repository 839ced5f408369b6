package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.echoppe.domain.Money;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Programs read an answer page by page while shops open and close, which is a part of the usual order. */
class ReadingOnTest {
    private static final int SHOPS = 9;

    @TempDir
    Path home;

    /** Noon. */
    private final AdjustableClock clock = new AdjustableClock();

    private final List<FakeShop> shops = new ArrayList<>();
    private FakeWeb web;

    /** By turns open from nine to six, from two to ten, and without hours. */
    @BeforeEach
    void open() {
        web = new FakeWeb(home, clock);
        for (int number = 0; number < SHOPS; number++) {
            var hours = switch (number % 3) {
                case 0 -> hours(9, 18);
                case 1 -> hours(14, 22);
                default -> List.<OpeningHours>of();
            };
            var shop = new FakeShop(ShopProfile.blank()
                    .withName("Fournil " + number)
                    .withLang("fr")
                    .withCurrency(Money.EUR)
                    .withOpeningHours(hours));
            shop.add(FakeMarket.product("Pain", "Pain", 100 + number), clock.instant());
            // some yesterday, and each again while one reads, as every shop does that runs
            web.market.publish(shop, clock.instant().minus(Duration.ofHours(13).multipliedBy(number % 3)));
            shops.add(shop);
        }
    }

    private static List<OpeningHours> hours(int from, int to) {
        return List.of(new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(from, 0), LocalTime.of(to, 0)));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static List<String> keys(JsonNode page) {
        var keys = new ArrayList<String>();
        page.get("listings").forEach(listing -> keys.add(listing.get("did").asString()));
        return keys;
    }

    @Test
    void whoeverOpensClosesOrConfirmsWhileOneReadsIsNeitherMissedNorToldTwice() {
        var all = keys(web.json("/api/v1/listings?q=pain"));
        assertThat(all).hasSize(SHOPS);
        var read = new ArrayList<String>();
        String next = "/api/v1/listings?q=pain&size=2";
        while (next != null) {
            var page = web.json(next);
            read.addAll(keys(page));
            next = page.has("next") ? page.get("next").asString() : null;
            // four in the afternoon, eight, midnight
            clock.pass(Duration.ofHours(4));
            web.market.publish(shops.get(read.size() % SHOPS), clock.instant());
        }
        assertThat(read).containsExactlyElementsOf(all);
        assertThat(keys(web.json("/api/v1/listings?q=pain")))
                .as("who reads now reads in another order")
                .isNotEqualTo(all);
    }

    @Test
    void aBookmarkOfTheBestMatchHoldsForTwoDaysAndNoneComesFromTheFuture() {
        String next = web.json("/api/v1/listings?q=pain&size=2").get("next").asString();
        clock.pass(Duration.ofDays(2));
        assertThat(web.get(next).statusCode()).isEqualTo(200);
        clock.pass(Duration.ofDays(1));
        assertThat(web.get(next).statusCode()).isEqualTo(400);
        clock.pass(Duration.ofDays(-4));
        assertThat(web.get(next).statusCode()).isEqualTo(400);
        String weighed = next.substring(next.indexOf("after=") + "after=".length(), next.indexOf('.') + 1);
        assertThat(web.get(next.replace(weighed, "")).statusCode()).isEqualTo(400);
        assertThat(web.get(next.replace(weighed, "zzzzzzzzzzzz.")).statusCode()).isEqualTo(400);
        assertThat(web.get(next.replace(weighed, "!.")).statusCode()).isEqualTo(400);
    }

    @Test
    void aBookmarkOfAnyOtherOrderHoldsForAsLongAsOneLikes() {
        String next = web.json("/api/v1/listings?q=pain&sort=price&size=2")
                .get("next")
                .asString();
        clock.pass(Duration.ofDays(20));
        assertThat(keys(web.json(next))).hasSize(2);
    }
}
