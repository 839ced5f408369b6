package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Base64;
import java.util.Date;
import org.echoppe.orders.wire.LaterWord;
import org.echoppe.orders.wire.PlacedOrder;
import org.junit.jupiter.api.Test;

/** An order after it has left: followed, answered, changed, written about, withdrawn. */
class OrdersPageTest extends AtTheTills {
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
        assertThat(elsewhere.getByText("elle seule peut l’annuler")).isVisible();
        button(elsewhere, "Oui, le demander").click();
        assertThat(elsewhere.getByText("Vous avez demandé l’annulation")).isVisible();
        assertThat(elsewhere.getByText("c’est elle qui décide")).isVisible();
        elsewhere.waitForCondition(() -> relay.posts == 3);
        relay.deliver();
        assertThat(tills.grocer.words)
                .anyMatch(word -> word.kind() == LaterWord.Kind.CANCEL
                        && word.number() > agreed.number()
                        && word.text().equals("J’aimerais annuler cette commande."));
        var crossing = tills.grocer.reply(order, "accepted").put("cancelAsked", false);
        relay.answer(order, tills.grocer.answer(order, crossing.put("message", "Tout est prêt.")));
        var asked = tills.grocer.reply(order, "accepted").put("cancelAsked", true);
        relay.answer(order, tills.grocer.answer(order, asked.put("message", "Remboursé.")));
        lookAgain(elsewhere);
        assertThat(elsewhere.getByText("Remboursé.")).isVisible();
        assertThat(elsewhere.getByText("c’est elle qui décide")).isVisible();
        assertThat(elsewhere.getByText("la commande n’est pas annulée")).hasCount(0);
        var decided = tills.grocer.reply(order, "accepted").put("cancelAsked", false);
        relay.answer(order, tills.grocer.answer(order, decided.put("message", "Trop tard.")));
        lookAgain(elsewhere);
        assertThat(elsewhere.getByText("la commande n’est pas annulée")).isVisible();

