package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Money;
import org.echoppe.records.Availability;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.echoppe.records.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article in several kinds, or sold by weight: no page names a price for which it is not to be had, nor a stock that none has. */
class KindsTest {
    @TempDir
    Path home;

    private FakeWeb web;

    @BeforeEach
    void open() {
        web = new FakeWeb(home);
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static Variant kind(String size, long price, Availability availability) {
        return new Variant(
                size,
                Map.of("taille", size),
                Optional.of(new Price(new Money(price, Money.EUR), OptionalInt.empty(), true)),
                Optional.of(availability),
                Optional.empty());
    }

    @Test
    void whatIsSoldByWeightNamesThePriceOfTheKilogramOnceOnEveryPage() {
        var shop = new FakeShop(
                ShopProfile.blank().withName("Chez Alma").withLang("fr").withCurrency(Money.EUR));
        var rkey = shop.add(
                FakeMarket.product("Comté à la coupe", "Crèmerie", 289)
                        .withMeasure(new Measure(100, Unit.KG))
                        .withLoose(true),
                FakeWeb.NOW.minusSeconds(900));
        web.market.publish(shop, FakeWeb.NOW);
        String listing = "/fr/shops/" + shop.did() + "/" + rkey;
        for (String path : List.of("/fr/", "/fr/search?q=comte", "/fr/shops/" + shop.did(), listing)) {
            assertThat(web.get(path).body())
                    .as(path)
                    .containsPattern("class=\"price\">28,90.€/kg</span></p>")
                    .doesNotContain("2,89", "class=\"unit\"");
        }
    }

    @Test
    void thePriceIsThatOfTheCheapestKindAndSaysThatOthersCostMore() {
        var shop = new FakeShop(
                ShopProfile.blank().withName("Chez Alma").withLang("fr").withCurrency(Money.EUR));
        var rkey = shop.add(
                FakeMarket.product("Pull", "Mode", 500)
                        .withVariants(List.of(
                                kind("S", 1_200, Availability.OUT_OF_STOCK), kind("L", 1_500, Availability.LIMITED))),
                FakeWeb.NOW.minusSeconds(900));
        web.market.publish(shop, FakeWeb.NOW);
        String listing = "/fr/shops/" + shop.did() + "/" + rkey;
        for (String path : List.of("/fr/", "/fr/search?q=pull", "/fr/shops/" + shop.did(), listing)) {
            assertThat(web.get(path).body())
                    .as(path)
                    .containsPattern("class=\"price\">dès 12,00.€")
                    .contains("Bientôt épuisé")
                    .doesNotContainPattern("\\b5,00");
        }
        assertThat(web.get("/fr/shops/" + shop.did() + "/news.atom").body()).containsPattern("12,00.€ – 15,00.€");
        assertThat(web.json("/api/v1/listings?maxPrice=600").get("total").asInt())
                .isZero();
        assertThat(web.json("/api/v1/listings?maxPrice=1200").get("total").asInt())
                .isOne();
        assertThat(web.json("/api/v1/listings?inStock=true").get("total").asInt())
                .isOne();
    }

    @Test
    void kindsOfDifferentSizesSayNoMeasureThatOnlyOneOfThemHas() {
        var shop = new FakeShop(
                ShopProfile.blank().withName("Chez Alma").withLang("fr").withCurrency(Money.EUR));
        var honey = FakeMarket.product("Miel", "Épicerie", 500).withMeasure(new Measure(250, Unit.KG));
        var sizes = List.of(kind("250 g", 500, Availability.IN_STOCK), kind("1 kg", 1_600, Availability.IN_STOCK));
        var one = shop.add(honey, FakeWeb.NOW.minusSeconds(900));
        var two = shop.add(honey.withVariants(sizes), FakeWeb.NOW.minusSeconds(900));
        web.market.publish(shop, FakeWeb.NOW);
        assertThat(web.get("/fr/shops/" + shop.did() + "/" + one).body()).contains("referenceQuantity");
        assertThat(web.get("/fr/shops/" + shop.did() + "/" + two).body())
                .contains("UnitPriceSpecification")
                .doesNotContain("referenceQuantity");
    }
}
