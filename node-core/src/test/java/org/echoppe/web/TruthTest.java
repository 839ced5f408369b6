package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Availability;
import org.echoppe.records.Image;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.search.ListingQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever merchants change: no page shows what was withdrawn, or a price that is no longer theirs. */
class TruthTest {
    private static final int ROUNDS = 10;
    private static final int CHANGES = 4;
    private static final int KINDS = 12;

    @TempDir
    Path home;

    private final Random random = new Random(11);
    private final Map<RecordKey, Long> goods = new TreeMap<>();
    private final List<RecordKey> withdrawn = new ArrayList<>();
    private final FakeShop shop = new FakeShop(
            ShopProfile.blank().withName("Chez Alma").withLang("fr").withCurrency(Money.EUR));
    private FakeWeb web;
    private Image photo;

    @BeforeEach
    void open() {
        web = new FakeWeb(home);
        photo = web.market.cover(1);
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void everyPageIsTrueAfterEveryChange() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < CHANGES; i++) {
                change(CHANGES * round + i);
            }
            web.market.publish(shop, FakeWeb.NOW.minusSeconds(ROUNDS - round));
            var asked = ListingQuery.of("bougie").page(1, 100);
            assertThat(web.market.listings.search(asked).total()).isEqualTo(goods.size());
            web.market
                    .listings
                    .search(asked)
                    .listings()
                    .forEach(listing -> assertThat(listing.record()
                                    .price()
                                    .orElseThrow()
                                    .money()
                                    .minorUnits())
                            .isEqualTo(goods.get(listing.rkey())));
            for (String path :
                    new String[] {"/fr/search?q=bougie&sort=name", "/fr/search?q=bougie&sort=name", "/fr/"}) {
                everyCardIsTrue(web.get(path).body());
            }
            everythingElseIsTrue();
        }
    }

    @Test
    void whatCannotBeIndexedIsOnNoCardRatherThanOnAnOldOne() throws IOException {
        for (int i = 0; i < KINDS; i++) {
            change(0);
        }
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
        everyCardIsTrue(web.get("/fr/search?q=bougie").body());
        web.market.endTheIndexWriter();
        change(1);
        var aside = Files.move(home.resolve("index"), home.resolve("aside"));
        var inTheWay = Files.createFile(home.resolve("index"));
        assertThatThrownBy(() -> web.market.publish(shop, FakeWeb.NOW.minusSeconds(50)))
                .hasCauseInstanceOf(Rejected.class);
        for (String path : List.of("/fr/search?q=bougie", "/fr/", "/fr/shops/" + shop.did())) {
            assertThat(web.get(path).body()).as(path).doesNotContain("class=\"price\"");
        }
        assertThatThrownBy(web.market::catchUpBehind).isInstanceOf(Rejected.class);
        Files.delete(inTheWay);
        Files.move(aside, home.resolve("index"));
        web.market.catchUpBehind();
        everyCardIsTrue(web.get("/fr/search?q=bougie").body());
        everythingElseIsTrue();
    }

    @Test
    void whatCouldNotBeMadeSearchableIsOnNoCardUntilItIsTriedAgain() {
        for (int i = 0; i < KINDS; i++) {
            change(0);
        }
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
        everyCardIsTrue(web.get("/fr/search?q=bougie").body());
        change(1);
        web.market.publishInVain(shop, FakeWeb.NOW.minusSeconds(50));
        for (String path : List.of("/fr/search?q=bougie", "/fr/", "/fr/shops/" + shop.did())) {
            assertThat(web.get(path).body()).as(path).doesNotContain("class=\"price\"");
        }
        web.market.catchUpBehind();
        everyCardIsTrue(web.get("/fr/search?q=bougie").body());
        everythingElseIsTrue();
    }

    private void everythingElseIsTrue() {
        String window = "/fr/shops/" + shop.did();
        everyCardIsTrue(web.get(window).body());
        assertThat(web.get(window).body()).contains(goods.size() == 1 ? "1 article" : goods.size() + " articles");
        everyRowIsTrue(web.get(window + "/products.csv").body());
        String news = web.get(window + "/news.atom").body();
        String map = web.get("/sitemap/" + shop.did() + "/1.xml").body();
        String google = web.get(window + "/products.xml").body();
        goods.forEach((rkey, price) -> {
            String amount = "%d.%02d".formatted(price / 100, price % 100);
            String page = web.get(window + "/" + rkey).body();
            assertThat(page)
                    .contains("\"price\":\"" + amount + "\"")
                    .containsPattern("class=\"price\">" + amount.replace('.', ',') + ".€");
            var json = web.json("/api/v1/listings/" + shop.did() + "/" + rkey);
            assertThat(json.at("/record/price/amount").asLong()).isEqualTo(price);
            assertThat(news).contains(rkey.value(), amount.replace('.', ','));
            assertThat(map).contains(rkey.value());
        });
        everyItemIsTrue(google);
        for (var rkey : withdrawn) {
            assertThat(web.get(window + "/" + rkey).statusCode()).isEqualTo(404);
            assertThat(web.get("/api/v1/listings/" + shop.did() + "/" + rkey).statusCode())
                    .isEqualTo(404);
            assertThat(news + map + google).doesNotContain(rkey.value());
        }
        withdrawn.clear();
    }

    private void everyRowIsTrue(String table) {
        var rows = table.lines().skip(1).map(row -> row.split(",", -1)).toList();
        assertThat(rows).hasSameSizeAs(goods.entrySet());
        for (var row : rows) {
            long price = Objects.requireNonNull(goods.get(new RecordKey(row[0])), "withdrawn: " + row[0]);
            assertThat(row[8].replace(".", "")).isEqualTo(Long.toString(price));
        }
    }

    private void everyItemIsTrue(String google) {
        var item = Pattern.compile("<g:id>([^<]+)</g:id>.*?<g:price>([^<]+) EUR</g:price>", Pattern.DOTALL)
                .matcher(google);
        var told = new TreeMap<RecordKey, Long>();
        while (item.find()) {
            told.put(new RecordKey(item.group(1)), Long.valueOf(item.group(2).replace(".", "")));
        }
        assertThat(told).isEqualTo(goods);
    }

    private void change(int round) {
        int least = goods.size() < KINDS ? 0 : 1;
        switch (goods.isEmpty() ? 0 : random.nextInt(least, 3)) {
            case 0 -> {
                long price = random.nextLong(100, 1_000);
                goods.put(shop.add(candle(round, price), FakeWeb.NOW.minusSeconds(900)), price);
            }
            case 1 -> {
                var rkey = any();
                goods.remove(rkey);
                withdrawn.add(rkey);
                shop.records().remove(key(rkey));
            }
            default -> {
                var rkey = any();
                long price = random.nextLong(100, 1_000);
                goods.put(rkey, price);
                shop.records().put(key(rkey), DagCbor.block(candle(round, price).toFields()));
            }
        }
    }

    private ProductRecord candle(int number, long price) {
        return FakeMarket.product("Bougie " + number, "Maison", price)
                .withAvailability(Availability.IN_STOCK)
                .withImages(List.of(photo));
    }

    private RecordKey any() {
        return goods.keySet().stream()
                .skip(random.nextInt(goods.size()))
                .findFirst()
                .orElseThrow();
    }

    private static String key(RecordKey rkey) {
        return Collections.keyOf(Collections.PRODUCT, rkey);
    }

    private void everyCardIsTrue(String page) {
        var card = Pattern.compile("href=\"/fr/shops/[^/\"]+/([^\"]+)\".*?class=\"price\">([^<]+)<", Pattern.DOTALL)
                .matcher(page);
        int cards = 0;
        while (card.find()) {
            cards++;
            long price = Objects.requireNonNull(goods.get(new RecordKey(card.group(1))), "withdrawn: " + card.group());
            assertThat(card.group(2).replaceAll("\\D", "")).isEqualTo(Long.toString(price));
        }
        assertThat(cards)
                .as("all of them, or the newest")
                .isEqualTo(Math.min(goods.size(), page.contains("data-part") || page.contains("h-window") ? 24 : 8));
    }
}
