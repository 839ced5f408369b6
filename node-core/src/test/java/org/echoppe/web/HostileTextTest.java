package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.guard.RateLimits;
import org.echoppe.records.Address;
import org.echoppe.records.Closing;
import org.echoppe.records.Facts;
import org.echoppe.records.Geo;
import org.echoppe.records.Image;
import org.echoppe.records.Legal;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Variant;
import org.echoppe.records.Withdrawal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

class HostileTextTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String BREAKOUT = "\" autofocus onfocus=\"alert(2)";

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static FakeShop villain;
    private static String rkey;

    @BeforeAll
    static void open() {
        // its clock stands still, so what was asked is never forgotten
        web = new FakeWeb(home, new RateLimits(1_000_000, Duration.ofMinutes(1), FakeWeb.CLOCK), Set.of());
        villain = new FakeShop(ShopProfile.blank()
                .withName("Shop " + SCRIPT)
                .withTagline(BREAKOUT)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withPhone("0478\"onclick=alert(1)")
                .withEmail("a@exemple.fr?bcc=b")
                .withWebsite("https://exemple.fr/?a=%22b")
                .withDescription("{{7*7}} ${7*7} <img src=x onerror=alert(3)>"));
        rkey = villain.add(
                        FakeMarket.product("Pomme " + SCRIPT + BREAKOUT, "Fruits\" > </svg>" + SCRIPT, 100)
                                .withCategory(List.of("Fruits\"", "</svg>" + SCRIPT))
                                .withBrand(SCRIPT)
                                .withDescription(SCRIPT + "\n" + BREAKOUT + "\n" + "a".repeat(5_000))
                                .withFacts(new Facts(SCRIPT, BREAKOUT, "</dd>", "javascript:alert(4)")),
                        FakeWeb.NOW.minus(1, ChronoUnit.HOURS))
                .value();
        web.market.publish(villain, FakeWeb.NOW);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static void harmless(String path) {
        var answer = web.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body())
                .as(path)
                .doesNotContain("<script>", "<img src=x", "</svg><script", "href=\"javascript")
                .doesNotContainPattern("=\"[^\"<>]*\" (autofocus|onfocus|onclick)");
    }

    @Test
    void whatAMerchantWroteIsTextOnEveryPage() {
        harmless("/fr/");
        harmless("/fr/shops");
        harmless("/en/search?q=pomme");
        harmless("/fr/shops/" + villain.did());
        harmless("/en/shops/" + villain.did() + "/" + rkey);
        assertThat(web.get("/fr/shops/" + villain.did() + "/" + rkey).body()).contains("Pomme &lt;script&gt;");
    }

    @Test
    void whatAShopperTypedIsTextToo() {
        harmless("/fr/search?q=" + Links.encode(SCRIPT + BREAKOUT));
        harmless("/fr/search?category=" + Links.encode(BREAKOUT) + "&minPrice=" + Links.encode(BREAKOUT));
        harmless("/fr/shops/" + villain.did() + "?q=" + Links.encode("'" + SCRIPT));
    }

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt src=//e.test/x.js></ScRiPt>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><use href=data:image/svg+xml,x#y></svg>",
            "<math><mi xlink:href=javascript:alert(1)>x",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<object data=javascript:alert(1)></object>",
            "<embed src=javascript:alert(1)>",
            "<style>*{display:none}</style>",
            "<link rel=stylesheet href=//e.test/x.css>",
            "<meta http-equiv=refresh content=0;url=//e.test>",
            "<base href=//e.test/>",
            "<form action=//e.test><button>x</button></form>",
            "<a href=javascript:alert(1)>x</a>",
            "<body onpageshow=alert(1)>",
            "<details open ontoggle=alert(1)>",
            "<video><source onerror=alert(1)></video>",
            "<input autofocus onfocus=alert(1)>",
            "<template><script>alert(1)</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<textarea></textarea><script>alert(1)</script>",
            "<!--><script>alert(1)</script>",
            "<![CDATA[<script>alert(1)</script>]]>",
            "javascript:alert(1)",
            "JaVaScRiPt://%0aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "{{constructor.constructor('alert(1)')()}}",
            "${alert(1)} #{alert(1)} <%= alert(1) %>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "＜script＞alert(1)＜/script＞",
            "x onmouseover=alert(1) style=background:red",
            "`-alert(1)-`';alert(1);//",
            "\"}];alert(1);[{\"",
            "שלום‏ <b>abc</b> مرحبا",
            "W".repeat(10_000));
    private static final List<String> AROUND =
            List.of("%s", "\">%s", "'>%s", "</title></script></style>%s", "-->%s]]>");

    /** Each of 200 texts in every field that takes any text. */
    @Test
    @Tag("slow")
    void noneOfTwoHundredTextsDoesAnythingInABrowser() throws Exception {
        var texts = AROUND.stream()
                .flatMap(around -> PAYLOADS.stream().map(payload -> around.replace("%s", payload)))
                .toList();
        assertThat(texts).hasSize(200);
        harmlessInABrowser(texts, 1);
    }

    /** One of five for the usual suite: each text with another way to break out. */
    @Test
    void noneOfFortyTextsDoesAnythingInABrowser() throws Exception {
        var texts = new ArrayList<String>();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            texts.add(AROUND.get(i % AROUND.size()).replace("%s", PAYLOADS.get(i)));
        }
        harmlessInABrowser(texts, 8);
    }

    /** A shop of such products, the pages to see them on, and those of what is put into the basket. */
    private record Stall(FakeTill till, List<String> texts, List<String> paths, List<String> bought) {}

    /** @param some every how many listings are opened in English, verified and ordered too */
    private static void harmlessInABrowser(List<String> texts, int some) throws Exception {
        var stalls = new ArrayList<Stall>();
        for (int i = 0; i < texts.size(); i += 40) {
            stalls.add(crowd(texts.subList(i, i + 40), some));
        }
        var relay = new FakeRelay(stalls.stream().map(Stall::till).toList());
        try (var chromium = Chromium.start()) {
            var page = chromium.window(390, true);
            relay.serve(page.context());
            page.clock().setFixedTime(Date.from(FakeWeb.NOW.plusSeconds(30)));
            for (var stall : stalls) {
                look(page, stall);
                order(page, stall);
                hear(page, relay, stall);
            }
            // whoever goes on leaves questions behind
            assertThat(chromium.complaints)
                    .allMatch(complaint -> complaint.startsWith("failed: " + web.address() + "/"));
        }
    }

    private static void look(Page page, Stall stall) {
        for (var path : stall.paths) {
            assertThat(Objects.requireNonNull(page.navigate(web.address() + path))
                            .status())
                    .as(path)
                    .isEqualTo(200);
            var data = JsonMapper.shared()
                    .readTree(page.locator("script[type='application/ld+json']").textContent());
            assertThat(data.toString()).as(path).contains("schema.org");
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isTrue();
            linksAreHarmless(page);
            if (stall.bought.contains(path)) {
                verifyAndBuy(page);
            }
        }
    }

    private static void linksAreHarmless(Page page) {
        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))
                  .filter(href => !/^(https?:\\/\\/|mailto:|tel:|geo:|\\/(?!\\/)|[?#])/.test(href))
                """)).as(page.url()).isEmpty();
    }

    private static void verifyAndBuy(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("signature"))
                .click();
        assertThat(page.locator(".proof.head.good")).isVisible();
        page.locator("form.buy button").click();
        assertThat(page.locator(".toast")).containsText("Ajouté au panier");
        linksAreHarmless(page);
    }

    private static void order(Page page, Stall stall) {
        page.navigate(web.address() + "/fr/");
        page.getByRole(AriaRole.COMBOBOX).pressSequentially("alert");
        assertThat(page.getByRole(AriaRole.OPTION)).not().hasCount(0);
        page.navigate(web.address() + "/fr/basket");
        var did = stall.till.shop.did();
        page.locator("[id='slot-" + did + "']").selectOption(new SelectOption().setIndex(1));
        page.locator("[id='accept-" + did + "']").check();
        page.locator("[id='terms-sum-" + did + "']").click();
        page.locator("#contact-name").fill(cut(stall.texts.get(1), 100));
        page.locator("#contact-phone").fill("0612345678");
        assertThat(page.locator(".wares > li")).hasCount(stall.bought.size());
        linksAreHarmless(page);
        page.locator("#order").click();
        assertThat(page).hasURL(Pattern.compile("/fr/orders$"));
        assertThat(page.locator(".ordered .state").first()).containsText("Arrivée à la boutique");
    }

    /** The shop answers with each text in every field that takes any. */
    private static void hear(Page page, FakeRelay relay, Stall stall) {
        assertThat(stall.till.orders).hasSize(1);
        var order = stall.till.orders.getFirst();
        int said = 0;
        for (int i = 0; i < stall.texts.size() && said < 80; i += stall.texts.size() / stall.bought.size(), said += 2) {
            String text = cut(stall.texts.get(i), 1_000);
            var reply = stall.till
                    .reply(order, said % 4 == 0 ? "changed" : "accepted")
                    .put("reference", text);
            reply.put("reason", text).put("message", text);
            reply.putObject("transfer")
                    .put("holder", text)
                    .put("iban", text)
                    .put("bic", text)
                    .put("amount", 100)
                    .put("reference", text)
                    .put("epc", cut(text, 200));
            reply.putArray("documents").addObject().put("kind", text).put("number", text);
            reply.putArray("changes")
                    .addObject()
                    .put("what", text)
                    .put("was", text)
                    .put("now", text);
            reply.putObject("fulfilment")
                    .put("kind", "delivery")
                    .putObject("address")
                    .put("street", text)
                    .put("postalCode", text)
                    .put("locality", text);
            var withdrawal = reply.putObject("withdrawal").put("at", FakeWeb.NOW.toString());
            withdrawal.putArray("refused").addObject().put("line", 0).put("reason", text);
            relay.answer(order, stall.till.answer(order, reply));
        }
        page.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(page.locator("figure.said")).hasCount(said);
        assertThat(page.locator(".broken")).hasCount(0);
        linksAreHarmless(page);
        page.evaluate("() => indexedDB.deleteDatabase('echoppe')");
    }

    private static Stall crowd(List<String> texts, int some) throws Exception {
        var till = new FakeTill(web.market, profile(texts));
        var shop = till.shop;
        var paths = new ArrayList<String>();
        var bought = new ArrayList<String>();
        for (var text : texts) {
            RecordKey rkey = till.sell(product(text));
            paths.add("/fr/shops/" + shop.did() + "/" + rkey);
            if (texts.indexOf(text) % some == 0) {
                bought.add("/fr/shops/" + shop.did() + "/" + rkey);
                paths.add("/en/shops/" + shop.did() + "/" + rkey);
            }
        }
        till.publish();
        for (var language : List.of("/fr", "/en")) {
            paths.add(language + "/shops/" + shop.did());
            paths.add(language + "/search?sort=newest&shop=" + shop.did());
            paths.add(language + "/");
            feedsAreWellFormed(language + "/shops/" + shop.did(), texts.size());
        }
        return new Stall(till, texts, paths, bought);
    }

    private static void feedsAreWellFormed(String shop, int goods) throws Exception {
        for (var feed : List.of("/news.atom", "/products.xml")) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(web.get(shop + feed).body())));
            for (String executes : List.of("script", "svg", "iframe", "img", "style", "object", "link")) {
                // a feed has links of its own, none of which a merchant writes
                var elements = document.getElementsByTagName(executes);
                for (int i = 0; i < elements.getLength(); i++) {
                    var href = elements.item(i).getAttributes().getNamedItem("href");
                    assertThat(href == null ? elements.item(i).getTextContent() : href.getNodeValue())
                            .as("%s of %s", executes, feed)
                            .startsWith("http");
                }
            }
        }
        try (var rows =
                CsvReader.builder().ofCsvRecord(web.get(shop + "/products.csv").body())) {
            int lines = 0;
            for (var row : rows) {
                assertThat(row.getFields())
                        .as("as many cells as in the head")
                        .hasSize(19)
                        .noneMatch(HostileTextTest::isFormula);
                lines++;
            }
            assertThat(lines).isEqualTo(goods + 1);
        }
        String did = shop.substring(shop.lastIndexOf('/') + 1);
        assertThat(web.json("/api/v1/merchants/" + did).get("products").asInt()).isEqualTo(goods);
        assertThat(web.json("/api/v1/listings?size=100&merchant=" + did).get("listings"))
                .hasSize(goods);
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    private static ShopProfile profile(List<String> texts) {
        String first = texts.getFirst();
        var profile = ShopProfile.blank()
                .withName(cut(texts.get(1), 200))
                .withTagline(cut(texts.get(2), 200))
                .withDescription(cut(texts.get(39), 9_000))
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withPhone(cut(texts.get(3), 40))
                .withEmail(cut(texts.get(8).replaceAll("[\\s@<>\"]", ""), 64) + "@e.test")
                .withWebsite("https://e.test/?a=" + texts.get(9).replaceAll("[^\\w'();:=&-]", ""))
                .withAddress(new Address(cut(first, 200), cut(texts.get(10), 20), cut(texts.get(4), 100), "FR"))
                .withGeo(new Geo(45_760_000, 4_840_000))
                .withOpeningHours(List.of(
                        new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(20, 0))))
                .withClosedOn(List.of(
                        new Closing(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 5), cut(texts.get(11), 200))))
                .withPickup(new Pickup(60, 30))
                .withPaymentsInShop(List.of(cut(texts.get(5), 40)))
                .withLegal(new Legal(
                        cut(texts.get(6), 200),
                        cut(first, 100),
                        cut(first, 40),
                        first,
                        texts.get(7),
                        first,
                        first,
                        first));
        assertThat(profile.check()).as("else no page would show it").isEmpty();
        return profile;
    }

    private static ProductRecord product(String text) {
        var product = FakeMarket.product(cut(text, 200), "x", 100)
                .withCategory(List.of(cut(text, 80), cut(text, 80)))
                .withBrand(cut(text, 100))
                .withSku(cut(text, 64))
                .withDescription(cut(text, 10_000))
                .withImages(List.of(new Image(web.market.cover(1).blob(), cut(text, 1_000), 800, 600)))
                .withVariants(List.of(new Variant(
                        cut(text, 64),
                        Map.of(cut(text, 80), cut(text, 80)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .withWithdrawal(new Withdrawal(false, cut(text, 200)))
                .withFacts(new Facts(cut(text, 5_000), cut(text, 5_000), cut(text, 5_000), cut(text, 5_000)));
        assertThat(product.check()).as("else no page would show it").isEmpty();
        return product;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    @Test
    void onlyPlainAddressesBecomeLinks() {
        String page = web.get("/fr/shops/" + villain.did()).body();
        assertThat(page).doesNotContain("mailto:a@exemple.fr?bcc", "tel:0478\"");
        assertThat(Links.web("javascript:alert(1)")).isNull();
        assertThat(Links.web("https://user:secret@exemple.fr/")).isNull();
        assertThat(Links.web("data:text/html,x")).isNull();
        assertThat(Links.web("//exemple.fr")).isNull();
        assertThat(Links.web("https://exemple.fr/a")).isEqualTo("https://exemple.fr/a");
        assertThat(Links.telephone("+33 (0)4 78-00.00 12")).isEqualTo("tel:+33478000012");
        assertThat(Links.telephone("call me")).isNull();
        assertThat(Links.email("bonjour@exemple.fr")).isEqualTo("mailto:bonjour@exemple.fr");
        assertThat(Links.email("a@b.fr?subject=x")).isNull();
    }
}
