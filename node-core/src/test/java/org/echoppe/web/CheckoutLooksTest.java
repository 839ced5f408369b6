package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echoppe.NodeScripts;
import org.junit.jupiter.api.Test;

/** Basket and orders before axe-core, in both themes, wide and narrow; with {@code ECHOPPE_SCREENS} also as pictures. */
class CheckoutLooksTest extends AtTheTills {
    @Test
    void neitherPageKeepsAnybodyOutInEitherTheme() throws Exception {
        var axe = NodeScripts.installed("web").folder().resolve("node_modules/axe-core/axe.min.js");
        var violations = new ArrayList<String>();
        for (int width : new int[] {DESK, PHONE}) {
            newShops();
            tills.bookshop.rename(tills.bookshop.profile().withWebUrl("https://arches.exemple.fr"));
            var page = window(width);
            page.addInitScript(axe);
            go(page, "/fr/basket");
            look(page, "empty", width, violations);
            go(page, "/fr/orders");
            look(page, "no-orders", width, violations);
            fillStory(page);
            tills.grocer.resell(tills.jam, ThreeTills.product("Confiture de figues", 450, 550));
            page.reload();
            look(page, "basket", width, violations);
            press(page);
            look(page, "missing", width, violations);
            page.getByText("Accepter", new Page.GetByTextOptions().setExact(true))
                    .click();
            answerEverything(page);
            look(page, "ready", width, violations);
            press(page);
            assertThat(page.getByText("Arrivée à la boutique")).hasCount(3);
            answerAll();
            lookAgain(page);
            assertThat(page.locator("svg.qr")).isVisible();
            assertThat(page.locator(".state").getByText("Plus disponible")).isVisible();
            button(page, "Écrire à la boutique").first().click();
            look(page, "orders", width, violations);
            others(page, width, violations);
            page.context().close();
        }
        assertThat(violations).isEmpty();
    }

    /** One is accepted, one is sold out, one was given back in part. */
    private void answerAll() {
        var order = only(tills.grocer);
        var accepted = tills.grocer.reply(order, "accepted").put("message", "À tout à l’heure.");
        accepted.putObject("transfer")
                .put("holder", "Épicerie du Quai")
                .put("iban", "FR7630006000011234567890189")
                .put("amount", 1_640)
                .put("reference", "A-17")
                .put("epc", "BCD\n002\n1\nSCT\n\nÉpicerie du Quai\nFR7630006000011234567890189\nEUR16.40");
        relay.answer(order, tills.grocer.answer(order, accepted));

        var bread = only(tills.bakery);
        var gone = tills.bakery.reply(bread, "changed").put("total", 0);
        var lines = gone.putArray("lines");
        var changes = gone.putArray("changes");
        for (int line = 0; line < 2; line++) {
            lines.addObject()
                    .put("name", line == 0 ? "Croissant au beurre" : "Sandwich jambon beurre")
                    .put("quantity", 2 - line)
                    .put("accepted", 0)
                    .put("total", 0);
            changes.addObject()
                    .put("what", "stock")
                    .put("line", line)
                    .put("was", "1")
                    .put("now", "0");
        }
        relay.answer(bread, tills.bakery.answer(bread, gone));

        var books = only(tills.bookshop);
        var back = tills.bookshop
                .reply(books, "completed")
                .put("withdrawUntil", FakeWeb.NOW.plusSeconds(14 * 86_400).toString());
        var withdrawal = back.putObject("withdrawal").put("at", FakeWeb.NOW.toString());
        withdrawal.putArray("lines").add(0);
        withdrawal.putArray("refused").addObject().put("line", 1).put("reason", "descellé");
        back.putObject("refund").put("amount", 890).put("fee", 0);
        back.putArray("documents").addObject().put("kind", "invoice").put("number", "F2026-000017");
        relay.answer(books, tills.bookshop.answer(books, back));
    }

    private static void lookAgain(Page page) {
        page.evaluate("() => dispatchEvent(new Event('online'))");
    }

    /** What one opens beside an order; the order alone and on paper to be looked at, when pictures are wanted. */
    private void others(Page page, int width, List<String> violations) throws Exception {
        for (var deed : List.of("Annuler", "Lien de reprise", "Oublier ici")) {
            button(page, deed).first().click();
            look(page, deed.substring(0, 4).strip(), width, violations);
            button(page, "Retour").click();
        }
        for (var goods : page.locator("details.note > summary").all()) {
            goods.click();
        }
        look(page, "goods", width, violations);
        if (AxeTest.SCREENS == null) {
            return;
        }
        page.addInitScript("globalThis.print = () => {}");
        page.reload();
        button(page, "Imprimer").first().click();
        var size = page.viewportSize();
        page.setViewportSize(674, 1_020);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        AxeTest.show(page, "order-print-" + width);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(size.width, size.height);
    }

    private static void look(Page page, String name, int width, List<String> violations) throws Exception {
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.getByText("Nous demandons à la boutique")).hasCount(0);
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE));
            AxeTest.show(page, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
            for (var violation : (List<?>) page.evaluate(AxeTest.RUN)) {
                violations.add(name + " " + theme + " " + width + ": " + violation);
            }
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s is no wider than the window", name)
                    .isTrue();
        }
    }
}
