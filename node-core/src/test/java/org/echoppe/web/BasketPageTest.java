package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.orders.Pricing;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.Payment;
import org.echoppe.records.Price;
import org.echoppe.records.ShopStatus;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.junit.jupiter.api.Test;

/** From the basket to three orders, each opened by its own till. */
class BasketPageTest extends AtTheTills {
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

    @Test
    void whatTheShopHasChangedIsSaidLineByLineBeforeAnythingIsSent() {
        allowed.add("404");
        var page = window(DESK);
        fillStory(page);
        add(page, tills.grocer, tills.cheese);
        go(page, "/fr/basket");
        answerEverything(page);
        // 4.27 and its VAT of 5.5 %
        var withoutVat = new Price(new Money(427, Money.EUR), OptionalInt.of(550), false);
        tills.grocer.resell(
                tills.jam, ThreeTills.product("Confiture de figues", 450, 550).withPrice(withoutVat));
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
    void whatOneShopSignsInAnotherFormKeepsNobodyFromTheOthers() {
        var page = window(DESK);
        fillStory(page);
        var strange = Map.<String, Ipld>of("test", new Ipld.Bool(true), "variants", new Ipld.Fields(Map.of()));
        tills.grocer
                .shop
                .records()
                .put(Collections.keyOf(Collections.PRODUCT, tills.jam), DagCbor.block(new Ipld.Fields(strange)));
        web.market.publish(tills.grocer.shop, FakeWeb.NOW.minusSeconds(5));
        page.route(
                "**/api/v1/merchants/" + tills.bakery.shop.did() + "/handover",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"zone\":\"Europe/Paris\",\"slots\":[{\"from\":\"x\",\"to\":\"x\"}]}")));
        page.reload();
        assertThat(till(page, "Épicerie du Quai")).containsText("N’est plus proposé par la boutique");
        var bakery = page.locator(".till")
                .filter(new Locator.FilterOptions().setHasText("Ce que cette boutique a publié ne peut pas être lu"));
        assertThat(bakery).containsText("Croissant au beurre");
        assertThat(bakery.getByText("Tout retirer")).isVisible();
        assertThat(till(page, "Librairie des Arches").locator(".sums .total")).isVisible();
        assertThat(button(page, "Commande avec obligation de paiement")).isVisible();
    }

    @Test
    void whatWasAddedIsSaidInAPlaceThatWasThereAndLeavesNobodyWhoIsOnIt() {
        String name = "Sirop $& d’orgeat עברית";
        var syrup = tills.grocer.sell(ThreeTills.product(name, 500, 550));
        tills.grocer.publish();
        var page = chromium.window(DESK, true);
        page.clock().install(new Clock.InstallOptions().setTime(Date.from(FakeWeb.NOW.plusSeconds(30))));
        go(page, "/fr/shops/" + tills.grocer.shop.did() + "/" + syrup);
        assertThat(page.locator(".toast")).not().hasCSS("display", "none");
        button(page, "Ajouter au panier").click();
        assertThat(page.locator(".toast span")).hasText("Ajouté au panier\u00a0: " + name);
        assertThat(page.locator(".toast bdi")).hasText(name);
        page.locator(".toast a").focus();
        page.clock().runFor(17_000);
        assertThat(page.locator(".toast a")).isFocused();
        page.locator(".brand").focus();
        page.clock().runFor(9_000);
        assertThat(page.locator(".toast")).isEmpty();
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
    void whoWantsNobodyInBetweenIsOfferedTheShopsOwnSiteAndTheBasketGoesAlong() {
        tills.bookshop.rename(tills.bookshop.profile().withWebUrl("https://arches.exemple.fr"));
        tills.grocer.rename(tills.grocer.profile().withWebUrl("https://192.168.1.7:8443"));
        var page = window(DESK);
        fillStory(page);
        assertThat(page.locator(".direct")).hasCount(1);
        var link = till(page, "Librairie des Arches").getByText("commandez sur son propre site, arches.exemple.fr");
        String there = link.getAttribute("href");
        assertThat(there).startsWith("https://arches.exemple.fr/fr/basket#b=");

        var other = window(PHONE);
        for (int twice = 0; twice < 2; twice++) {
            go(other, "/fr/shops");
            go(other, there.substring(there.indexOf("/fr/")));
            assertThat(other.getByText("voici ce que vous aviez choisi chez Librairie des Arches"))
                    .isVisible();
        }
        assertThat(other).hasURL(Pattern.compile("/fr/basket$"));
        assertThat(till(other, "Librairie des Arches").locator(".sums")).containsText("21,40\u00a0€");
        go(other, "/fr/shops");
        go(other, "/fr/basket#b=bm90aGluZw");
        assertThat(other.getByText("Ce lien n’a rien apporté")).isVisible();
    }

    @Test
    void aCrowdedRelayAsksForALittleWorkAndAFullOneIsSaidToBe() {
        allowed.addAll(Set.of("429", "507"));
        var page = window(DESK);
        add(page, tills.grocer, tills.jam);
        go(page, "/fr/basket");
        slot(page, "Épicerie du Quai", "2026-11-19T10:00:00Z");
        page.getByRole(AriaRole.CHECKBOX).check();
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Téléphone").fill("06 12 34 56 78");
        relay.bits = 14;
        page.evaluate("""
                () => {
                  globalThis.heard = [];
                  new MutationObserver(() => globalThis.heard.push(document.querySelector('.summary [role=status]')?.textContent))
                    .observe(document.querySelector('.basket'), { childList: true, subtree: true });
                  addEventListener('pagehide', () => sessionStorage.setItem('heard', globalThis.heard.join('|')));
                }""");
        press(page);
        assertThat(page).hasURL(Pattern.compile("/fr/orders$"));
        assertThat(page.getByText("Arrivée à la boutique")).isVisible();
        assertThat(page.evaluate("() => sessionStorage.getItem('heard')").toString())
                .contains("votre ordinateur fait d’abord un petit calcul… 0\u00a0%");
        only(tills.grocer);

        relay.bits = 0;
        relay.refusing = 507;
        add(page, tills.grocer, tills.wine);
        go(page, "/fr/basket");
        slot(page, "Épicerie du Quai", "2026-11-19T10:00:00Z");
        page.getByRole(AriaRole.CHECKBOX).check();
        press(page);
        assertThat(page.getByText("Ce marché n’a plus de place")).isVisible();
        relay.refusing = 0;
        page.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(page.getByText("Arrivée à la boutique")).hasCount(2);
    }
}
