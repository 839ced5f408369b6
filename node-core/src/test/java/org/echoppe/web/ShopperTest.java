package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shopper with a real browser: on a phone, at a desk, without scripts, with the keyboard alone. */
class ShopperTest {
    private static final int DESK = 1_280;
    private static final int PHONE = 320;

    @TempDir
    static Path home;

    private static Chromium chromium;
    private static FakeWeb web;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        web = new FakeWeb(home);
        web.market.filled();
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aShopperFindsNarrowsLooksAndMeetsTheShop(boolean scripts) {
        var page = go(DESK, scripts, "/");
        assertThat(page).hasURL(Pattern.compile("/fr/$"));
        page.getByRole(AriaRole.SEARCHBOX).or(page.getByRole(AriaRole.COMBOBOX)).fill("pain");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/fr/search\\?q=pain"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("4 articles");
        page.locator(".facets").getByText("Disponible maintenant").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("3 articles");
        page.getByText("prix croissant").click();
        assertThat(page.locator(".card .price").first()).hasText("1,30\u00a0€");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pain de campagne au levain"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Pain de campagne au levain");
        assertThat(page.locator(".offer .price")).hasText("3,90\u00a0€");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir la boutique"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Au Fournil des Halles");
        assertThat(page.locator(".card")).hasCount(8);
    }

    @Test
    void theOtherLanguageShowsTheSamePage() {
        var page = go(DESK, true, "/fr/search?q=pain&sort=price");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("EN").setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile("/en/search\\?q=pain&sort=price$"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("4 articles");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(".card .price").first()).hasText("€1.30");
    }

    @Test
    void suggestionsAreChosenWithTheKeyboard() {
        var page = go(DESK, true, "/fr/");
        var box = page.getByRole(AriaRole.COMBOBOX);
        box.pressSequentially("tille");
        var options = page.getByRole(AriaRole.OPTION);
        assertThat(options.first()).hasText("Le Vent dans les tilleuls");
        assertThat(page.locator(".search [aria-live]")).hasText("1 suggestion");
        assertThat(box).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Escape");
        assertThat(box).hasAttribute("aria-expanded", "false");
        assertThat(box).hasValue("tille");
        box.pressSequentially("u");
        assertThat(options.first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/fr/search\\?q=Le"));
        assertThat(page.locator(".card")).hasCount(1);
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        var page = go(DESK, true, "/fr/");
        page.keyboard().press("Tab");
        var skip = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aller au contenu"));
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void onAPhoneFiltersOpenInASheet() {
        var page = go(360, true, "/fr/search?q=pain");
        var sheet = page.locator(".facets .sheet");
        assertThat(sheet).isHidden();
        page.locator(".facets > summary").click();
        assertThat(sheet).isVisible();
        page.locator(".facets").getByText("Viennoiserie").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 article");
        page.locator(".chip").first().click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("4 articles");
    }

    private static List<String> pages() {
        return List.of(
                "/fr/",
                "/en/",
                "/fr/search",
                "/fr/search?q=zzz",
                "/fr/search?q=pain&inStock=1&minPrice=1&maxPrice=99999999&category="
                        + Links.encode("Épicerie > Miel et confiture"),
                "/fr/shops",
                "/fr/shops/" + web.market.bakery.did(),
                "/en/shops/" + web.market.grocer.did(),
                "/fr/shops/" + web.listing("brioche"),
                "/en/shops/" + web.listing("camembert"),
                "/fr/about");
    }

    @Test
    void noPageIsWiderThanAPhone() {
        var page = chromium.window(PHONE, true);
        for (String path : pages()) {
            page.navigate(web.address() + path);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(PHONE);
        }
    }

    @Test
    void notEvenTheDearestPriceIsWiderThanAPhone() {
        var shop = new FakeShop(
                ShopProfile.blank().withName("Joaillerie").withLang("fr").withCurrency(Money.EUR));
        var most = FakeMarket.product("Parure", "Bijoux", Price.MOST);
        var pearl = shop.add(most.withMeasure(new Measure(1, Unit.KG)), FakeWeb.NOW.minusSeconds(50));
        var loose = shop.add(most.withMeasure(new Measure(1, Unit.KG)).withLoose(true), FakeWeb.NOW.minusSeconds(40));
        var franc = new Price(new Money(Price.MOST, Currency.getInstance("XOF")), OptionalInt.empty(), true);
        var other = shop.add(most.withPrice(franc), FakeWeb.NOW.minusSeconds(30));
        web.market.publish(shop, FakeWeb.NOW);
        String at = "/fr/shops/" + shop.did();
        var page = chromium.window(PHONE, true);
        for (String path : List.of("/fr/", at, at + "/" + pearl, at + "/" + loose, at + "/" + other)) {
            page.navigate(web.address() + path);
            assertThat(page.getByText("000\u202f000").first()).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(PHONE);
        }
        web.market.withdraw(shop);
    }

    @Test
    void theSecondLinkOfACardIsRingedByItself() {
        var page = go(DESK, true, "/fr/search?q=miel");
        page.keyboard().press("Tab");
        var group = page.locator(".card .group a");
        group.focus();
        assertThat(group).not().hasCSS("outline-style", "none");
        assertThat(page.locator(".card").filter(new Locator.FilterOptions().setHas(page.locator(".group a"))))
                .hasCSS("outline-style", "none");
        page.locator(".card h3 a").first().focus();
        assertThat(page.locator(".card").first()).not().hasCSS("outline-style", "none");
    }

    /** WCAG 2.2 §2.5.5, save links inside a sentence. */
    @Test
    void everythingToTouchIsBigEnough() {
        var page = chromium.window(360, true);
        for (String path : pages()) {
            page.navigate(web.address() + path);
            Object small = page.evaluate("""
                [...document.querySelectorAll('a, button, input:not([type=hidden]), summary')]
                  .filter(e => e.offsetParent && !e.classList.contains('skip'))
                  .filter(e => !(e.tagName === 'A' && (e.closest('p') || e.closest('.lines') || e.closest('dd'))) || e.classList.contains('button'))
                  .map(e => [e, e.getBoundingClientRect(), getComputedStyle(e, '::after')])
                  .filter(([e, box, after]) => box.height < 44 && !(after.position === 'absolute' && after.content !== 'none'))
                  .map(([e, box]) => e.outerHTML.slice(0, 120) + ' ' + Math.round(box.height))
                """);
            assertThat((List<?>) small).as(path).isEmpty();
        }
    }

    @Test
    void everyPageHasItsLandmarksAndNamesForEverything() {
        var page = chromium.window(DESK, true);
        for (String path : pages()) {
            page.navigate(web.address() + path);
            assertThat(page.getByRole(AriaRole.MAIN).count()).as(path).isOne();
            assertThat(page.getByRole(AriaRole.BANNER).count()).as(path).isOne();
            assertThat(page.getByRole(AriaRole.CONTENTINFO).count()).as(path).isOne();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                            .count())
                    .as(path)
                    .isOne();
            assertThat((List<?>) page.evaluate("""
                [...document.querySelectorAll('a, button, input:not([type=hidden])')].filter(e =>
                  !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length)))
                  .map(e => e.outerHTML)
                """)).as(path).isEmpty();
            assertThat((List<?>) page.evaluate("""
                [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)
                """)).as(path).isEmpty();
        }
    }

    @Test
    void nothingIsAskedOfAnybodyElseAndNothingIsKept() {
        var page = chromium.window(DESK, true);
        var strangers = new java.util.ArrayList<String>();
        page.onRequest(request -> {
            if (!request.url().startsWith(web.address())) {
                strangers.add(request.url());
            }
        });
        for (String path : pages()) {
            page.navigate(web.address() + path);
        }
        assertThat(strangers).isEmpty();
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aHostileShopRunsNothing() {
        var page = chromium.window(DESK, true);
        String attack = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";
        page.navigate(web.address() + "/fr/search?q=" + Links.encode(attack));
        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        assertThat(heading).containsText("<script>alert(2)</script>");
        assertThat(page.locator("main img, main script").count()).isZero();
    }
}
