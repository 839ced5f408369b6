package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.echoppe.NodeScripts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page in both themes before axe-core, which knows what keeps people out. With the environment variable
 * {@code ECHOPPE_SCREENS} set, pictures of them are left in that folder.
 */
class AxeTest {
    private static final String RUN = """
            () => axe.run({resultTypes: ['violations']}).then(found => found.violations.flatMap(violation =>
              violation.nodes.map(node => violation.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary)))
            """;

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final @Nullable String SCREENS = System.getenv("ECHOPPE_SCREENS");
    private static final Set<String> SAME_ON_A_PHONE =
            Set.of("nothing", "shops", "plain-listing", "about", "how", "keeper", "sorry");

    @TempDir
    private Path home;

    private static Map<String, String> pages(FakeWeb web, FullShop full) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/fr/");
        pages.put("results", "/fr/search?q=pain");
        pages.put("nothing", "/fr/search?q=zzz");
        pages.put("shops", "/fr/shops");
        pages.put("listing", "/fr/shops/" + full.shop.did() + "/" + full.cheese);
        pages.put("plain-listing", "/en/shops/" + web.listing("baguette"));
        pages.put("shop", "/fr/shops/" + full.shop.did());
        pages.put("about", "/fr/about");
        pages.put("how", "/fr/how");
        pages.put("keeper", "/fr/keeper");
        pages.put("api", "/en/api");
        pages.put("sorry", "/fr/nowhere");
        return pages;
    }

    @Test
    void noPageKeepsAnybodyOutInEitherTheme() throws IOException {
        var axe = NodeScripts.installed("web").folder().resolve("node_modules/axe-core/axe.min.js");
        try (var web = new FakeWeb(home);
                var chromium = Chromium.start()) {
            web.market.filled();
            var full = new FullShop(web.market);
            var violations = new ArrayList<String>();
            for (int width : new int[] {DESK, PHONE}) {
                var page = chromium.window(width, true);
                page.addInitScript(axe);
                for (var entry : pages(web, full).entrySet()) {
                    if (width == PHONE && SAME_ON_A_PHONE.contains(entry.getKey()) && SCREENS == null) {
                        continue;
                    }
                    page.navigate(web.address() + entry.getValue());
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
                        if (width == DESK || theme == ColorScheme.LIGHT) {
                            for (var violation : (List<?>) page.evaluate(RUN)) {
                                violations.add(entry.getKey() + " " + theme + " " + width + ": " + violation);
                            }
                        }
                        assertThat((Boolean) page.evaluate(
                                        "() => document.documentElement.scrollWidth <= window.innerWidth"))
                                .as("%s is no wider than the window", entry.getKey())
                                .isTrue();
                    }
                }
                page.context().close();
            }
            assertThat(violations).isEmpty();
        }
    }

    private static void show(Page page, String name) throws IOException {
        if (SCREENS != null) {
            Files.createDirectories(Path.of(SCREENS));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(SCREENS, name + ".png")));
        }
    }
}