        var handedOver =
                tills.grocer.reply(order, "completed").put("due", 1_205).put("paid", false);
        relay.answer(order, tills.grocer.answer(order, handedOver));
        lookAgain(elsewhere);
        assertThat(elsewhere.locator(".ordered .page-head .num")).containsText("12,05");
        assertThat(elsewhere.locator("svg.qr")).isVisible();
        relay.answer(
                order,
                tills.grocer.answer(
                        order,
                        tills.grocer.reply(order, "completed").put("paid", true).putNull("transfer")));
        lookAgain(elsewhere);
        assertThat(elsewhere.locator("svg.qr")).isHidden();
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
        var withdrawn = tills.bakery.reply(order, "completed");
        var acknowledged = withdrawn.putObject("withdrawal");
        acknowledged.put("at", FakeWeb.NOW.toString()).putArray("lines").add(1);
        acknowledged.putArray("refused");
        withdrawn.putObject("refund").put("amount", 590).put("fee", 0).put("at", FakeWeb.NOW.toString());
        relay.answer(order, tills.bakery.answer(order, withdrawn));
        assertThat(page.getByText("La boutique en a accusé réception le")).isVisible();
        assertThat(page.getByText("5,90\u00a0€ à vous rembourser")).isVisible();
        assertThat(button(page, "Se rétracter")).isHidden();
    }

    private Page orderedJam() {
        var page = window(DESK);
        add(page, tills.grocer, tills.jam);
        go(page, "/fr/basket");
        slot(page, "Épicerie du Quai", "2026-11-19T10:00:00Z");
        page.getByRole(AriaRole.CHECKBOX).check();
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Téléphone").fill("06 12 34 56 78");
        press(page);
        assertThat(page.getByText("Arrivée à la boutique")).isVisible();
        return page;
    }

    private void answer(PlacedOrder order, String state, String message) {
        var reply = tills.grocer.reply(order, state);
        if (!message.isEmpty()) {
            reply.put("message", message);
        }
        relay.answer(order, tills.grocer.answer(order, reply));
    }

    private static void lookAgain(Page page) {
        page.evaluate("() => dispatchEvent(new Event('online'))");
    }

    @Test
    void whatWasWrittenBothWaysStaysAndALaterMessageTakesNothingBack() throws Exception {
        var page = orderedJam();
        var order = only(tills.grocer);
        var accepted = tills.grocer.reply(order, "accepted").put("message", "À tout à l’heure.");
        accepted.putObject("transfer")
                .put("holder", "Épicerie du Quai")
                .put("iban", "FR7630006000011234567890189")
                .put("amount", 435)
                .put("reference", "A-17");
        relay.answer(order, tills.grocer.answer(order, accepted));
        lookAgain(page);
        assertThat(page.getByText("À tout à l’heure.")).isVisible();
        button(page, "Écrire à la boutique").click();
        page.getByLabel("Votre message à Épicerie du Quai").fill("Gardez-moi une caisse.");
        button(page, "Envoyer").click();
        assertThat(page.getByText("Votre message est en route")).isVisible();
        page.waitForCondition(() -> relay.posts == 2);
        assertThat(tills.grocer.words)
                .singleElement()
                .satisfies(word -> assertThat(word.text()).isEqualTo("Gardez-moi une caisse."));
        answer(order, "accepted", "C’est noté.");
        lookAgain(page);
        assertThat(page.locator("figure.said")).hasCount(3);
        assertThat(page.locator("figure.said.mine")).containsText("Gardez-moi une caisse.");
        assertThat(page.getByText("À tout à l’heure.")).isVisible();
        assertThat(page.getByText("FR76\u00a03000")).isVisible();
    }

    @Test
    void whereNothingIsLeftThereIsNothingToAgreeTo() {
        var page = orderedJam();
        var order = only(tills.grocer);
        var changed = tills.grocer.reply(order, "changed").put("total", 0);
        changed.putArray("lines")
                .addObject()
                .put("rkey", tills.jam.value())
                .put("name", "Confiture de figues")
                .put("quantity", 1)
                .put("accepted", 0)
                .put("unitPrice", 435)
                .put("total", 0);
        changed.putArray("changes")
                .addObject()
                .put("what", "stock")
                .put("line", 0)
                .put("was", "1")
                .put("now", "0");
        relay.answer(order, tills.grocer.answer(order, changed));
        lookAgain(page);
        assertThat(page.locator(".state")).containsText("Plus disponible");
        assertThat(page.getByText("Confiture de figues\u00a0: il n’en reste plus"))
                .isVisible();
        assertThat(button(page, "Accepter et commander")).hasCount(0);
    }

    @Test
    void whatMustBeChosenAnewLeadsBackToTheBasketAndIsNeverAgreedTo() {
        var page = orderedJam();
        var order = only(tills.grocer);
        var changed = tills.grocer.reply(order, "changed");
        changed.putArray("changes").addObject().put("what", "slot");
        relay.answer(order, tills.grocer.answer(order, changed));
        lookAgain(page);
        assertThat(page.getByText("ce créneau n’est plus libre")).isVisible();
        assertThat(button(page, "Accepter et commander")).hasCount(0);
        button(page, "Reprendre dans le panier").click();
        page.waitForURL("**/fr/basket");
        assertThat(page.getByLabel("Quantité de Confiture de figues")).hasValue("1");
        slot(page, "Épicerie du Quai", "2026-11-19T10:00:00Z");
        assertThat(button(page, "Commande avec obligation de paiement")).isVisible();
        assertThat(tills.grocer.words)
                .singleElement()
                .satisfies(word -> assertThat(word.kind()).isEqualTo(LaterWord.Kind.CANCEL));
    }

    @Test
    void oneMayWithdrawFromTheContractOnUntilFourteenDaysAfterTheGoodsCame() {
        var page = orderedJam();
        var order = only(tills.grocer);
        assertThat(button(page, "Se rétracter")).hasCount(0);
        answer(order, "accepted", "");
        lookAgain(page);
        assertThat(button(page, "Se rétracter")).isVisible();
        answer(order, "shipped", "");
        page.clock().setFixedTime(Date.from(FakeWeb.NOW.plusSeconds(20 * 86_400)));
        lookAgain(page);
        assertThat(page.locator(".state")).containsText("En route");
        button(page, "Se rétracter").click();
        assertThat(page.getByText("jusqu’à quatorze jours après la remise")).isVisible();
        var completed = tills.grocer
                .reply(order, "completed")
                .put("withdrawUntil", FakeWeb.NOW.plusSeconds(21 * 86_400).toString());
        relay.answer(order, tills.grocer.answer(order, completed));
        lookAgain(page);
        assertThat(page.locator(".state")).containsText("Terminée");
        assertThat(page.locator("[id^=withdraw-]")).hasCount(1);
        page.clock().setFixedTime(Date.from(FakeWeb.NOW.plusSeconds(22 * 86_400)));
        page.reload();
        assertThat(page.locator(".state")).containsText("Terminée");
        assertThat(page.locator("[id^=withdraw-]")).hasCount(0);
    }

    @Test
    void neitherALinkWithAHoleInItNorAnOrderThatCannotBeReadTakesTheOthersAway() {
        var page = orderedJam();
        String brief = """
            {"v":1,"i":"!","k":["a","b","c"],"r":["a","b","c"],"s":{"name":"B"},"q":[["e","h","order",0,"x"]],"w":[],\
            "g":[0,0,0,"EUR"],"h":{"kind":"pickup"}}""";
        go(page, "/fr/orders#r=" + Base64.getUrlEncoder().withoutPadding().encodeToString(brief.getBytes(UTF_8)));
        assertThat(page.getByText("Ce lien de reprise est incomplet")).isVisible();
        assertThat(page.locator(".ordered")).hasCount(1);
        assertThat(page.locator(".ordered")).containsText("Arrivée à la boutique");

        // as an earlier program kept it
        page.evaluate("""
            () => new Promise(done => {
              const request = indexedDB.open('echoppe', 1);
              request.onsuccess = () => {
                const transaction = request.result.transaction('orders', 'readwrite');
                transaction.objectStore('orders').put({ id: '!', shop: { name: 'Boutique B' }, letters: [], answers: [] });
                transaction.oncomplete = done;
              };
            })""");
        page.reload();
        assertThat(page.locator(".ordered")).hasCount(2);
        assertThat(page.getByText("Arrivée à la boutique")).isVisible();
        add(page, tills.grocer, tills.wine);
        go(page, "/fr/basket");
        assertThat(button(page, "Commande avec obligation de paiement")).isVisible();
        go(page, "/fr/orders");
        answer(only(tills.grocer), "accepted", "À tout à l’heure.");
        assertThat(page.getByText("À tout à l’heure.")).isVisible();
        var broken = page.locator(".broken");
        assertThat(broken).containsText("Boutique B");
        assertThat(broken).containsText("la boutique la connaît");
        broken.getByText("Oublier ici").click();
        broken.getByText("Oui, l’oublier").click();
        assertThat(page.locator(".ordered")).hasCount(1);
    }

    @Test
    void aPageThatDoesNotOpenSaysWhatIsSafe() {
        allowed.add("gone");
        var page = window(PHONE);
        page.addInitScript("IDBFactory.prototype.open = () => { throw new Error('gone'); }");
        go(page, "/fr/orders");
        assertThat(page.getByText("Vos commandes et leurs clés restent dans ce navigateur"))
                .isVisible();
        go(page, "/fr/basket");
        assertThat(page.getByText("doit pouvoir garder des données")).isVisible();
    }

    @Test
    void whatAShopSignsWithoutItsFormIsNoAnswer() {
        var page = orderedJam();
        var order = only(tills.grocer);
        relay.answer(
                order,
                tills.grocer.answer(order, tills.grocer.reply(order, "accepted").put("at", "x")));
        relay.answer(order, tills.grocer.answer(order, tills.grocer.reply(order, "x\"]")));
        relay.answer(
                order,
                tills.grocer.answer(order, tills.grocer.reply(order, "changed").put("changes", "x")));
        answer(order, "accepted", "À tout à l’heure.");
        lookAgain(page);
        assertThat(page.getByText("À tout à l’heure.")).isVisible();
        page.reload();
        assertThat(page.locator(".state")).containsText("Acceptée");
        assertThat(page.locator(".broken")).hasCount(0);
    }

    @Test
    void aStalePriceIsToldInMoney() {
        var page = orderedJam();
        var order = only(tills.grocer);
        var changed = tills.grocer.reply(order, "changed").put("total", 450);
        var changes = changed.putArray("changes");
        changes.addObject()
                .put("what", "price")
                .put("line", 0)
                .put("was", "435")
                .put("now", "450");
        changes.addObject().put("what", "total").put("was", "435").put("now", "450");
        relay.answer(order, tills.grocer.answer(order, changed));
        lookAgain(page);
        assertThat(page.getByText("le prix est 4,50\u00a0€ au lieu de 4,35\u00a0€"))
                .isVisible();
        assertThat(page.getByText("Total\u00a0: 4,50\u00a0€ au lieu de 4,35\u00a0€."))
                .isVisible();
    }

    @Test
    void aMarketThatDoesNotAnswerIsSaidToBeSilentUntilItDoes() {
        allowed.add("ERR_FAILED");
        var page = orderedJam();
        relay.offline = true;
        lookAgain(page);
        assertThat(page.getByText("Ce marché ne répond pas en ce moment.")).isVisible();
        relay.offline = false;
        answer(only(tills.grocer), "accepted", "");
        lookAgain(page);
        assertThat(page.locator(".state")).containsText("Acceptée");
        assertThat(page.getByText("Ce marché ne répond pas en ce moment.")).hasCount(0);
    }
}
