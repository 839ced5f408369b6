package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding with a real browser: by place, by what is open, over a slip of the finger, and without loading the page anew. */
class FinderTest {
    private static final int DESK = 1_280;
    private static final int PHONE = 360;

    @TempDir
    static Path home;

    private static Chromium chromium;
    private static FakeWeb web;
    /** Thirty rivets: a page and a quarter. */
    private static FakeShop hardware;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        web = new FakeWeb(home);
        web.market.filled();
        hardware = new FakeShop(ShopProfile.blank()
                .withName("Quincaillerie Vasseur")
                .withLang("fr")
                .withCurrency(Money.EUR));
        for (int number = 10; number < 40; number++) {
            hardware.add(
                    FakeMarket.product("Rivet " + number, "Bricolage", 10), FakeWeb.NOW.minusSeconds(60L + number));
        }
        web.market.publish(hardware, FakeWeb.NOW);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            web.close();
            chromium.close();
        }
    }

    @AfterEach
    void theBrowserHadNothingToComplainOf() {
        var complaints = List.copyOf(chromium.complaints);
        chromium.complaints.clear();
        assertThat(complaints).isEmpty();
    }

    private static Page go(int width, boolean scripts, String path) {
        var page = chromium.window(width, scripts);
        page.navigate(web.address() + path);
        return page;
    }

    private static Locator facet(Page page, String words) {
        return page.locator(".facets").getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlaceTellsWhatIsNearAndWhoBringsItThere(boolean scripts) {
        var page = go(DESK, scripts, "/fr/search?q=miel");
        page.getByLabel("Code postal").fill("69002");
        page.getByLabel("Code postal").press("Enter");
        assertThat(page).hasURL(Pattern.compile("near=69002"));
        facet(page, "Livré au 69002").click();
        assertThat(page).hasURL(Pattern.compile("get=delivery"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 article");
        assertThat(page.locator(".card .shop")).containsText("50\u00a0m · ouvert");
        page.getByText("Oublier ce lieu").click();
        assertThat(page).not().hasURL(Pattern.compile("near|get="));
    }

    @Test
    void anUnknownPostcodeIsSaid() {
        var page = go(DESK, false, "/fr/search?near=99999");
        assertThat(page.locator(".facets .notice")).containsText("Aucune boutique connue ici");
    }

    @Test
    void onesOwnPlaceIsRoundedBeforeItLeaves() {
        var page = chromium.window(DESK, true);
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(45.7668912, 4.8341234));
        page.navigate(web.address() + "/fr/");
        page.getByText("Ma position").click();
        assertThat(page).hasURL(Pattern.compile("/fr/\\?near=45\\.77%2C4\\.83$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Boutiques près de vous")))
                .isVisible();
        assertThat(page.locator(".shop-card").first()).containsText("Au Fournil des Halles");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlaceTravelsWithEverySearchUntilItIsDropped(boolean scripts) {
        var near = Pattern.compile("near=45\\.76%2C4\\.84");
        var page = go(DESK, scripts, "/fr/?near=45.764321,4.835678");
        var box = page.getByRole(AriaRole.SEARCHBOX).or(page.getByRole(AriaRole.COMBOBOX));
        box.fill("noix");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(near);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pain aux noix"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/fr/shops/did:key:[^/]+/[^/]+near="));
        assertThat(page.content())
                .doesNotContain("45.7643")
                .containsPattern("rel=\"canonical\" href=\"[^\"?]+\"")
                .doesNotContainPattern("hreflang=\"en\" href=\"[^\"]+near=.*<body")
                .doesNotContainPattern("(?s)ld\\+json[^<]+near=");
        box.fill("miel");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(near);
        assertThat(page.locator(".to-basket")).hasAttribute("href", near);
        page.getByText("Oublier ce lieu").click();
        assertThat(page).not().hasURL(Pattern.compile("near="));
        assertThat(page.locator(".to-basket")).hasAttribute("href", "/fr/basket");
        box.fill("pain");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("q=pain"));
        assertThat(page).not().hasURL(Pattern.compile("near="));
    }

    @Test
    void aPlaceTravelsWithWhatIsSuggested() {
        var page = go(DESK, true, "/fr/search?near=69002");
        page.getByRole(AriaRole.COMBOBOX).pressSequentially("viennoi");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page).hasURL(Pattern.compile("category=Viennoiserie.*near=69002"));
        page.getByRole(AriaRole.COMBOBOX).pressSequentially("librai");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page).hasURL(Pattern.compile("/shops/did:key:[^/]+near=69002"));
    }

    @Test
    void aShopsOwnSearchSuggestsNothingOfOthers() {
        var page = go(DESK, true, "/fr/shops/" + web.market.bakery.did());
        var box = page.locator("#in-shop");
        var options = page.getByRole(AriaRole.OPTION);
        box.pressSequentially("mi");
        assertThat(options).containsText(new String[] {"Miel"});
        page.keyboard().press("Escape");
        box.fill("");
        box.pressSequentially("vien");
        assertThat(options.first()).containsText("Viennoiserie");
        options.first().click();
        assertThat(page).hasURL(Pattern.compile("/shops/did:key:[^/]+category=Viennoiserie"));
        assertThat(page.locator(".card")).hasCount(3);
        assertThat(web.json("/api/v1/suggest?q=tille").get("suggestions")).isNotEmpty();
        assertThat(web.json("/api/v1/suggest?q=tille&merchant=" + web.market.bakery.did())
                        .get("suggestions"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aShopsWindowIsNarrowedWithoutLosingSightOfIt(boolean scripts) {
        var page = go(PHONE, scripts, "/fr/shops/" + web.market.bakery.did());
        page.evaluate("window.same = true");
        page.locator(".chip").getByText("Viennoiserie").click();
        assertThat(page).hasURL(Pattern.compile("category=Viennoiserie"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("3 articles");
        assertThat(page.locator("#window")).isInViewport();
        page.locator("#in-shop").fill("brioche");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 article");
        assertThat(page.locator("#window .card")).isInViewport();
        assertThat(page.evaluate("window.same") != null).isEqualTo(scripts);
    }

    @Test
    void narrowingKeepsThePageTheFocusAndTheWayBack() {
        var page = go(DESK, true, "/fr/search?q=pain");
        page.evaluate("window.same = true");
        page.locator(".facets a")
                .filter(new Locator.FilterOptions().setHasText("Disponible maintenant"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("3 articles");
        assertThat(page.locator("body > .hidden[aria-live=polite]")).hasText("3 articles");
        assertThat(page.evaluate("document.activeElement.textContent").toString())
                .contains("Disponible maintenant");
        assertThat(page).hasURL(Pattern.compile("inStock=1"));
        page.goBack();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("4 articles");
        assertThat(page).not().hasURL(Pattern.compile("inStock"));
        page.getByRole(AriaRole.COMBOBOX).fill("miel");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("miel");
        assertThat(page.evaluate("window.same")).isEqualTo(true);
        assertThat(page).hasTitle(Pattern.compile("miel"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("EN").setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile("/en/search\\?q=miel"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSlipOfTheFingerIsForgivenAndSaid(boolean scripts) {
        var page = go(PHONE, scripts, "/fr/search?q=chocolar");
        assertThat(page.locator(".notice").first())
                .hasText("Rien pour «\u00a0chocolar\u00a0»\u00a0; voici ce qui répond à «\u00a0chocolat\u00a0».");
        assertThat(page.locator(".card")).not().hasCount(0);
    }

    @Test
    void theSameArticleOfTwoShopsIsOneCardThatLeadsToBoth() {
        var page = go(DESK, true, "/fr/search?q=miel");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("2 articles");
        page.getByText("2 boutiques, dès 8,90\u00a0€").click();
        assertThat(page).hasURL(Pattern.compile("gtin="));
        assertThat(page.locator(".card")).hasCount(2);
        assertThat(page.locator(".card .price").first()).hasText("8,90\u00a0€");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leafingShowsTheNextPageFromItsTopAndBackTheOneBefore(boolean scripts) {
        var page = go(DESK, scripts, "/fr/search?q=rivet&sort=name");
        page.evaluate("window.same = true");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("30 articles");
        leafedTo(page, 24, "Rivet 10");
        page.locator("a[rel=next]").scrollIntoViewIfNeeded();
        Object below = page.evaluate("scrollY");
        assertThat(below).as("else there is nothing to find again").isNotEqualTo(0);
        page.locator("a[rel=next]").click();
        assertThat(page).hasURL(Pattern.compile("/fr/search\\?q=rivet&sort=name&page=2$"));
        leafedTo(page, 6, "Rivet 34");
        assertThat(page.locator(".card").getByText("Rivet 10")).hasCount(0);
        assertThat(page.locator(".paging .num")).hasText("Page 2 sur 2");
        assertThat(page.locator("a[rel=next]")).hasCount(0);
        assertThat(page.evaluate("scrollY")).isEqualTo(0);
        assertThat(page.evaluate("window.same") != null).isEqualTo(scripts);
        if (scripts) {
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isFocused();
        }
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/fr/search\\?q=rivet&sort=name$"));
        leafedTo(page, 24, "Rivet 10");
        page.waitForCondition(() -> page.evaluate("scrollY").equals(below));
        page.locator(".card h3 a").last().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Rivet 33");
        page.goBack();
        leafedTo(page, 24, "Rivet 10");
        page.waitForCondition(() -> page.evaluate("scrollY").equals(below));
    }

    @Test
    void whereAShopIsNoLongerShownThatIsSaidAndAskedNoMore() throws IOException {
        var shop = new FakeShop(
                ShopProfile.blank().withName("Mercerie Cordier").withLang("fr").withCurrency(Money.EUR));
        shop.add(FakeMarket.product("Bouton de nacre", "Boutons", 10), FakeWeb.NOW.minusSeconds(50));
        shop.add(FakeMarket.product("Bobine de fil", "Fils", 20), FakeWeb.NOW.minusSeconds(40));
        web.market.publish(shop, FakeWeb.NOW);
        var page = go(DESK, true, "/fr/shops/" + shop.did());
        var title = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        assertThat(title).hasText("Mercerie Cordier");
        var asked = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().contains("/fr/shops/" + shop.did())) {
                asked.add(request.url());
            }
        });
        var denials = Files.writeString(home.resolve("blocked.deny"), "at://" + shop.did() + "\n");
        page.locator("#window .chip").first().click();
        assertThat(title).not().hasText("Mercerie Cordier");
        page.waitForLoadState();
        assertThat(asked).hasSizeBetween(1, 3);
        Files.delete(denials);
        web.market.withdraw(shop);
        assertThat(chromium.complaints).allMatch(complaint -> complaint.contains("410"));
        chromium.complaints.clear();
    }

    private static void leafedTo(Page page, int cards, String first) {
        assertThat(page.locator(".card")).hasCount(cards);
        assertThat(page.locator(".card h3").first()).hasText(first);
    }

    @Test
    void leafingInAShopBeginsAtItsWindow() {
        var page = go(PHONE, true, "/fr/shops/" + hardware.did() + "?sort=name");
        page.locator("a[rel=next]").click();
        assertThat(page).hasURL(Pattern.compile("page=2"));
        leafedTo(page, 6, "Rivet 34");
        assertThat(page.getByRole(AriaRole.STATUS)).isFocused();
        assertThat(page.locator("#window .card").first()).isInViewport();
    }

    @Test
    void howResultsAreOrderedIsOneClickAway() {
        var page = go(DESK, true, "/fr/search?sort=name");
        page.getByText("Comment les résultats sont classés").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Comment les résultats sont classés");
    }

    @Test
    void aShopIsSuggestedByItsName() {
        var page = go(DESK, true, "/fr/");
        page.getByRole(AriaRole.COMBOBOX).pressSequentially("librai");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Librairie du Passage");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("boutique");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Librairie du Passage");
    }
}
