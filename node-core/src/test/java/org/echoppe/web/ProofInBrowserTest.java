package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Verify" on a listing's page, in Chromium. */
class ProofInBrowserTest {
    /** Of others the sign may be written otherwise in a browser than here; each is counted in the same coins all the same. */
    private static final List<String> CURRENCIES = List.of(
            "EUR", "CHF", "GBP", "USD", "CAD", "AUD", "MAD", "TND", "DZD", "XOF", "XAF", "XPF", "JPY", "CNY", "SEK",
            "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "BRL", "INR", "KWD", "RSD", "MGA", "LBP",
            "COP", "IQD");
    /** What nobody pays with any more, or never did. */
    private static final Set<String> GONE =
            Set.of("ADP", "BEF", "BYB", "BYR", "ESP", "GRD", "ITL", "LUF", "MGF", "PTE", "ROL", "TPE", "TRL");

    @TempDir
    private Path home;

    private static String verified(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("signature"))
                .click();
        var head = page.locator(".proof.head");
        assertThat(head).isVisible();
        return page.locator(".verify [role=status]").innerText();
    }

    /** As if the page had been altered on its way, or made by a liar. */
    private static void thePagesOwnPricesAreCompared(Page page, FakeWeb web, FullShop full) {
        page.unroute("**/proof/**");
        var loose = full.shop.add(
                FakeMarket.product("Morbier à la coupe", "Crèmerie", 289)
                        .withMeasure(new Measure(130, Unit.KG))
                        .withLoose(true),
                FakeWeb.NOW.minusSeconds(900));
        web.market.publish(full.shop, FakeWeb.NOW.minusSeconds(60));
        page.navigate(web.address() + "/fr/shops/" + full.shop.did() + "/" + loose);
        assertThat(page.locator(".offer .price")).hasText("22,23\u00a0€/kg");
        assertThat(verified(page)).contains("Le nom et les prix de cette page");
        for (String lie : List.of(
                "2,23 €/kg",
                "22,24 €/kg",
                "222,23 €/kg",
                "22,23 $/kg",
                "22,23 CHF/kg",
                "-22,23 €/kg",
                "1,00 € (au lieu de 22,23 €/kg)",
                "22,23 €/kg, soldé 1,00 €",
                "22,23 €/l",
                "22,23 €")) {
            set(page, ".offer .price", lie);
            assertThat(verified(page)).as(lie).contains("un autre prix").doesNotContain("Vérifié par");
        }
        withoutVat(page, web, full);
        page.navigate(web.address() + "/fr/shops/" + web.listing("baguette"));
        assertThat(page.locator(".offer .unit")).hasText("5,20\u00a0€/kg");
        for (String change : List.of(
                "document.querySelector('.offer .unit').textContent = '4,20 €/kg'",
                "document.querySelector('.offer .unit').remove()",
                "document.querySelector('.offer .price').remove()",
                "document.querySelector('.offer .price').after(document.querySelector('.offer .price').cloneNode(true))")) {
            page.reload();
            page.evaluate("() => { " + change + " }");
            assertThat(verified(page)).as(change).contains("un autre prix").doesNotContain("Vérifié par");
        }
    }

    /** The page names what one pays, the record what comes before the VAT. */
    private static void withoutVat(Page page, FakeWeb web, FullShop full) {
        var net = full.shop.add(
                FakeMarket.product("Bougie", "Maison", 1)
                        .withPrice(new Price(new Money(1_025, Money.EUR), OptionalInt.of(2_000), false)),
                FakeWeb.NOW.minusSeconds(900));
        web.market.publish(full.shop, FakeWeb.NOW.minusSeconds(50));
        page.navigate(web.address() + "/fr/shops/" + full.shop.did() + "/" + net);
        assertThat(page.locator(".offer .price")).hasText("12,30\u00a0€");
        assertThat(verified(page)).contains("Le nom et les prix de cette page", "12,30");
        set(page, ".offer .price", "10,25 €");
        assertThat(verified(page)).contains("un autre prix").doesNotContain("Vérifié par");
    }

    private static void thePagesOwnKindsAreCompared(Page page, FakeWeb web, FullShop full) {
        page.navigate(web.address() + "/en/shops/" + full.shop.did() + "/" + full.cheese);
        assertThat(verified(page)).contains("Verified by your own browser");
        set(page, ".kinds li:nth-child(2) b", "€7.80");
        assertThat(verified(page)).contains("another price").doesNotContain("Verified by");
        String names = "const [one, other] = document.querySelectorAll('.kinds bdi');";
        for (String change : List.of(
                names + "[one.textContent, other.textContent] = [other.textContent, one.textContent]",
                "document.querySelector('.kinds li:last-child').remove()",
                "const all = document.querySelector('.kinds'); all.append(all.firstElementChild.cloneNode(true))",
                "document.body.insertAdjacentHTML('beforeend', '<select id=buy-kind><option value=12>24 mois, 1 kg</option></select>')")) {
            page.reload();
            page.evaluate("() => { " + change + " }");
            assertThat(verified(page)).as(change).contains("something else").doesNotContain("Verified by");
        }
    }

    private static void set(Page page, String place, String text) {
        page.evaluate("([place, text]) => { document.querySelector(place).textContent = text }", List.of(place, text));
    }

    @Test
    void whateverTheCurrencyAPriceAsWrittenHereIsKnownAgain() {
        try (var web = new FakeWeb(home);
                var chromium = Chromium.start()) {
            web.market.filled();
            var page = chromium.window(1280, true);
            page.navigate(web.address() + "/fr/shops/" + web.listing("baguette"));
            String module = page.locator("script[src*=verify]").getAttribute("src");
            var rows = new ArrayList<Map<String, Object>>();
            for (var language : Language.values()) {
                for (String code : CURRENCIES) {
                    for (int amount : new int[] {7, 390, 123_456_789}) {
                        var money = new Money(amount, Currency.getInstance(code));
                        rows.add(Map.of(
                                "text", "dès " + money.format(language.locale()) + "/kg",
                                "price", Map.of("amount", amount, "currency", code, "per", "kg"),
                                "lang", language.code()));
                    }
                }
            }
            Currency.getAvailableCurrencies().stream()
                    .filter(one -> one.getDefaultFractionDigits() >= 0 && !GONE.contains(one.getCurrencyCode()))
                    .map(one -> Map.<String, Object>of(
                            "text",
                            one.getCurrencyCode() + " "
                                    + new Money(7, one).amount().toPlainString(),
                            "price",
                            Map.of("amount", 7, "currency", one.getCurrencyCode()),
                            "lang",
                            "en"))
                    .forEach(rows::add);
            var missed = page.evaluate(
                    "([module, rows]) => import(module).then(({names}) => rows.filter(row => !names(row.text, row.price, row.lang)).map(row => JSON.stringify(row)))",
                    List.of(module, rows));
            assertThat((List<?>) missed).isEmpty();
            assertThat(chromium.complaints).isEmpty();
        }
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
            assertThat(verified(page))
                    .contains("Verified by your own browser", "€1.30", "The name and the prices on this page");

            var full = new FullShop(web.market);
            page.navigate(web.address() + "/fr/shops/" + full.shop.did() + "/" + full.cheese);
            // the kinds that a shopper can choose, each with what it costs, be it its own price or the product's
            assertThat(verified(page).replace('\u202f', ' ').replace('\u00a0', ' '))
                    .contains("12 mois, 250 g 6,90 €", "18 mois, 250 g 7,90 €", "24 mois, 1 kg 29,90 €");
            page.navigate(web.address() + "/en/shops/" + baguette);

            var hebrew = full.shop.add(FakeMarket.product("חלה קלועה 500", "Pain", 650), FakeWeb.NOW.minusSeconds(950));
            web.market.publish(full.shop, FakeWeb.NOW.minusSeconds(90));
            page.navigate(web.address() + "/fr/shops/" + full.shop.did() + "/" + hebrew);
            assertThat(verified(page))
                    .as("a sentence that a name cannot turn")
                    .contains("Vérifié par", "\u2068חלה קלועה 500\u2069");
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

            thePagesOwnPricesAreCompared(page, web, full);
            thePagesOwnKindsAreCompared(page, web, full);
            assertThat(chromium.complaints).isEmpty();

            var still = chromium.window(390, false);
            still.navigate(web.address() + "/fr/shops/" + baguette);
            assertThat(still.locator(".verify")).isHidden();
        }
    }
}
