package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.echoppe.domain.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @TempDir
    static Path home;

    private static FakeWeb web;

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        web.market.filled();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR,fr;q=0.9,en;q=0.8 | /fr/",
                "en-GB,en;q=0.9 | /en/",
                "de,en;q=0.7,fr;q=0.3 | /en/",
                "ja | /fr/",
                "*;;garbage | /fr/",
            })
    void theBrowserChoosesTheLanguage(String wanted, String address) {
        var answer = web.send(web.request("/").header("Accept-Language", wanted));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(address);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr/", "/en/", "/fr/search?q=pain", "/fr/shops", "/en/about", "/fr/nowhere"})
    void everyPageKeepsTheBrowserSafe(String path) {
        var answer = web.get(path);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Date")).contains("Thu, 19 Nov 2026 09:15:00 GMT");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.body())
                .doesNotContain("style=", "onclick", "<style", "javascript:")
                .doesNotContainPattern("<script(?![^>]* src=\"/static/| type=\"application/ld.json\")")
                .doesNotContainPattern("(src|href)=\"(https?:)?//(?!exemple\\.fr|127\\.0\\.0\\.1:)");
    }

    @Test
    void aTileSaysAsManyArticlesAsThePageItLeadsTo() {
        // two shops have the honey: five listings
        assertThat(web.get("/fr/").body()).contains("<bdi>Épicerie</bdi></b><span class=\"small muted\">4 articles<");
        assertThat(web.get("/fr/search?category=%C3%89picerie").body()).contains("tabindex=\"-1\">4 articles<");
    }

    @Test
    void theFrontPageShowsGoodsBeforeItTalksAboutUs() {
        String page = web.get("/fr/").body();
        assertThat(page)
                .contains("<html lang=\"fr\">", "Que cherchez-vous aujourd’hui\u00a0?", "20 articles dans 3 boutiques");
        assertThat(page.indexOf("Derniers arrivages")).isLessThan(page.indexOf("À propos de ce réseau"));
        assertThat(page).contains("Ouvert jusqu’à 13\u00a0h");
    }

    @Test
    void theFrontPageAndAllItNeedsIsLight() {
        String page = web.get("/fr/").body();
        int weight = page.length();
        // without pictures
        var file = Pattern.compile("/static/[^\"]+\\.(css|js)").matcher(page);
        while (file.find()) {
            weight += web.get(file.group()).body().length();
        }
        assertThat(weight).isLessThan(60_000);
    }

    @Test
    void staticFilesStayForEverUnderTheirHash() {
        var file = Pattern.compile("/static/site[^\"]+").matcher(web.get("/fr/").body());
        assertThat(file.find()).isTrue();
        var answer = web.get(file.group());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(web.get("/static/site.css").statusCode()).isEqualTo(404);
        assertThat(web.get("/static/..%2fWebServer.class").statusCode()).isIn(400, 404);
    }

    @Test
    void aListingSaysEverythingOneWantsToKnowBeforeBuying() {
        String page = web.get("/fr/shops/" + web.listing("campagne")).body();
        assertThat(page)
                .contains("Pain de campagne au levain", "3,90\u00a0€", "7,80\u00a0€/kg", "TVA 5,5\u00a0% comprise")
                .contains("En stock", "Ouvert jusqu’à 13\u00a0h", "12 rue des Halles, 69002 Lyon")
                .contains(
                        "Aujourd’hui\u00a0: 7\u00a0h\u00a0–\u00a013\u00a0h, 15\u00a0h\u00a030\u00a0–\u00a019\u00a0h\u00a030")
                .contains("href=\"tel:0478000012\"", "Farine de blé, eau, sel, levain", "Gluten")
                .contains("Signé par la boutique il y a 3\u00a0min");
        assertThat(web.get("/en/shops/" + web.listing("campagne")).body())
                .contains("€3.90", "€7.80/kg", "5.5% VAT included", "Signed by the shop 3 min ago")
                .contains("Today: 7 am\u00a0–\u00a01 pm, 3:30 pm\u00a0–\u00a07:30 pm")
                .contains("<bdi lang=\"fr\">Pain de campagne au levain</bdi>");
    }

    @Test
    void aShopThatIsAwaySaysSinceWhen() {
        String listing = web.get("/fr/shops/" + web.listing("camembert")).body();
        assertThat(listing).contains("La boutique est injoignable depuis 7\u00a0h\u00a015");
        assertThat(listing).contains("Signé par la boutique il y a 2\u00a0jours");
        assertThat(web.get("/en/").body()).contains("Cannot be reached since 7:15 am");
    }

    @Test
    void theSameArticleAtOtherShopsIsTold() {
        String page = web.get("/fr/shops/" + web.listing("miel lavande")).body();
        assertThat(page).containsPattern("1 autre boutique le propose, à (8,90|9,50)\u00a0€");
    }

    @Test
    void aShopShowsItsWeekItsWindowAndItsTerms() {
        String page = web.get("/fr/shops/" + web.market.bookshop.did()).body();
        assertThat(page)
                .contains(
                        "Librairie du Passage",
                        "mardi – samedi",
                        "10\u00a0h\u00a0–\u00a019\u00a0h",
                        "dimanche",
                        "fermé")
                .contains("Fermé du 1er décembre au 5 décembre\u00a0: inventaire")
                .contains("6 articles", "Conditions de vente", "toutes taxes comprises");
        assertThat(web.get("/fr/shops/" + web.market.bookshop.did() + "?q=tilleuls")
                        .body())
                .contains("1 article", "Le Vent dans les tilleuls")
                .doesNotContain("Trois semaines");
    }

    @Test
    void picturesComeReEncodedAndKeepTheirDescription() {
        String page = web.get("/fr/shops/" + web.listing("tilleuls")).body();
        var source = Pattern.compile("src=\"(/media/[^\"]+)\"[^>]* alt=\"Couverture du livre\"")
                .matcher(page);
        assertThat(source.find()).isTrue();
        var picture = web.bytes(web.request(source.group(1)));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(web.get(source.group(1) + "7").statusCode()).isEqualTo(404);
    }

    @Test
    void aPriceRangeIsTypedAsPeopleWriteIt() {
        assertThat(web.get("/fr/search?minPrice=8,90&maxPrice=9%2C50").body())
                .contains("1 article", "2 boutiques, dès 8,90\u00a0€", "dès 8,90\u00a0€");
        assertThat(web.get("/fr/search?minPrice=cher").body()).contains("20 articles", "n’est pas un prix");
    }

    @ParameterizedTest
    @CsvSource({
        "/fr/nowhere, 404, Cette page n’existe pas",
        "/en/shops/did:key:zNobody, 404, There is no such page",
        "/fr/shops/x/y, 404, Cette page n’existe pas",
    })
    void anErrorIsAPageThatSaysWhatToDo(String path, int status, String words) {
        var answer = web.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains(words, "<main", "/search");
    }

    @Test
    void nothingCanBeSentToAPage() {
        assertThat(web.send(web.request("/fr/").POST(BodyPublishers.ofString("a=b")))
                        .statusCode())
                .isEqualTo(405);
        assertThat(web.send(web.request("/fr/").method("GET", BodyPublishers.ofString("a=b")))
                        .statusCode())
                .isEqualTo(413);
        assertThat(web.get("/fr/search?q=" + "a".repeat(5_000)).statusCode()).isEqualTo(414);
    }

    @Test
    void whatIsNoHttpIsAnsweredWithoutRepeatingIt() {
        var answer = web.get("/fr/%00");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void whatSealsOrdersAndWhatChecksSignaturesIsToBeComparedByItsHash() {
        String about = web.get("/en/about").body();
        for (String path : List.of("/fr/basket", "/fr/shops/" + web.listing("campagne"))) {
            var file = Pattern.compile("/static/(checkout|verify)[^\"]+\\.js")
                    .matcher(web.get(path).body());
            assertThat(file.find()).as(path).isTrue();
            byte[] bytes = web.bytes(web.request(file.group())).body();
            assertThat(about).contains(HexFormat.of().formatHex(Sha256.of(bytes)));
        }
    }

    @Test
    void aSelfMadeCertificateIsExplainedWithItsFingerprint() {
        assertThat(web.get("/fr/about").body()).contains("L’avertissement de votre navigateur", "AB:CD:EF");
    }
}
