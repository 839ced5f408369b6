package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop with more goods than anybody leafs through: where pages, answers and sitemaps end. */
class DeepPagesTest {
    private static final int GOODS = 10_030;
    private static final Pattern LOCATION = Pattern.compile("<loc>");

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static FakeShop shop;

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        shop = new FakeShop(
                ShopProfile.blank().withName("Quincaillerie").withLang("fr").withCurrency(Money.EUR));
        for (int number = 0; number < GOODS; number++) {
            shop.add(FakeMarket.product("Vis " + number, "Vis", 10), FakeWeb.NOW.minusSeconds(60L + number));
        }
        web.market.publish(shop, FakeWeb.NOW);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void pagesEndWithTheTenThousandthAndSayHowManyThereAre() {
        String address = "/fr/search?q=vis&sort=newest&page=";
        assertThat(web.get(address + 416).body()).contains("Page 416 sur 417", "rel=\"next\"");
        assertThat(web.get(address + 417).body())
                .contains("Page 417 sur 417", ">Vis 9999<", "rel=\"prev\"")
                .doesNotContain("rel=\"next\"", ">Vis 10000<");
        assertThat(web.get(address + 418).body())
                .contains("page=417", "Les résultats s’arrêtent avant cette page")
                .doesNotContain(">Vis 10000<", "rel=\"next\"", "sur 417");
    }

    @Test
    void programsReadOnPastItByTheBookmarkUntilNothingIsLeft() {
        var last = web.json("/api/v1/listings?q=vis&sort=newest&size=100&page=100");
        assertThat(last.get("total").asInt()).isEqualTo(GOODS);
        assertThat(last.get("listings")).hasSize(100);
        var rest = web.json(last.get("next").asString());
        assertThat(rest.get("listings")).hasSize(GOODS - 10_000);
        assertThat(rest.has("next")).isFalse();
        assertThat(web.json("/api/v1/listings?q=vis&sort=newest&size=100&page=101")
                        .get("listings"))
                .isEmpty();
    }

    @Test
    void thePageOnWhichTheTenThousandthStandsLeadsOnThoughItIsNotFull() {
        var last = web.json("/api/v1/listings?q=vis&sort=newest&page=417");
        assertThat(last.get("listings")).hasSize(16);
        var rest = web.json(last.get("next").asString());
        assertThat(rest.get("listings")).hasSize(24);
        assertThat(web.json(rest.get("next").asString()).get("listings")).hasSize(6);
    }

    @Test
    void aSitemapHasAPartForEveryFiveThousand() {
        String index = web.get("/sitemap.xml").body();
        int listed = 0;
        for (int part = 1; part <= 3; part++) {
            String address = "/sitemap/" + shop.did() + "/" + part + ".xml";
            assertThat(index).contains(web.address() + address);
            listed += (int) LOCATION.matcher(web.get(address).body()).results().count();
        }
        assertThat(index).doesNotContain(shop.did() + "/4.xml");
        assertThat(web.get("/sitemap/" + shop.did() + "/4.xml").statusCode()).isEqualTo(404);
        // each article and the shop, in two languages
        assertThat(listed).isEqualTo(2 * (GOODS + 1));
    }
}
