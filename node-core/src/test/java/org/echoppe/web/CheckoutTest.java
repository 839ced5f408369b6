package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.echoppe.NodeScripts;
import org.echoppe.domain.Language;
import org.echoppe.domain.RecordKey;
import org.echoppe.orders.Pricing;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.LaterWord;
import org.echoppe.orders.wire.Payment;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.records.ShopStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A basket of three shops in a real browser, and tills that open what it seals. Thursday 10:15. */
class CheckoutTest {
    private static final int DESK = 1_280;
    private static final int PHONE = 390;

    @TempDir
    static Path home;

    private static Chromium chromium;
    private static FakeWeb web;

    /** Whoever goes to another page leaves questions behind. */
    private final Set<String> allowed = new TreeSet<>(Set.of("failed: "));

    private ThreeTills tills;
    private FakeRelay relay;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        web = new FakeWeb(home);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            web.close();
            chromium.close();
        }
    }

    @BeforeEach
    void newShops() {
        tills = new ThreeTills(web.market);
        relay = new FakeRelay(tills.all());
    }

    @AfterEach
    void theBrowserHadNothingElseToComplainOf() {
        var complaints = List.copyOf(chromium.complaints);
        chromium.complaints.clear();
        assertThat(complaints).allMatch(complaint -> allowed.stream().anyMatch(complaint::contains));
    }

    private Page window(int width) {
        var page = chromium.window(width, true);
        relay.serve(page.context());
        page.clock().setFixedTime(Date.from(FakeWeb.NOW.plusSeconds(30)));
        return page;
    }

    private void go(Page page, String path) {
        page.navigate(web.address() + path);
    }

    private void add(Page page, FakeTill till, RecordKey rkey) {
        go(page, "/fr/shops/" + till.shop.did() + "/" + rkey);
        button(page, "Ajouter au panier").click();
        assertThat(page.locator(".toast")).containsText("Ajouté au panier");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator till(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private void fillStory(Page page) {
        add(page, tills.bakery, tills.croissant);
        button(page, "Ajouter au panier").click();
        add(page, tills.bakery, tills.sandwich);
        add(page, tills.bookshop, tills.novel);
        add(page, tills.bookshop, tills.atlas);
        add(page, tills.grocer, tills.jam);
        add(page, tills.grocer, tills.wine);
        go(page, "/fr/basket");
    }

    private static void answerEverything(Page page) {
        slot(page, "Fournil du Pont", "2026-11-20T07:15:00Z");
        slot(page, "Épicerie du Quai", "2026-11-19T10:00:00Z");
        for (var box : page.getByRole(AriaRole.CHECKBOX).all()) {
            box.check();
        }
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Téléphone").fill("+33 6 12 34 56 78");
        page.getByLabel("Numéro et rue").fill("5 rue des Lilas");
        page.getByLabel("Code postal").fill("69003");
        page.getByLabel("Ville").fill("Lyon");
    }

    private static void slot(Page page, String shop, String from) {
        till(page, shop).getByLabel("Quand passerez-vous").selectOption(from);
    }

    private static void press(Page page) {
        button(page, "Commande avec obligation de paiement").click();
    }

    @Test
    void threeShopsAreOrderedFromAtOnceAndEachOpensItsOwn() {
        var page = window(DESK);
        fillStory(page);
        assertThat(page.locator(".to-basket")).hasAttribute("aria-label", "Panier 7 (articles)");
        assertThat(till(page, "Fournil du Pont")).containsText("8,30\u00a0€");
        assertThat(till(page, "Fournil du Pont")).containsText("Pas de rétractation\u00a0: denrée périssable");
        answerEverything(page);
        assertThat(till(page, "Librairie des Arches")).containsText("Livraison au 69003\u00a0: 3,00\u00a0€");
        assertThat(page.locator("#overall")).hasText("48,95\u00a0€");
        assertThat(till(page, "Librairie des Arches").locator(".sums")).containsText("1,27");
        press(page);
        assertThat(page).hasURL(Pattern.compile("/fr/orders$"));
        assertThat(page.getByText("Arrivée à la boutique")).hasCount(3);
        assertThat(relay.posts).isEqualTo(3);

        var bakery = only(tills.bakery);
        assertThat(bakery.total().minorUnits()).isEqualTo(830);
        assertThat(bakery.fulfilment())
                .isEqualTo(new Fulfilment.Pickup(
                        Instant.parse("2026-11-20T07:15:00Z"), Instant.parse("2026-11-20T07:30:00Z")));
        assertThat(bakery.lang()).isEqualTo(Language.FR);
        assertThat(bakery.payment()).isEqualTo(Payment.IN_SHOP);
        assertThat(bakery.contact().name()).isEqualTo("Agnès Martin");
        assertThat(bakery.replyAt()).containsExactly(web.market.bakery.did());
        assertThat(only(tills.bookshop).total().minorUnits()).isEqualTo(2_440);
        assertThat(only(tills.bookshop).fulfilment()).isInstanceOf(Fulfilment.Delivery.class);
        assertThat(only(tills.grocer).total().minorUnits()).isEqualTo(1_625);
        for (var till : tills.all()) {
            var lines = only(till).lines().stream().map(till::priced).toList();
            long fee = till == tills.bookshop ? 300 : 0;
            assertThat(Pricing.of(lines, fee).total())
                    .isEqualTo(only(till).total().minorUnits());
        }
        go(page, "/fr/basket");
        assertThat(page.getByText("Votre panier est vide")).isVisible();
    }

    private static PlacedOrder only(FakeTill till) {
        assertThat(till.orders).hasSize(1);
        return till.orders.getFirst();
    }

    @Test
    void whatTheShopHasChangedIsSaidLineByLineBeforeAnythingIsSent() {
        allowed.add("404");
        var page = window(DESK);
        fillStory(page);
        add(page, tills.grocer, tills.cheese);
        go(page, "/fr/basket");
        answerEverything(page);
        tills.grocer.resell(tills.jam, ThreeTills.product("Confiture de figues", 450, 550));
        tills.grocer.resell(tills.wine, null);
        tills.grocer.resell(tills.cheese, ThreeTills.product("Tomme de brebis", 900, 550));
        tills.bookshop.rename(
                tills.bookshop.profile().withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.empty())));
        press(page);
        var grocer = till(page, "Épicerie du Quai");
        assertThat(page.getByText("Quelque chose vient de changer")).isVisible();
        assertThat(grocer).containsText("Le prix a augmenté\u00a0: 4,35\u00a0€ → 4,50\u00a0€");
        assertThat(grocer).containsText("N’est plus proposé par la boutique");
        assertThat(grocer).containsText("L’article a changé de conditionnement");
        assertThat(till(page, "Librairie des Arches")).containsText("Cette boutique est fermée en ce moment");
        assertThat(relay.posts).isZero();

        press(page);
        assertThat(page.locator("#mistakes"))
                .containsText("Épicerie du Quai\u00a0: acceptez ou retirez ce qui a changé.");
        grocer.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Confiture"))
                .getByText("Accepter")
                .click();
        grocer.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Vin de pays"))
                .getByRole(AriaRole.GROUP)
                .getByText("Retirer")
                .click();
        grocer.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Tomme"))
                .getByText("Accepter")
                .click();
        assertThat(grocer.locator(".sums .total")).containsText("13,50\u00a0€");
        press(page);
        assertThat(page).hasURL(Pattern.compile("/fr/orders$"));
        assertThat(page.getByText("Arrivée à la boutique")).hasCount(2);
        assertThat(only(tills.grocer).total().minorUnits()).isEqualTo(1_350);
        assertThat(tills.bookshop.orders).isEmpty();
        go(page, "/fr/basket");
        assertThat(till(page, "Librairie des Arches")).containsText("Le Pont de bois");
    }

    @Test
    void whatOneShopIsNotSentStaysInTheBasketWithASentence() {
        allowed.add("404");
        relay.unknown.add(tills.bookshop.shop.did());
        var page = window(PHONE);
        fillStory(page);
        answerEverything(page);
        press(page);
        assertThat(page.getByText("2 commandes sont parties")).isVisible();
        assertThat(till(page, "Librairie des Arches"))
                .containsText("Ce marché ne transmet pas de commandes à cette boutique");
        assertThat(page.locator(".tills > .till")).hasCount(1);
        page.getByText("Voir mes commandes").click();
        assertThat(page.locator(".ordered")).hasCount(2);
        assertThat(tills.bookshop.orders).isEmpty();
        only(tills.bakery);
        only(tills.grocer);
    }

    @Test
    void neitherHasteNorAnotherTabNorALostAnswerMakesASecondOrder() {
        allowed.add("ERR_FAILED");
        var page = window(DESK);
        go(page, "/fr/shops/" + tills.bakery.shop.did());
        button(page, "Ajouter au panier Croissant au beurre").click();
        assertThat(page.locator(".toast")).containsText("Ajouté au panier");
        go(page, "/fr/basket");
        slot(page, "Fournil du Pont", "2026-11-20T07:15:00Z");
        page.getByRole(AriaRole.CHECKBOX).check();
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Courriel").fill("agnes@exemple.fr");
        page.reload();
        assertThat(page.getByLabel("Nom")).hasValue("Agnès Martin");
        var other = page.context().newPage();
        other.clock().setFixedTime(Date.from(FakeWeb.NOW.plusSeconds(30)));
        go(other, "/fr/basket");
        assertThat(other.locator(".to-basket")).hasAttribute("aria-label", "Panier 1 (articles)");

        relay.losing = true;
        button(page, "Commande avec obligation de paiement").dblclick();
        assertThat(page).hasURL(Pattern.compile("/fr/orders$"));
        assertThat(page.getByText("Pas encore partie")).isVisible();
        assertThat(other.getByText("Votre panier est vide")).isVisible();
        page.goBack();
        assertThat(page.getByText("Votre panier est vide")).isVisible();
        relay.losing = false;
        go(page, "/fr/orders");
        assertThat(page.getByText("Arrivée à la boutique")).isVisible();
        only(tills.bakery);
        assertThat(relay.kept).hasSize(1);
    }

    @Test
    void anOrderIsFollowedAnsweredChangedAndCancelledAlsoInAnotherBrowser() throws Exception {
        var page = window(DESK);
        relay.reaching = false;
        add(page, tills.grocer, tills.jam);
        add(page, tills.grocer, tills.wine);
        go(page, "/fr/basket");
        slot(page, "Épicerie du Quai", "2026-11-19T10:00:00Z");
        page.getByRole(AriaRole.CHECKBOX).check();
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Téléphone").fill("06 12 34 56 78");
        press(page);
        assertThat(page.getByText("En attente de la boutique")).isVisible();
        relay.deliver();
        assertThat(page.getByText("Arrivée à la boutique")).isVisible();

        var order = only(tills.grocer);
        var changed = tills.grocer.reply(order, "changed").put("total", 1_640);
        changed.putArray("changes")
                .addObject()
                .put("line", 0)
                .put("what", "price")
                .put("was", 435)
                .put("now", 450);
        relay.answer(order, tills.grocer.answer(order, changed));
        button(page, "Accepter et commander à 16,40").click();
        assertThat(page.getByText("Vous avez accepté")).isVisible();
        page.waitForCondition(() -> relay.posts == 2);
        relay.deliver();
        var agreed = tills.grocer.words.getFirst();
        assertThat(agreed.kind()).isEqualTo(LaterWord.Kind.AGREE);
        assertThat(agreed.answer()).isEqualTo(1);
        assertThat(agreed.order()).isEqualTo(order.id());

        var accepted = tills.grocer.reply(order, "accepted").put("total", 1_640).put("message", "À tout à l’heure.");
        accepted.putObject("transfer")
                .put("holder", "Épicerie du Quai")
                .put("iban", "FR7630006000011234567890189")
                .put("amount", 1_640)
                .put("reference", "A-17")
                .put("epc", "BCD\n002\n1\nSCT\n\nÉpicerie du Quai\nFR7630006000011234567890189\nEUR16.40\n\n\nA-17");
        relay.answer(order, tills.grocer.answer(order, accepted));
        assertThat(page.getByText("À tout à l’heure.")).isVisible();
        assertThat(page.locator("svg.qr")).isVisible();
        assertThat(page.getByText("FR76\u00a03000")).isVisible();

        button(page, "Lien de reprise").click();
        String link = page.getByLabel("Lien de reprise de cette commande").inputValue();
        var elsewhere = window(PHONE);
        elsewhere.navigate(link);
        assertThat(elsewhere.getByText("La commande a été reprise dans ce navigateur."))
                .isVisible();
        assertThat(elsewhere.getByText("À tout à l’heure.")).isVisible();
        assertThat(elsewhere.url()).doesNotContain("#r=");
        button(elsewhere, "Annuler").click();
        button(elsewhere, "Oui, annuler").click();
        assertThat(elsewhere.getByText("Vous avez demandé l’annulation")).isVisible();
        elsewhere.waitForCondition(() -> relay.posts == 3);
        relay.deliver();
        assertThat(tills.grocer.words)
                .anyMatch(word -> word.kind() == LaterWord.Kind.CANCEL && word.number() > agreed.number());
    }

    @Test
    void booksAreWithdrawnInTwoStepsAndPerishableGoodsAreNot() throws Exception {
        var page = window(DESK);
        add(page, tills.bakery, tills.croissant);
        add(page, tills.bakery, tills.sandwich);
        go(page, "/fr/basket");
        slot(page, "Fournil du Pont", "2026-11-20T07:15:00Z");
        page.getByRole(AriaRole.CHECKBOX).check();
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Téléphone").fill("06 12 34 56 78");
        press(page);
        assertThat(page.getByText("Arrivée à la boutique")).isVisible();
        var order = only(tills.bakery);
        var completed = tills.bakery
                .reply(order, "completed")
                .put("withdrawUntil", FakeWeb.NOW.plusSeconds(14 * 86_400).toString());
        relay.answer(order, tills.bakery.answer(order, completed));
        button(page, "Se rétracter du contrat ici").click();
        assertThat(page.getByText("pas de rétractation\u00a0: denrée périssable"))
                .isVisible();
        assertThat(page.getByRole(AriaRole.CHECKBOX).first()).isDisabled();
        button(page, "Confirmer la rétractation").click();
        assertThat(page.getByText("Vous avez déclaré votre rétractation le jeudi 19 novembre"))
                .isVisible();
        page.waitForCondition(() -> relay.posts == 2);
        assertThat(tills.bakery.words).singleElement().satisfies(word -> {
            assertThat(word.kind()).isEqualTo(LaterWord.Kind.WITHDRAW);
            assertThat(word.lines()).containsExactly(1);
        });
        var withdrawn = tills.bakery.reply(order, "withdrawn");
        relay.answer(order, tills.bakery.answer(order, withdrawn));
        assertThat(page.getByText("La boutique en a accusé réception le")).isVisible();
    }

    @Test
    void anEnglishShopperOrdersByWeightAndKindWithTheKeyboardAlone() {
        var page = window(DESK);
        go(page, "/en/shops/" + tills.grocer.shop.did() + "/" + tills.cheese);
        tabTo(page, "buy-count");
        page.keyboard().type("350");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast")).containsText("Added to your basket: Tomme de brebis");
        go(page, "/en/shops/" + tills.grocer.shop.did() + "/" + tills.soap);
        tabTo(page, "buy-kind");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast")).containsText("Savon d’Alep");
        go(page, "/en/basket");
        assertThat(page.locator("#overall")).hasText("€14.40");
        tabTo(page, "slot-" + tills.grocer.shop.did());
        page.keyboard().press("ArrowDown");
        tabTo(page, "accept-" + tills.grocer.shop.did());
        page.keyboard().press("Space");
        tabTo(page, "contact-name");
        page.keyboard().type("Ann");
        tabTo(page, "contact-email");
        page.keyboard().type("ann@example");
        tabTo(page, "order");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Arrived at the shop")).isVisible();
        var order = only(tills.grocer);
        assertThat(order.lang()).isEqualTo(Language.EN);
        assertThat(order.total().minorUnits()).isEqualTo(1_440);
        assertThat(order.lines())
                .extracting(line -> line.variant() + line.quantity())
                .containsExactly("350", "l1");
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 90; i++) {
            if (page.evaluate("() => document.activeElement.id").equals(id)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not come to " + id);
    }

    @Test
    void withoutScriptsThePagesSayHowToOrderOtherwise() {
        var page = chromium.window(DESK, false);
        go(page, "/fr/basket");
        assertThat(page.getByText("appelez la boutique ou passez la voir")).isVisible();
        go(page, "/en/orders");
        assertThat(page.getByText("The shop knows your order: call it.")).isVisible();
        go(page, "/fr/shops/" + tills.grocer.shop.did() + "/" + tills.soap);
        assertThat(page.locator("form.buy")).isHidden();
    }

    @Test
    void neitherPageKeepsAnybodyOutInEitherTheme() throws Exception {
        var axe = NodeScripts.installed("web").folder().resolve("node_modules/axe-core/axe.min.js");
        var violations = new ArrayList<String>();
        for (int width : new int[] {DESK, PHONE}) {
            newShops();
            var page = window(width);
            page.addInitScript(axe);
            fillStory(page);
            tills.grocer.resell(tills.jam, ThreeTills.product("Confiture de figues", 450, 550));
            page.reload();
            look(page, "basket", width, violations);
            press(page);
            look(page, "missing", width, violations);
            page.getByText("Accepter", new Page.GetByTextOptions().setExact(true))
                    .click();
            answerEverything(page);
            press(page);
            assertThat(page.getByText("Arrivée à la boutique")).hasCount(3);
            var order = only(tills.grocer);
            var accepted = tills.grocer.reply(order, "accepted").put("message", "À tout à l’heure.");
            accepted.putObject("transfer")
                    .put("holder", "Épicerie du Quai")
                    .put("iban", "FR7630006000011234567890189")
                    .put("amount", 1_640)
                    .put("reference", "A-17")
                    .put("epc", "BCD\n002\n1\nSCT\n\nÉpicerie du Quai\nFR7630006000011234567890189\nEUR16.40");
            relay.answer(order, tills.grocer.answer(order, accepted));
            assertThat(page.locator("svg.qr")).isVisible();
            button(page, "Écrire à la boutique").first().click();
            look(page, "orders", width, violations);
            page.context().close();
        }
        assertThat(violations).isEmpty();
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
