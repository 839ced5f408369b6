package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.records.Availability;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the front page to the basket by the keyboard alone, and at every step one sees where one is. */
class KeyboardTest {
    /** The results have twenty-four cards of two stops each, and the filters. */
    private static final int MOST_TABS = 120;

    /** An outline of its own, or that of the card around it. */
    private static final String IS_SEEN = """
            () => [document.activeElement, document.activeElement.closest('.card')]
              .some(one => one && getComputedStyle(one).outlineStyle !== 'none')
            """;

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        web = new FakeWeb(home);
        var shop = new FakeShop(ShopProfile.blank()
                .withName("Quincaillerie Vasseur")
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withEncryptionKey(web.market.bakery.did())
                .withPickup(new Pickup(60, 30)));
        for (int number = 10; number < 40; number++) {
            var rivet = FakeMarket.product("Rivet " + number, "Bricolage", 10L * number)
                    .withAvailability(number % 10 == 0 ? Availability.OUT_OF_STOCK : Availability.IN_STOCK);
            shop.add(rivet, FakeWeb.NOW.minusSeconds(60L + number));
        }
        web.market.publish(shop, FakeWeb.NOW);
    }

    @AfterAll
    static void close() {
        if (web != null) {
            web.close();
            chromium.close();
        }
    }

    private static void tabTo(Page page, String place) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("place => document.activeElement.matches(place)", place)) {
                assertThat((Boolean) page.evaluate(IS_SEEN))
                        .as("where one is: %s", place)
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("the Tab key never comes to " + place);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void fromTheSearchToTheBasket(int width) {
        var page = chromium.window(width, true);
        page.navigate(web.address() + "/fr/");
        tabTo(page, "input[type=search]");
        page.keyboard().type("rivet");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/fr/search\\?q=rivet"));
        var count = page.getByRole(AriaRole.STATUS).first();
        assertThat(count).hasText("30 articles");

        if (width < 900) {
            tabTo(page, "details.facets > summary");
            page.keyboard().press("Enter");
        }
        tabTo(page, ".facets a[href*='inStock=1']");
        page.keyboard().press("Enter");
        assertThat(count).hasText("27 articles");
        assertThat((Boolean) page.evaluate("() => document.activeElement.matches('.facets a[aria-current]')"))
                .as("one is where one was")
                .isTrue();

        tabTo(page, "a[rel=next]");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("page=2"));
        assertThat(page.locator("h1")).isFocused();
        tabTo(page, ".card h3 a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Rivet");

        tabTo(page, "form.buy button");
        page.keyboard().press("Enter");
        assertThat(page.locator(".to-basket")).hasAttribute("aria-label", Pattern.compile("1"));
        tabTo(page, ".toast a");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/fr/basket$"));
        assertThat(page.locator("main")).containsText("Rivet");
        assertThat(chromium.complaints).isEmpty();
        page.context().close();
    }
}
