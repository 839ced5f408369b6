package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.echoppe.NodeScripts;
import org.echoppe.replicas.Presence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page in both themes before axe-core, which knows what keeps people out. With the environment variable
 * {@code ECHOPPE_SCREENS} set, pictures of them are left in that folder.
 */
class AxeTest {
    static final String RUN = """
            () => axe.run({resultTypes: ['violations']}).then(found => found.violations.flatMap(violation =>
              violation.nodes.map(node => violation.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary)))
            """;

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    static final @Nullable String SCREENS = System.getenv("ECHOPPE_SCREENS");
    private static final Set<String> SAME_ON_A_PHONE = Set.of(
            "home-near",
            "everything",
            "grouped",
            "nowhere",
            "forgiven",
            "nothing",
            "shops",
            "plain-listing",
            "away-listing",
            "stale",
            "about",
            "how",
            "order",
            "keeper",
            "sorry");

    /** On a phone the filters lie in a sheet; on the other pages it stays shut. */
    private static final Set<String> SHEET_OPEN = Set.of("filtered", "near");

    @TempDir
    private Path home;

    private static Map<String, String> pages(FakeWeb web, FullShop full) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/fr/");
        pages.put("home-near", "/fr/?near=69002");
        pages.put("results", "/fr/search?q=pain");
        pages.put("everything", "/fr/search");
        pages.put("filtered", "/fr/search?q=pain&category=Pain&inStock=1&openNow=1&minPrice=1&maxPrice=4");
        pages.put("grouped", "/fr/search?q=miel");
        pages.put("near", "/fr/search?near=45.76,4.84&get=pickup&within=5&sort=distance");
        pages.put("nowhere", "/fr/search?q=pain&near=00000");
        pages.put("forgiven", "/fr/search?q=camenbert");
        pages.put("nothing", "/fr/search?q=zzz&inStock=1");
        pages.put("shops", "/fr/shops");
        pages.put("listing", "/fr/shops/" + full.shop.did() + "/" + full.cheese);
        pages.put("plain-listing", "/en/shops/" + web.listing("baguette"));
        pages.put("away-listing", "/fr/shops/" + web.listing("camembert"));
        pages.put("stale", "/fr/search?q=sabots");
        pages.put("stale-listing", "/fr/shops/" + web.listing("sabots"));
        pages.put("shop", "/fr/shops/" + full.shop.did());
        pages.put("plain-shop", "/fr/shops/" + web.market.bakery.did() + "?q=pain");
        pages.put("about", "/fr/about");
        pages.put("how", "/fr/how");
        pages.put("order", "/fr/order");
        pages.put("keeper", "/fr/keeper");
        pages.put("api", "/en/api");
        pages.put("sorry", "/fr/nowhere");
        return pages;
    }

    /** Of a shop that has not been heard of for five days. */
    private static void publishStale(FakeMarket market) {
        var shop = new FakeShop(FullShop.profile("Saboterie du Mont", 45_780_000, 4_850_000));
        shop.add(FakeMarket.product("Sabots de hêtre", "Maison", 4_900), FakeWeb.NOW.minus(9, ChronoUnit.DAYS));
        market.publish(shop, FakeWeb.NOW.minus(5, ChronoUnit.DAYS));
        market.presence.put(shop.did(), new Presence(false, FakeWeb.NOW.minus(5, ChronoUnit.DAYS)));
    }

    @Test
    void noPageKeepsAnybodyOutInEitherTheme() throws IOException {
        var axe = NodeScripts.installed("web").folder().resolve("node_modules/axe-core/axe.min.js");
        try (var web = new FakeWeb(home);
                var chromium = Chromium.start()) {
            web.market.filled();
            var full = new FullShop(web.market);
            publishStale(web.market);
            var violations = new ArrayList<String>();
            for (int width : new int[] {DESK, PHONE}) {
                var page = chromium.window(width, true);
                page.addInitScript(axe);
                for (var entry : pages(web, full).entrySet()) {
                    if (width == PHONE && SAME_ON_A_PHONE.contains(entry.getKey()) && SCREENS == null) {
                        continue;
                    }
                    page.navigate(web.address() + entry.getValue());
                    if (width == PHONE && SHEET_OPEN.contains(entry.getKey())) {
                        page.locator("details.facets > summary").click();
                    }
                    if (entry.getKey().equals("listing")) {
                        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("signature"))
                                .click();
                        page.locator(".proof.head").waitFor();
                    }
                    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        // at once: a colour halfway between the themes is nobody's to read
                        page.emulateMedia(new Page.EmulateMediaOptions()
                                .setColorScheme(theme)
                                .setReducedMotion(ReducedMotion.REDUCE));
                        show(
                                page,
                                entry.getKey() + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width);
                        for (var violation : (List<?>) page.evaluate(RUN)) {
                            violations.add(entry.getKey() + " " + theme + " " + width + ": " + violation);
                        }
                        assertThat((Boolean) page.evaluate(
                                        "() => document.documentElement.scrollWidth <= window.innerWidth"))
                                .as("%s is no wider than the window", entry.getKey())
                                .isTrue();
                    }
                    print(page, entry.getKey());
                }
                page.context().close();
            }
            assertThat(violations).isEmpty();
        }
    }

    /** As it comes out of a printer, on a sheet without its margins. */
    private static void print(Page page, String name) throws IOException {
        if (SCREENS != null && name.endsWith("listing")) {
            var size = page.viewportSize();
            page.setViewportSize(674, 1_020);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            show(page, name + "-print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(size.width, size.height);
        }
    }

    static void show(Page page, String name) throws IOException {
        if (SCREENS != null) {
            Files.createDirectories(Path.of(SCREENS));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(SCREENS, name + ".png")));
        }
    }
}
