package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.echoppe.domain.Money;
import org.echoppe.records.Address;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Geo;
import org.echoppe.records.ShopProfile;
import org.echoppe.replicas.Around;
import org.echoppe.replicas.Around.Handing;
import org.echoppe.search.ListingQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where postcodes are, who stands beside whom, and what becomes of a shopper's position. */
class PlaceTest {
    private static final Geo LYON = new Geo(45_766_000, 4_834_000);
    private static final Geo LYON_TOO = new Geo(45_757_000, 4_842_000);
    private static final Geo SYDNEY = new Geo(-33_870_000, 151_210_000);
    private static final Geo BRUSSELS = new Geo(50_846_000, 4_352_000);
    private static final Geo LAUSANNE = new Geo(46_519_000, 6_633_000);

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

    private static ShopProfile profile(String name, String postcode, String country, Geo geo) {
        return ShopProfile.blank()
                .withName(name)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address("", postcode, "", country))
                .withGeo(geo);
    }

    private FakeShop shop(String name, String postcode, String country, Geo geo) {
        return publish(profile(name, postcode, country, geo));
    }

    private FakeShop publish(ShopProfile profile) {
        var shop = new FakeShop(profile);
        shop.add(FakeMarket.product("Bougie de " + profile.name(), "Maison", 450), FakeWeb.NOW.minusSeconds(900));
        web.market.publish(shop, FakeWeb.NOW);
        return shop;
    }

    private Geo where(String postcode) {
        return Objects.requireNonNull(
                web.market.listings.place(postcode).orElseThrow().geo());
    }

    @Test
    void oneLiarCannotMoveAPostcode() {
        shop("Aaa menteur", "69002", "FR", SYDNEY);
        assertThat(where("69002")).as("nobody else knows").isEqualTo(SYDNEY);
        shop("Un", "69002", "FR", LYON);
        shop("Voisin", "69001", "FR", LYON_TOO);
        assertThat(where("69002")).as("the next postcode helps to judge").isEqualTo(LYON);
        shop("Deux", "69 002", "FR", LYON);
        shop("Trois", "69002", "FR", LYON_TOO);
        assertThat(where("69002")).isIn(LYON, LYON_TOO);
    }

    @Test
    void aPostcodeIsThatOfTheCountryWhereMostShopsHaveIt() {
        shop("Aaa", "1000", "CH", LAUSANNE);
        shop("Bbb", "1000", "BE", BRUSSELS);
        shop("Ccc", "1000", "BE", BRUSSELS);
        var suisse = profile("Livreur suisse", "1003", "CH", LAUSANNE)
                .withDeliveryZones(List.of(new DeliveryZone(List.of("1000"), 0, 0, 0, 0)));
        var belge = profile("Livreur belge", "1030", "BE", BRUSSELS)
                .withDeliveryZones(List.of(new DeliveryZone(List.of("1000"), 0, 0, 0, 0)));
        publish(suisse);
        publish(belge);
        assertThat(where("1000")).isEqualTo(BRUSSELS);
        var place = web.market.listings.place("1000").orElseThrow();
        var found = web.market.listings.find(ListingQuery.of("bougie"), new Around(place, 0, false, Handing.DELIVERY));
        assertThat(found.offers()).extracting(offer -> offer.shop().name()).containsExactly("Livreur belge");
    }

    @Test
    void aPostcodeThatNoShopHasLiesAboutWhereThoseBesideItAre() {
        var presquile = new Geo(45_750_000, 4_830_000);
        shop("Un", "69001", "FR", LYON);
        shop("Deux", "69002", "FR", presquile);
        shop("Sept", "69007", "FR", new Geo(45_740_000, 4_845_000));
        shop("Menteur", "69009", "FR", SYDNEY);
        shop("Villefranche", "69400", "FR", new Geo(45_990_000, 4_720_000));
        shop("Belge", "6900", "BE", BRUSSELS);
        var place = web.market.listings.place("69003").orElseThrow();
        assertThat(place.country()).isEqualTo("FR");
        assertThat(place.about()).isTrue();
        assertThat(where("69003").metresTo(presquile)).isLessThan(5_000);
        assertThat(web.get("/fr/search?near=69003&within=5").body())
                .contains("Près de 69003 environ", "Bougie de Un", "Bougie de Sept")
                .doesNotContain("Bougie de Villefranche", "Bougie de Menteur");
        assertThat(web.get("/fr/search?near=69001").body()).doesNotContain("69001 environ");
        assertThat(web.market.listings.place("69001").orElseThrow().about()).isFalse();
        assertThat(web.market.listings.place("6999").orElseThrow().country()).isEqualTo("BE");
        assertThat(web.market.listings.place("13001").orElseThrow().isKnown()).isFalse();
    }

    @Test
    void islandsAreNotBesideOneAnotherThoughTheirCodesBeginAlike() {
        shop("Basse-Terre", "97100", "FR", LYON);
        assertThat(web.market.listings.place("97400").orElseThrow().isKnown()).isFalse();
        assertThat(web.market.listings.place("97110").orElseThrow().isKnown()).isTrue();
        shop("Cayenne", "97300", "GF", LYON);
        assertThat(web.market.listings.place("97210").orElseThrow().isKnown())
                .as("a country of its own, and yet the same post")
                .isFalse();
    }

    @Test
    void noDeliveryIsPromisedOrRefusedByAPlaceThatIsKnownAboutOnly() {
        publish(profile("Livreur", "69001", "FR", LYON)
                .withDeliveryZones(List.of(new DeliveryZone(List.of(), 3_000, 0, 0, 0))));
        for (String code : List.of("69001", "69003")) {
            var place = web.market.listings.place(code).orElseThrow();
            var found =
                    web.market.listings.find(ListingQuery.of("bougie"), new Around(place, 0, false, Handing.DELIVERY));
            assertThat(found.total()).as(code).isEqualTo(place.about() ? 0 : 1);
        }
        publish(profile("Livreur suisse", "1200", "CH", LAUSANNE)
                .withDeliveryZones(List.of(new DeliveryZone(List.of("69003"), 0, 0, 0, 0))));
        var place = web.market.listings.place("69003").orElseThrow();
        assertThat(place.country()).as("guessed by the neighbour").isEqualTo("FR");
        var found = web.market.listings.find(ListingQuery.of("bougie"), new Around(place, 0, false, Handing.DELIVERY));
        assertThat(found.total()).isOne();
    }

    @Test
    void aNeighbourIsThereAsSoonAsItIsKnownAndGoneAsSoonAsItMoves() {
        var shop = shop("Chez Alma", "69002", "FR", LYON);
        String path = "/fr/shops/" + shop.did();
        assertThat(web.get(path).body()).doesNotContain("Chez Jo");
        var jo = shop("Chez Jo", "69001", "FR", LYON_TOO);
        assertThat(web.get(path).body()).contains("Chez Jo").containsPattern("1,2.km");
        jo.rename(profile("Chez Jo", "1000", "BE", BRUSSELS));
        web.market.publish(jo, FakeWeb.NOW.plusSeconds(1));
        assertThat(web.get(path).body()).doesNotContain("Chez Jo");
    }

    @Test
    void aPositionIsRoundedWhoeverSendsIt() {
        shop("Chez Alma", "69002", "FR", LYON);
        for (String path : List.of("/fr/", "/fr/search?q=bougie", "/fr/shops", "/fr/how")) {
            String asked = path + (path.contains("?") ? "&" : "?") + "near=45.7661234567890123,4.83398765";
            String page = web.get(asked).body();
            assertThat(page).as(path).doesNotContain("45.766", "4.833");
            assertThat(page).as(path).contains("near=45.77%2C4.83");
        }
        var place = web.market.listings.place("45.76612, 4.83398").orElseThrow();
        assertThat(place.geo()).isEqualTo(new Geo(45_770_000, 4_830_000));
        assertThat(place.typed()).isEqualTo("45.77,4.83");
        assertThat(web.json("/api/v1/listings?near=45.7661234,4.8339876&within=1")
                        .get("total")
                        .asInt())
                .isOne();
    }

    @Test
    void aCategoryAndAShopAreFoundHoweverTheirLigaturesAreWritten() {
        var shop = new FakeShop(profile("Au Cœur de l’Œuvre", "69002", "FR", LYON));
        shop.add(FakeMarket.product("Plateau", "Œufs > Bio", 450), FakeWeb.NOW.minusSeconds(900));
        web.market.publish(shop, FakeWeb.NOW);
        assertThat(web.get("/api/v1/suggest?q=coeur").body()).contains("Au Cœur");
        assertThat(web.get("/fr/search?category=OEUFS").body())
                .as("its narrower one is offered")
                .contains("category=%C5%92ufs+%3E+Bio");
    }
}
