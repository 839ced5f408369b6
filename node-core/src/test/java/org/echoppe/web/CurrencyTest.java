package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import org.echoppe.domain.Money;
import org.echoppe.records.Price;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices in several currencies: none is taken for another, and no large shop decides for the others. */
class CurrencyTest {
    private static final Currency FRANCS = Currency.getInstance("CHF");

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static FakeShop large;

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        large = shop("Grand Bazar", FRANCS, 3, 4, 6, 7, 8, 9, 12, 15);
        shop("Chez Alma", Money.EUR, 3, 6);
        shop("Chez Jo", Money.EUR, 15);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static FakeShop shop(String name, Currency currency, int... prices) {
        var shop =
                new FakeShop(ShopProfile.blank().withName(name).withLang("fr").withCurrency(currency));
        for (int price : prices) {
            shop.add(
                    FakeMarket.product("Bougie à %d %s".formatted(price, currency), "Maison", 1)
                            .withPrice(new Price(new Money(price * 100L, currency), OptionalInt.empty(), true)),
                    FakeWeb.NOW.minusSeconds(900));
        }
        web.market.publish(shop, FakeWeb.NOW);
        return shop;
    }

    private static String page(String query) {
        return web.get("/fr/search?q=bougie" + query).body();
    }

    private static int total(String query) {
        return web.json("/api/v1/listings?q=bougie" + query).get("total").asInt();
    }

    @Test
    void theCurrencyOfMostShopsIsMeantNotThatOfTheLargest() {
        assertThat(total("")).isEqualTo(11);
        assertThat(total("&maxPrice=500")).as("3 €").isOne();
        assertThat(page("&maxPrice=5"))
                .contains("Bougie à 3 EUR", "jusqu’à 5,00", "Prix en CHF")
                .doesNotContain("Bougie à 3 CHF");
        assertThat(total("&maxPrice=500&merchant=" + large.did()))
                .as("3 and 4 CHF")
                .isEqualTo(2);
    }

    @Test
    void theCurrencyGoesWithThePriceInLinksFormAndApi() {
        assertThat(total("&maxPrice=500&currency=CHF")).isEqualTo(2);
        assertThat(total("&maxPrice=500&currency=eur")).isOne();
        assertThat(web.get("/api/v1/listings?currency=XQZ&maxPrice=5").body()).contains("not-a-currency");
        String francs = page("&currency=CHF&maxPrice=5");
        assertThat(francs)
                .contains("Bougie à 3 CHF", "Bougie à 4 CHF", "name=\"currency\" value=\"CHF\"")
                .doesNotContain("Bougie à 3 EUR");
        assertThat(page(""))
                .contains("name=\"currency\" value=\"EUR\"", "currency=EUR&amp;minPrice=2&amp;maxPrice=4.99");
    }

    @Test
    void rangesAndFilterAreOfOneCurrencyAndTheOthersAreSaid() {
        assertThat(page("")).contains("Prix en CHF (8 articles)").doesNotContain("Prix en EUR");
        assertThat(page("&currency=CHF"))
                .contains("Prix en EUR (3 articles)", "currency=CHF&amp;minPrice=5&amp;maxPrice=9.99");
        for (String currency : new String[] {"EUR", "CHF"}) {
            var facets =
                    web.json("/api/v1/listings?q=bougie&currency=" + currency).at("/facets/prices");
            for (var range : facets) {
                assertThat(range.get("currency").asString()).isEqualTo(currency);
                String most = range.has("maxPrice")
                        ? "&maxPrice=" + range.get("maxPrice").asInt()
                        : "";
                assertThat(total("&currency=" + currency + "&minPrice="
                                + range.get("minPrice").asInt() + most))
                        .as("%s", range)
                        .isEqualTo(range.get("count").asInt());
            }
        }
    }

    @Test
    void aPriceInAnotherCurrencyThanTheOneMeantIsNotTakenForIt() {
        assertThat(page("&currency=CHF&maxPrice=5+%E2%82%AC")).contains("n’est pas un prix");
        assertThat(page("&currency=CHF&maxPrice=CHF+5"))
                .contains("jusqu’à 5,00")
                .doesNotContain("n’est pas un prix");
        assertThat(page("&maxPrice=5+%E2%82%AC")).contains("jusqu’à 5,00").doesNotContain("n’est pas un prix");
    }

    @Test
    void inTheOrderOfPricesTheShoppersCurrencyComesFirstAndNoneIsMixedWithAnother() {
        assertThat(order("&sort=price")).startsWith("3 EUR", "6 EUR", "15 EUR", "3 CHF", "4 CHF", "6 CHF");
        assertThat(order("&sort=price-desc")).startsWith("15 EUR", "6 EUR", "3 EUR", "15 CHF", "12 CHF");
        assertThat(order("&sort=price&currency=CHF"))
                .startsWith("3 CHF", "4 CHF")
                .endsWith("6 EUR", "15 EUR");
        assertThat(page("&sort=price"))
                .containsPattern("(?s)Bougie à 3 EUR.*Bougie à 15 EUR.*Bougie à 3 CHF.*Bougie à 15 CHF");
        // where one stopped, the next page goes on
        var first = web.json("/api/v1/listings?q=bougie&sort=price&size=2");
        assertThat(web.json(first.get("next").asString())
                        .at("/listings/0/record/name")
                        .asString())
                .isEqualTo("Bougie à 15 EUR");
    }

    private static List<String> order(String query) {
        var names = new ArrayList<String>();
        web.json("/api/v1/listings?q=bougie" + query)
                .get("listings")
                .forEach(listing ->
                        names.add(listing.at("/record/name").asString().replace("Bougie à ", "")));
        return names;
    }
}
