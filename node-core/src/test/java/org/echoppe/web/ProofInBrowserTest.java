package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Verify" on a listing's page, in Chromium. */
class ProofInBrowserTest {
    @TempDir
    private Path home;

    private static String verified(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("signature"))
                .click();
        var head = page.locator(".proof.head");
        assertThat(head).isVisible();
        return page.locator(".verify [role=status]").innerText();
    }

    @Test
    void theShoppersOwnBrowserChecksTheSignatureAndSaysInWordsWhatItFound() {
        try (var web = new FakeWeb(home);
                var chromium = Chromium.start()) {
            web.market.filled();
            String baguette = web.listing("baguette");
            byte[] proof = web.bytes(web.request("/proof/" + baguette)).body();
            byte[] other =
                    web.bytes(web.request("/proof/" + web.listing("tilleuls"))).body();
            var page = chromium.window(1280, true);
            page.navigate(web.address() + "/fr/shops/" + baguette);
            assertThat(verified(page))
                    .contains(
                            "Vérifié par votre propre navigateur", "Baguette de tradition", "1,30", "19 novembre 2026");
            page.navigate(web.address() + "/en/shops/" + baguette);
            assertThat(verified(page)).contains("Verified by your own browser", "€1.30");

            var full = new FullShop(web.market);
            page.navigate(web.address() + "/fr/shops/" + full.shop.did() + "/" + full.cheese);
            // the kinds that a shopper can choose, each with what it costs, be it its own price or the product's
            assertThat(verified(page).replace('\u202f', ' ').replace('\u00a0', ' '))
                    .contains("12 mois, 250 g 6,90 €", "18 mois, 250 g 7,90 €", "24 mois, 1 kg 29,90 €");
            page.navigate(web.address() + "/en/shops/" + baguette);

            proof[proof.length - 20] ^= 4;
            byte[][] given = {proof};
            page.route("**/proof/**", route -> route.fulfill(new FulfillOptions().setBodyBytes(given[0])));
            assertThat(verified(page)).contains("Not verified", "altered on its way", "Do not rely on this page");
            given[0] = other;
            assertThat(verified(page)).contains("Not verified", "another shop’s");
            given[0] = new byte[] {1, 2, 3};
            assertThat(verified(page)).contains("Not verified", "cannot be read");
            assertThat(chromium.complaints).isEmpty();

            var still = chromium.window(390, false);
            still.navigate(web.address() + "/fr/shops/" + baguette);
            assertThat(still.locator(".verify")).isHidden();
        }
    }
}
