package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Money;
import org.echoppe.records.Blob;
import org.echoppe.records.Image;
import org.echoppe.records.Price;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a shop that says everything, and those that explain. */
class FullPagesTest {
    @TempDir
    static Path home;

    private static FakeWeb web;
    private static FullShop full;

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        web.market.filled();
        full = new FullShop(web.market);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static String page(String path) {
        var answer = web.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String listing(String language) {
        return page("/" + language + "/shops/" + full.shop.did() + "/" + full.cheese);
    }

    @Test
    void everyKindOfAnArticleSaysWhatItCostsAndWhetherItCanBeHad() {
        assertThat(listing("fr").replace('\u00a0', ' '))
                .contains("Au choix")
                .containsPattern(Pattern.compile("12 mois, 250 g</bdi><b>6,90 €</b>.*?En stock", Pattern.DOTALL))
                .containsPattern(Pattern.compile("18 mois, 250 g</bdi><b>7,90 €</b>.*?Bientôt épuisé", Pattern.DOTALL))
                .containsPattern(Pattern.compile("24 mois, 1 kg</bdi><b>29,90 €</b>.*?Épuisé", Pattern.DOTALL));
        assertThat(listing("en")).contains("To choose from", "€29.90");
    }

    @Test
    void aListingShowsAllItsPicturesInTheWidthThatFits() {
        String page = listing("fr");
        assertThat(page.split("id=\"photo-", -1)).hasSize(4);
        assertThat(page)
                .contains("fetchpriority=\"high\"", " 160w, ", " 320w, ", " 480w\"")
                .doesNotContain(" 960w");
        var sources = Pattern.compile("srcset=\"([^\"]+)\"").matcher(page);
        assertThat(sources.find()).isTrue();
        for (var source : sources.group(1).split(", ")) {
            var picture = web.bytes(web.request(source.split(" ")[0]));
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
        }
    }

    @Test
    void aCardIsOfferedForTheBasketOnlyWhereOrdersCanBeSealed() {
        var keyless = new FakeShop(FullShop.profile("Sans clef", 45_764_000, 4_835_700));
        keyless.add(FakeMarket.product("Ocarina de terre", "Maison", 1_200), FakeWeb.NOW);
        web.market.publish(keyless, FakeWeb.NOW);
        var profile = FullShop.profile("Avec clef", 45_764_000, 4_835_700);
        var keyed = new FakeShop(profile.withEncryptionKey(web.market.bakery.did()));
        var okarina = keyed.add(FakeMarket.product("Okarina de bois", "Maison", 1_200), FakeWeb.NOW);
        var unpriced = new Price(new Money(1_200, Money.EUR), OptionalInt.empty(), false);
        var harmonica = keyed.add(FakeMarket.product("Harmonica", "Maison", 1).withPrice(unpriced), FakeWeb.NOW);
        web.market.publish(keyed, FakeWeb.NOW);
        assertThat(page("/fr/search?q=ocarina"))
                .contains("class=\"card\"")
                .doesNotContain("<li class=\"card\" data-add");
        assertThat(page("/fr/search?q=okarina")).contains("<li class=\"card\" data-add");
        assertThat(page("/fr/search?q=harmonica"))
                .as("nobody says what one pays")
                .contains("hors TVA")
                .doesNotContain("<li class=\"card\" data-add");
        String window = "/fr/shops/" + keyed.did() + "/";
        assertThat(page(window + okarina)).contains("data-add=\"" + keyed.did() + "/" + okarina);
        assertThat(page(window + harmonica)).doesNotContain("data-add=\"" + keyed.did() + "/" + harmonica);
    }

    @Test
    void aPictureThatIsNotHereIsAskedForWhenSomebodyLooks() {
        var lost = Cid.of(Cid.Codec.RAW, new byte[] {1, 2, 3});
        var image = new Image(new Blob(lost, "image/jpeg", 3), "", 0, 0);
        var shop = new FakeShop(FullShop.profile("Droguerie", 45_000_000, 4_000_000));
        var rkey = shop.add(
                FakeMarket.product("Seau", "Maison", 500).withImages(List.of(image)), FakeWeb.NOW.minusSeconds(9_000));
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
        assertThat(page("/fr/shops/" + shop.did() + "/" + rkey)).contains("<svg class=\"drawn");
        assertThat(web.wanted).contains(lost);
    }

    @Test
    void aListingSaysHowItReachesTheShopper() {
        assertThat(listing("fr").replace('\u00a0', ' '))
                .contains("Retrait à la boutique, au plus tôt aujourd’hui à", "Livraison 69001, 69002 : 3,90 €")
                .contains("Ouvert jusqu’à 19 h", "denrée périssable", "4 quai Saint-Antoine");
    }

    @Test
    void aShopStandsInASketchAmongItsNeighbours() {
        assertThat(page("/fr/shops/" + full.shop.did()).replace('\u00a0', ' '))
                .contains("Dans le quartier", "Primeur du Quai", "330 m", "Torréfaction Bellecour", "780 m")
                .contains("<circle class=\"here\"");
        assertThat(page("/fr/shops/" + web.market.bookshop.did())).doesNotContain("Dans le quartier");
    }

    @Test
    void theKeeperOfTheNodeAnswersForItsPages() {
        assertThat(page("/fr/keeper"))
                .contains("Mentions légales de ces pages", "Au Fournil des Halles SARL", "12 rue des Halles");
        for (var path : List.of("/fr/how", "/en/how", "/en/keeper")) {
            assertThat(page(path)).contains("<h1");
        }
        assertThat(page("/en/how")).contains("How it works", "Do you keep a shop?");
    }

    @Test
    void aSheetOfPaperGetsTheArticleAndNotTheButtons() {
        assertThat(page(web.get("/fr/").body().replaceAll("(?s).*href=\"(/static/site[^\"]+)\".*", "$1")))
                .contains("@media print");
        assertThat(listing("fr"))
                .contains("Article et prix signés par la boutique le 19 novembre.")
                .containsPattern("<p class=\"printed\">[^<]+<br>http[^<]+" + full.cheese);
    }
}
