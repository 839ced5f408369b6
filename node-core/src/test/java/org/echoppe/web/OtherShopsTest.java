package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.Availability;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.echoppe.records.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "n other shops have it, from …": as many as there are, and the cheapest of them. */
class OtherShopsTest {
    private static final Gtin HONEY = new Gtin("3760000000017");
    private static final Currency FRANCS = Currency.getInstance("CHF");

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

    private RecordKey honey(FakeShop shop, long price, Currency currency) {
        return honey(shop, price, currency, Availability.IN_STOCK);
    }

    private RecordKey honey(FakeShop shop, long price, Currency currency, Availability availability) {
        return shop.add(
                FakeMarket.product("Miel", "Épicerie", 1)
                        .withGtin(HONEY)
                        .withAvailability(availability)
                        .withPrice(new Price(new Money(price, currency), OptionalInt.empty(), true)),
                FakeWeb.NOW.minusSeconds(900));
    }

    private static FakeShop shop(int number) {
        return new FakeShop(ShopProfile.blank()
                .withName("Boutique %02d".formatted(number))
                .withLang("fr")
                .withCurrency(Money.EUR));
    }

    @Test
    void shopsAreCountedNotListingsNorThoseThatAreNamed() {
        var own = shop(0);
        var rkey = honey(own, 100, Money.EUR);
        honey(own, 90, Money.EUR);
        web.market.publish(own, FakeWeb.NOW);
        for (int number = 1; number <= 23; number++) {
            var shop = shop(number);
            honey(shop, 1_000 - 10 * number, Money.EUR);
            honey(shop, 2_000, Money.EUR);
            web.market.publish(shop, FakeWeb.NOW);
        }
        String page = web.get("/fr/shops/" + own.did() + "/" + rkey).body();
        assertThat(page).contains("23 autres boutiques le proposent, dès 7,70");
        assertThat(page.split("<li><div><a ", -1)).as("the cheapest, each once").hasSize(20 + 1);
        assertThat(page).contains("Boutique 23", "Boutique 04").doesNotContain("Boutique 03");
        assertThat(page).contains("/fr/search?gtin=" + HONEY.value(), "Toutes les offres");
    }

    @Test
    void thePriceThatIsNamedIsOneForWhichItIsToBeHad() {
        var own = shop(0);
        var rkey = honey(own, 100, Money.EUR);
        web.market.publish(own, FakeWeb.NOW);
        var cheap = shop(1);
        honey(cheap, 390, Money.EUR, Availability.OUT_OF_STOCK);
        honey(cheap, 950, Money.EUR);
        web.market.publish(cheap, FakeWeb.NOW);
        var dear = shop(2);
        honey(dear, 900, Money.EUR);
        web.market.publish(dear, FakeWeb.NOW);
        String path = "/fr/shops/" + own.did() + "/" + rkey;
        assertThat(web.get(path).body())
                .contains("2 autres boutiques le proposent, dès 9,00")
                .doesNotContain("3,90");
        web.market.withdraw(dear);
        var gone = shop(3);
        honey(gone, 390, Money.EUR, Availability.OUT_OF_STOCK);
        web.market.publish(gone, FakeWeb.NOW);
        String page = web.get(path).body();
        assertThat(page).contains("2 autres boutiques le proposent, dès 9,50");
        assertThat(page.indexOf("Boutique 01")).as("who has it comes first").isLessThan(page.indexOf("Boutique 03"));
        web.market.withdraw(cheap);
        assertThat(web.get(path).body()).contains("1 autre boutique le propose<", "Boutique 03", "3,90");
    }

    /** A page on which others' prices are compared, with what they sell. */
    private String pageBeside(ProductRecord... theirs) {
        var own = shop(0);
        var rkey = honey(own, 100, Money.EUR);
        web.market.publish(own, FakeWeb.NOW);
        for (int number = 1; number <= theirs.length; number++) {
            var shop = shop(number);
            shop.add(theirs[number - 1].withGtin(HONEY), FakeWeb.NOW.minusSeconds(900));
            web.market.publish(shop, FakeWeb.NOW);
        }
        return web.get("/fr/shops/" + own.did() + "/" + rkey).body();
    }

    private static ProductRecord byWeight(long price, long grams) {
        return FakeMarket.product("Miel", "Épicerie", price)
                .withMeasure(new Measure(grams, Unit.KG))
                .withLoose(true);
    }

    @Test
    void whatIsSoldByWeightIsNamedAsBesideItOrNotAtAll() {
        assertThat(pageBeside(byWeight(289, 130)))
                .containsPattern("1 autre boutique le propose, à 22,23.€/kg<")
                .doesNotContain("2,89");
        web.close();
        web = new FakeWeb(home.resolve("other"));
        assertThat(pageBeside(byWeight(289, 130), FakeMarket.product("Miel", "Épicerie", 1_200)))
                .contains("2 autres boutiques le proposent<")
                .doesNotContain("2,89");
        assertThat(web.get("/fr/search?q=miel").body()).contains("3 boutiques<").doesNotContain("boutiques, dès");
    }

    @Test
    void oneShopThatHasItInSeveralKindsHasItFromThePriceOfTheCheapest() {
        var kinds = List.of(1_200, 1_500).stream()
                .map(price -> new Variant(
                        "k" + price,
                        Map.of(),
                        Optional.of(new Price(new Money(price, Money.EUR), OptionalInt.empty(), true)),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        assertThat(pageBeside(FakeMarket.product("Miel", "Épicerie", 1).withVariants(kinds)))
                .contains("1 autre boutique le propose, dès 12,00");
    }

    @Test
    void aPriceInTheSameCurrencyComesFirst() {
        var own = shop(0);
        var rkey = honey(own, 100, Money.EUR);
        web.market.publish(own, FakeWeb.NOW);
        for (int number = 1; number <= 2; number++) {
            var shop = shop(number);
            honey(shop, number * 500L, number == 1 ? FRANCS : Money.EUR);
            web.market.publish(shop, FakeWeb.NOW);
        }
        String page = web.get("/fr/shops/" + own.did() + "/" + rkey).body();
        assertThat(page).contains("2 autres boutiques le proposent, dès 10,00");
        assertThat(page.indexOf("Boutique 02")).isLessThan(page.indexOf("Boutique 01"));
    }
}
