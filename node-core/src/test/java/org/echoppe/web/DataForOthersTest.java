package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.media.Pictures;
import org.echoppe.records.Availability;
import org.echoppe.records.Blob;
import org.echoppe.records.Closing;
import org.echoppe.records.Geo;
import org.echoppe.records.Image;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.records.Unit;
import org.echoppe.records.Variant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages and feeds say to other programs. */
class DataForOthersTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    /** schema.org's own words. */
    private static final Map<Availability, String> SCHEMA = Map.of(
            Availability.IN_STOCK, "InStock",
            Availability.LIMITED, "LimitedAvailability",
            Availability.OUT_OF_STOCK, "OutOfStock",
            Availability.PRE_ORDER, "PreOrder");

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static FakeShop elsewhere;
    private static final List<String> KEYS = new ArrayList<>();

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        web.market.filled();
        elsewhere = new FakeShop(ShopProfile.blank()
                .withName("Bazar d’</script><b>ailleurs</b>")
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withGeo(new Geo(45_764_000, 4_835_700))
                .withWebUrl("https://bazar.exemple.fr/"));
        for (int i = 0; i < 20; i++) {
            var product = FakeMarket.product("Bocal n° " + i + " </script><!-- &", "Maison > Bocaux", 300 + i)
                    .withGtin(gtin(i))
                    .withAvailability(availability(i))
                    .withMeasure(new Measure(500, Unit.KG))
                    .withDescription("=1+1 \"entre guillemets\", et plus")
                    .withImages(i < 15 ? List.of(web.market.cover(i)) : List.of());
            KEYS.add(elsewhere
                    .add(product, FakeWeb.NOW.minus(100 + i, ChronoUnit.HOURS))
                    .value());
        }
        web.market.publish(elsewhere, FakeWeb.NOW.minus(1, ChronoUnit.HOURS));
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static Availability availability(int number) {
        return List.of(Availability.values()).get(number % 4);
    }

    private static Gtin gtin(int number) {
        String digits = "37600000%04d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return new Gtin(digits + (10 - sum % 10) % 10);
    }

    private static JsonNode data(String page) {
        var found = DATA.matcher(page);
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(found.group(1)).get("@graph");
    }

    private static Optional<JsonNode> thing(JsonNode graph, String type) {
        return StreamSupport.stream(graph.spliterator(), false)
                .filter(thing -> thing.get("@type").asString().equals(type))
                .findFirst();
    }

    private static Document xml(String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var answer = web.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagNameNS("*", name);
        var list = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            list.add((Element) found.item(i));
        }
        return list;
    }

    private static String text(Element element, String name) {
        var found = element.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    @Test
    void twentyListingsSayTheirCodePriceCurrencyAvailabilityAndSeller() {
        for (int i = 0; i < 20; i++) {
            var graph = data(
                    web.get("/fr/shops/" + elsewhere.did() + "/" + KEYS.get(i)).body());
            var product = thing(graph, "Product").orElseThrow();
            assertThat(product.get("gtin").asString()).isEqualTo(gtin(i).value());
            assertThat(product.get("name").asString()).contains("</script><!-- &");
            var offer = product.get("offers");
            assertThat(offer.get("price").asString()).isEqualTo("3.%02d".formatted(i));
            assertThat(offer.get("priceCurrency").asString()).isEqualTo("EUR");
            assertThat(offer.get("availability").asString())
                    .isEqualTo("https://schema.org/" + SCHEMA.get(availability(i)));
            var store = thing(graph, "Store").orElseThrow();
            assertThat(offer.at("/seller/@id")).isEqualTo(store.get("@id"));
            assertThat(store.get("name").asString()).contains("Bazar d’</script>");
            assertThat(store.at("/geo/latitude").asString()).startsWith("45.764");
            assertThat(thing(graph, "BreadcrumbList").orElseThrow().get("itemListElement"))
                    .hasSize(3);
        }
    }

    private static Variant kind(String key, Map<String, String> options, Optional<Long> price, Optional<Gtin> gtin) {
        return new Variant(
                key,
                options,
                price.map(amount -> new Price(new Money(amount, Money.EUR), OptionalInt.of(550), true)),
                price.map(_ -> Availability.OUT_OF_STOCK),
                gtin);
    }

    @Test
    void everyKindIsAnOfferOfItsOwn() {
        var shop = new FakeShop(FullShop.profile("Lainages", 45_000_000, 4_000_000));
        var rkey = shop.add(
                FakeMarket.product("Pull", "Mode", 500)
                        .withAvailability(Availability.IN_STOCK)
                        .withVariants(List.of(
                                kind("s", Map.of("Taille", "S"), Optional.of(1_200L), Optional.of(gtin(30))),
                                kind("unique", Map.of(), Optional.empty(), Optional.empty()))),
                FakeWeb.NOW.minusSeconds(9_000));
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
        var graph = data(web.get("/fr/shops/" + shop.did() + "/" + rkey).body());
        var offers = thing(graph, "Product").orElseThrow().get("offers");
        assertThat(offers)
                .hasSize(2)
                .allSatisfy(offer -> assertThat(offer.at("/seller/@id").asString())
                        .isEqualTo(
                                thing(graph, "Store").orElseThrow().get("@id").asString()));
        var small = offers.get(0);
        assertThat(small.get("name").asString()).isEqualTo("S");
        assertThat(small.get("price").asString()).isEqualTo("12.00");
        assertThat(small.get("availability").asString()).endsWith("/OutOfStock");
        assertThat(small.get("gtin").asString()).isEqualTo(gtin(30).value());
        var only = offers.get(1);
        assertThat(only.get("name").asString()).isEqualTo("unique");
        assertThat(only.get("price").asString()).isEqualTo("5.00");
        assertThat(only.get("availability").asString()).endsWith("/InStock");
        assertThat(only.has("gtin")).isFalse();
    }

    /** From and through of each closing that a page's shop says, none of them of any length of opening. */
    private static List<String> closings(String path) {
        var store = thing(data(web.get(path).body()), "Store").orElseThrow();
        return StreamSupport.stream(
                        store.path("specialOpeningHoursSpecification").spliterator(), false)
                .map(closed -> {
                    assertThat(closed.get("@type").asString()).isEqualTo("OpeningHoursSpecification");
                    assertThat(closed.get("opens").asString()).isEqualTo("00:00");
                    assertThat(closed.get("closes").asString()).isEqualTo("00:00");
                    return closed.get("validFrom").asString() + "/"
                            + closed.path("validThrough").asString("");
                })
                .toList();
    }

    @Test
    void theDaysOnWhichAShopIsClosedAreSaidBesideItsWeek() {
        assertThat(closings("/fr/shops/" + web.market.bookshop.did())).containsExactly("2026-12-01/2026-12-05");
        assertThat(closings("/fr/shops/" + web.listing("tilleuls"))).containsExactly("2026-12-01/2026-12-05");
        assertThat(closings("/fr/shops/" + web.market.bakery.did())).isEmpty();
        var profile = FullShop.profile("Mercerie", 45_000_000, 4_000_000)
                .withClosedOn(List.of(
                        closing("2026-11-16", "2026-11-18"),
                        closing("2026-11-18", "2026-11-19"),
                        closing("2026-12-24", "2026-12-20")));
        var shop = new FakeShop(
                profile.withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.of(2026, 11, 30)))));
        shop.add(FakeMarket.product("Boutons", "Mercerie", 250), FakeWeb.NOW.minusSeconds(9_000));
        String path = "/fr/shops/" + shop.did();
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(90));
        assertThat(closings(path))
                .as("from today until the day before it opens again; what is over is not said")
                .containsExactly("2026-11-19/2026-11-29", "2026-11-18/2026-11-19");
        shop.rename(
                profile.withClosedOn(List.of()).withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.empty())));
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
        assertThat(closings(path)).as("nobody knows until when").containsExactly("2026-11-19/");
        shop.rename(profile.withClosedOn(List.of())
                .withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.of(2026, 11, 19)))));
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(30));
        assertThat(closings(path)).as("it opens again today").isEmpty();
    }

    private static Closing closing(String from, String to) {
        return new Closing(LocalDate.parse(from), LocalDate.parse(to), "congés");
    }

    @Test
    void everyPageSaysHowToSearchItAndInWhichLanguagesItIs() {
        for (var path : List.of(
                "/",
                "/search?q=pain",
                "/search?category=Pain",
                "/search?page=2",
                "/shops",
                "/about",
                "/how",
                "/order",
                "/keeper",
                "/api",
                "/shops/" + web.market.bakery.did(),
                "/shops/" + web.listing("baguette"))) {
            String page = web.get("/fr" + path).body();
            var site = thing(data(page), "WebSite").orElseThrow();
            assertThat(site.at("/potentialAction/target/urlTemplate").asString())
                    .isEqualTo(web.address() + "/fr/search?q={words}");
            assertThat(page)
                    .contains("hreflang=\"en\" href=\"" + web.address() + "/en" + path + "\"")
                    .contains("hreflang=\"fr\" href=\"" + web.address() + "/fr" + path + "\"")
                    .contains("rel=\"canonical\" href=\"" + web.address() + "/fr" + path + "\"")
                    .doesNotContain("noindex");
        }
        // what search engines are to leave out says all the same where the other language is
        for (var path : List.of("/basket", "/orders", "/search?q=rien")) {
            assertThat(web.get("/fr" + path).body())
                    .contains("hreflang=\"en\" href=\"" + web.address() + "/en" + path + "\"");
        }
        assertThat(web.get("/fr/search?q=pain&sort=price").body())
                .contains("noindex")
                .contains("rel=\"canonical\" href=\"" + web.address() + "/fr/search?q=pain\"");
    }

    @Test
    void aShopWithAnAddressOfItsOwnBelongsThere() throws Exception {
        String path = "/shops/" + elsewhere.did() + "/" + KEYS.getFirst();
        assertThat(web.get("/fr" + path).body())
                .contains("rel=\"canonical\" href=\"https://bazar.exemple.fr/fr" + path + "\"");
        var maps = elements(xml("/sitemap.xml"), "loc").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(maps)
                .contains(web.address() + "/sitemap/" + web.market.bakery.did() + "/1.xml")
                .noneMatch(map -> map.contains(elsewhere.did().value()));
        assertThat(web.get("/sitemap/" + elsewhere.did() + "/1.xml").statusCode())
                .isEqualTo(404);
        for (var map : maps) {
            var pages = elements(xml(map.substring(web.address().length())), "loc");
            assertThat(pages).isNotEmpty();
        }
        var bakery = xml("/sitemap/" + web.market.bakery.did() + "/1.xml");
        assertThat(elements(bakery, "loc")).hasSize(18);
        assertThat(elements(bakery, "link")).hasSize(36);
        assertThat(web.get("/robots.txt").body()).contains("Sitemap: " + web.address() + "/sitemap.xml");
    }

    @Test
    void onlyAnAddressOfTheOpenInternetCounts() {
        var own = web.market.bakery.did();
        var here = new Origin("https://noeud.exemple.fr");
        var blank = ShopProfile.blank().withName("x").withLang("fr").withCurrency(Money.EUR);
        for (var inside : List.of(
                "https://192.168.1.7:8443",
                "https://[::1]:8443",
                "https://127.0.0.1/",
                "https://pc.local",
                "https://pc")) {
            assertThat(here.home(elsewhere.did(), blank.withWebUrl(inside), own))
                    .isEqualTo(here);
        }
        assertThat(here.home(elsewhere.did(), blank.withWebUrl("https://exemple.fr:8443/"), own)
                        .text())
                .isEqualTo("https://exemple.fr:8443");
        assertThat(here.home(own, blank.withWebUrl("https://exemple.fr"), own)).isEqualTo(here);
    }

    @Test
    void theNewsOfAShopAreAnAtomFeed() throws Exception {
        var feed = xml("/fr/shops/" + elsewhere.did() + "/news.atom");
        var root = feed.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(text(root, "title")).startsWith("Les nouveautés de Bazar");
        assertThat(elements(feed, "entry")).hasSize(20).allSatisfy(entry -> {
            assertThat(text(entry, "id")).startsWith("at://did:key:");
            assertThat(text(entry, "updated")).endsWith("Z");
            assertThat(text(entry, "title")).startsWith("Bocal");
            assertThat(text(entry, "summary")).contains("€");
        });
        var dates = elements(feed, "entry").stream()
                .map(entry -> text(entry, "updated"))
                .toList();
        assertThat(dates).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var answer = web.get("/en/shops/" + elsewhere.did() + "/news.atom");
        assertThat(answer.body()).contains("New at Bazar");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        var again = web.send(web.request("/en/shops/" + elsewhere.did() + "/news.atom")
                .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void theProductFeedHasEveryFieldThatIsRequired() throws Exception {
        var items = elements(xml("/fr/shops/" + elsewhere.did() + "/products.xml"), "item");
        assertThat(items).hasSizeBetween(11, 12).allSatisfy(item -> {
            assertThat(text(item, "id")).matches("[A-Za-z0-9-]{1,50}");
            assertThat(text(item, "title")).hasSizeBetween(1, 150);
            assertThat(text(item, "description")).hasSizeBetween(1, 5_000);
            assertThat(text(item, "link")).startsWith("https://bazar.exemple.fr/fr/shops/");
            assertThat(text(item, "image_link")).startsWith(web.address() + "/media/");
            var number = Integer.parseInt(text(item, "title").replaceAll("\\D+", ""));
            assertThat(text(item, "availability"))
                    .isEqualTo(availability(number) == Availability.OUT_OF_STOCK ? "out_of_stock" : "in_stock");
            assertThat(text(item, "price")).matches("\\d+\\.\\d{2} EUR");
            assertThat(text(item, "condition")).isEqualTo("new");
            assertThat(text(item, "gtin")).matches("\\d{13}");
            assertThat(text(item, "unit_pricing_measure")).isEqualTo("0.5 kg");
        });
        assertThat(web.get("/fr/shops/" + elsewhere.did() + "/products.xml?page=2")
                        .statusCode())
                .isEqualTo(404);
        String picture = text(items.getFirst(), "image_link");
        assertThat(web.bytes(web.request(picture.substring(web.address().length())))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPictureThatArrivesLaterIsInTheFeedsAtOnce() throws Exception {
        byte[] jpeg = Pictures.drawn(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB));
        var image = new Image(new Blob(Cid.of(Cid.Codec.RAW, jpeg), "image/jpeg", jpeg.length), "", 60, 40);
        var shop = new FakeShop(FullShop.profile("Droguerie", 45_000_000, 4_000_000));
        shop.add(FakeMarket.product("Seau", "Maison", 500).withImages(List.of(image)), FakeWeb.NOW.minusSeconds(9_000));
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
        String feed = "/fr/shops/" + shop.did() + "/products.xml";
        String table = "/fr/shops/" + shop.did() + "/products.csv";
        assertThat(elements(xml(feed), "item")).isEmpty();
        assertThat(web.get(table).body()).doesNotContain("/media/");
        web.blobs.put(jpeg);
        assertThat(elements(xml(feed), "item")).hasSize(1);
        assertThat(web.get(table).body()).contains("/media/");
    }

    @Test
    void aTableHasARowForEachArticleAndNoCellThatRuns() {
        var rows =
                web.get("/fr/shops/" + elsewhere.did() + "/products.csv").body().split("\r\n");
        assertThat(rows).hasSize(21);
        assertThat(rows[0]).startsWith("id,variant,name,description");
        assertThat(rows[1]).contains("\"'=1+1 \"\"entre guillemets\"\", et plus\"", ",EUR,5.50,true,");
    }

    @Test
    void whatDoesNotFitIntoOneDocumentIsLinkedPartByPart() throws Exception {
        var shop = new FakeShop(FullShop.profile("Bazar", 45_000_000, 4_000_000));
        for (int i = 0; i < ShopWares.PAGE; i++) {
            shop.add(FakeMarket.product("Clou " + i, "Vis", 100), FakeWeb.NOW.minusSeconds(900));
        }
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
        String path = "/fr/shops/" + shop.did();
        assertThat(web.get(path).body()).contains("products.csv").doesNotContain("products.csv?page");
        assertThat(web.get(path + "/products.csv?page=2").statusCode()).isEqualTo(404);
        shop.add(FakeMarket.product("Un clou de plus", "Vis", 100), FakeWeb.NOW.minusSeconds(800));
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(50));
        String page = web.get(path).body();
        assertThat(page)
                .contains("Flux produits Google, partie 1 sur 2", "Tous les articles en tableau, partie 2 sur 2");
        var parts = Pattern.compile("href=\"([^\"]+/products\\.(?:csv|xml)[^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(parts)
                .containsExactly(
                        path + "/products.csv",
                        path + "/products.csv?page=2",
                        path + "/products.xml",
                        path + "/products.xml?page=2");
        int rows = 0;
        for (String part : parts.subList(0, 2)) {
            rows += web.get(part).body().split("\r\n").length - 1;
        }
        assertThat(rows).isEqualTo(ShopWares.PAGE + 1);
        assertThat(elements(xml("/sitemap/" + shop.did() + "/2.xml"), "loc")).hasSize(2);
    }

    @Test
    void anyPageMayReadWhatIsMadeForPrograms() {
        String shop = "/fr/shops/" + elsewhere.did();
        for (String path : List.of(
                shop + "/news.atom",
                shop + "/products.xml",
                shop + "/products.csv",
                "/sitemap.xml",
                "/sitemap/" + web.market.bakery.did() + "/1.xml",
                "/fr/opensearch.xml")) {
            var headers = web.get(path).headers();
            assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .contains("*");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy"))
                    .as(path)
                    .contains("cross-origin");
        }
        var asked = web.send(web.request(shop + "/products.csv").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("If-None-Match");
        assertThat(web.get(shop).headers().firstValue("Access-Control-Allow-Origin"))
                .as("pages are for people")
                .isEmpty();
    }

    @Test
    void aBrowserCanInstallTheMarketAndSearchIt() throws Exception {
        var manifest = web.json("/fr/site.webmanifest");
        assertThat(manifest.get("start_url").asString()).isEqualTo("/fr/");
        for (var icon : manifest.get("icons")) {
            assertThat(web.bytes(web.request(icon.get("src").asString()))
                            .headers()
                            .firstValue("Content-Type"))
                    .contains("image/png");
        }
        var search = xml("/en/opensearch.xml");
        assertThat(elements(search, "Url").getFirst().getAttribute("template"))
                .isEqualTo(web.address() + "/en/search?q={searchTerms}");
    }
}
