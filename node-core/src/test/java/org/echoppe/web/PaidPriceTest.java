package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
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

/** Prices that are signed without VAT are shown and compared as what one pays, and a barcode only where it says what it is of. */
class PaidPriceTest {
    private static final String CANDLE = "3760000000017";
    /** What a scale prints: each shop gives it to what it likes. */
    private static final String OWN = "2000000000015";

    @TempDir
    Path home;

    private FakeWeb web;
    private final FakeShop wholesaler = shop("Grossiste");
    private final FakeShop corner = shop("Coin");

    @BeforeEach
    void open() {
        web = new FakeWeb(home);
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static FakeShop shop(String name) {
        return new FakeShop(ShopProfile.blank().withName(name).withLang("fr").withCurrency(Money.EUR));
    }

    private RecordKey sell(FakeShop shop, ProductRecord product) {
        var rkey = shop.add(product.withImages(List.of(web.market.cover(1))), FakeWeb.NOW.minusSeconds(900));
        web.market.publish(shop, FakeWeb.NOW);
        return rkey;
    }

    private static ProductRecord candle(long cents, OptionalInt rate, boolean included, String code) {
        return FakeMarket.product("Bougie", "Maison", 1)
                .withGtin(new Gtin(code))
                .withPrice(new Price(new Money(cents, Money.EUR), rate, included));
    }

    private int total(String question) {
        return web.json("/api/v1/listings?" + question).get("total").asInt();
    }

    @Test
    void aPriceWithoutVatIsShownSortedFilteredAndToldAsWhatOnePays() {
        var rkey = sell(wholesaler, candle(1_000, OptionalInt.of(2_000), false, CANDLE));
        var other = sell(corner, candle(1_150, OptionalInt.of(2_000), true, CANDLE));
        String all = web.get("/fr/search?gtin=" + CANDLE + "&sort=price").body();
        assertThat(all).containsPattern("class=\"price\">12,00.€").doesNotContain("10,00");
        assertThat(all.indexOf("\"price\">11,50")).isPositive().isLessThan(all.indexOf("\"price\">12,00"));
        assertThat(total("maxPrice=1100")).isZero();
        assertThat(total("maxPrice=1150")).isOne();
        assertThat(web.get("/fr/search?q=bougie").body()).containsPattern("2 boutiques, dès 11,50.€");
        String window = "/fr/shops/" + wholesaler.did();
        assertThat(web.get(window + "/" + rkey).body())
                .containsPattern("class=\"price\">12,00.€")
                .containsPattern("TVA 20.% comprise")
                .containsPattern("content=\"12,00.€ · Grossiste")
                .contains("\"price\":\"12.00\"", "\"valueAddedTaxIncluded\":true")
                .doesNotContain("\"10.00\"", "hors TVA");
        assertThat(web.get(window + "/products.xml").body()).contains("<g:price>12.00 EUR</g:price>");
        assertThat(web.get(window + "/news.atom").body()).contains("12,00").doesNotContain("10,00");
        assertThat(web.get("/fr/shops/" + corner.did() + "/" + other).body())
                .containsPattern("1 autre boutique le propose, à 12,00.€");
    }

    @Test
    void aPriceWhoseVatIsNotKnownSaysSoAndIsComparedWithNone() {
        var rkey = sell(wholesaler, candle(1_000, OptionalInt.empty(), false, CANDLE));
        sell(corner, candle(1_150, OptionalInt.of(2_000), true, CANDLE));
        String all = web.get("/fr/search?gtin=" + CANDLE + "&sort=price").body();
        assertThat(all).containsPattern("class=\"price\">10,00.€</span><span class=\"plus\">hors TVA<");
        assertThat(all.indexOf("\"price\">11,50")).isPositive().isLessThan(all.indexOf("\"price\">10,00"));
        assertThat(total("maxPrice=1100")).isZero();
        assertThat(web.get("/fr/search?q=bougie").body()).containsPattern("2 boutiques, dès 11,50.€");
        String window = "/fr/shops/" + wholesaler.did();
        assertThat(web.get(window + "/" + rkey).body())
                .containsPattern("class=\"price\">10,00.€</span><span class=\"plus\">hors TVA<")
                .containsPattern("content=\"10,00.€ hors TVA · Grossiste")
                .contains("\"valueAddedTaxIncluded\":false")
                .doesNotContain("availability\",\"price\"", "comprise");
        assertThat(web.get(window + "/products.xml").body()).doesNotContain("<item>");
        assertThat(web.get(window + "/news.atom").body()).contains("Bougie").doesNotContain("10,00");
    }

    @Test
    void theCheapestOfSomeKindsIsTheOneThatOnePaysLeastFor() {
        var rkey = sell(
                wholesaler,
                candle(1, OptionalInt.empty(), true, CANDLE)
                        .withVariants(List.of(
                                kind("net", 1_000, OptionalInt.of(2_000), false),
                                kind("brut", 1_150, OptionalInt.empty(), true),
                                kind("inconnu", 900, OptionalInt.empty(), false))));
        String listing = "/fr/shops/" + wholesaler.did() + "/" + rkey;
        for (String path : List.of("/fr/search?q=bougie", listing)) {
            assertThat(web.get(path).body()).as(path).containsPattern("class=\"price\">dès 11,50.€");
        }
        assertThat(web.get(listing).body())
                .containsPattern("<b>12,00.€</b>")
                .containsPattern("<b>9,00.€</b><span class=\"plus\">hors TVA<");
    }

    @Test
    void whereOneKindsPriceIsNotKnownTheOthersIsNotThatOfAll() {
        sell(
                wholesaler,
                candle(1, OptionalInt.empty(), true, CANDLE)
                        .withMeasure(new Measure(500, Unit.KG))
                        .withVariants(List.of(
                                kind("brut", 1_000, OptionalInt.empty(), true),
                                kind("inconnu", 900, OptionalInt.empty(), false))));
        assertThat(web.get("/fr/search?q=bougie").body())
                .containsPattern("class=\"price\">dès 10,00.€")
                .doesNotContain("€/kg");
    }

    private static Variant kind(String name, long cents, OptionalInt rate, boolean included) {
        return new Variant(
                name,
                Map.of("prix", name),
                Optional.of(new Price(new Money(cents, Money.EUR), rate, included)),
                Optional.empty(),
                Optional.of(new Gtin("3760000000024")));
    }

    @Test
    void aKindsBarcodeFindsTheArticle() {
        var kind = kind("grand", 1_000, OptionalInt.empty(), true);
        sell(wholesaler, FakeMarket.product("Bougie", "Maison", 1).withVariants(List.of(kind)));
        assertThat(total("gtin=3760000000024")).isOne();
        assertThat(total("q=3760000000024")).isOne();
        String page = "/fr/search?gtin=3760000000024";
        assertThat(web.get(page).body()).contains("Grossiste");
        sell(corner, candle(1_150, OptionalInt.empty(), true, "3760000000024"));
        assertThat(web.get(page).body())
                .as("whose own it is, of which one knows the price")
                .contains("11,50")
                .doesNotContain("10,00");
    }

    @Test
    void aBarcodeOfAShopsOwnMakingIsNobodyElsesArticle() {
        var rkey = sell(wholesaler, candle(1_000, OptionalInt.empty(), true, OWN));
        sell(corner, candle(1_150, OptionalInt.empty(), true, OWN));
        assertThat(web.get("/fr/search?q=bougie").body()).doesNotContain("2 boutiques", "2 offres");
        assertThat(total("gtin=" + OWN)).isEqualTo(2);
        String window = "/fr/shops/" + wholesaler.did();
        assertThat(web.get(window + "/" + rkey).body())
                .doesNotContain("autre boutique le propose", "\"gtin\"")
                .contains(OWN);
        assertThat(web.get(window + "/products.xml").body())
                .contains("<item>", "<g:identifier_exists>no<")
                .doesNotContain("g:gtin", OWN);
    }
}
