package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.orders.OrderFilter;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The orders screen in every state, by its keys; the pictures stay in target/screens to be looked at. */
class OrdersScreensTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void ordersAreDrawnAnsweredAndSold(Guise guise) {
        var shop = Street.shop();
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK, 1280, 800, Screen.ORDERS)) {
            window.see(".empty");
            window.picture("orders-empty-" + guise);
            comes(window, shop, guise);
            answers(window, shop, guise);
            reads(window, shop);
            tells(window, shop, guise);
            waitsForMoney(window, shop, guise);
            sells(window, shop, guise);
            fails(window, shop, guise);
        }
    }

    /** Orders come while the window is open: a bell, a notice, a number on the rail. */
    private static void comes(TestWindow window, FakeShop shop, Guise guise) {
        shop.orders.fill();
        shop.tell();
        window.read("Agnès Martin");
        await().until(() -> shop.orders.rung.get() == 1);
        window.see("#orders-badge");
        window.picture("orders-full-" + guise);
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.keyboardIn("#search-orders");
        window.write("comte");
        var list = (ListView<?>) window.see("#orders");
        await().until(() -> list.getItems().size() < 8 && !list.getItems().isEmpty());
        window.write("ARR");
        await().until(() -> list.getItems().isEmpty());
        window.read(guise.isFrench() ? "Aucune commande ne correspond" : "No order matches");
        window.picture("orders-none-" + guise);
        assertThat(shop.orders.done).as("letters in a field are words").isEmpty();
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.DELETE);
        window.press(KeyCode.DOWN);
        window.keyboardIn("#orders");
    }

    private static void answers(TestWindow window, FakeShop shop, Guise guise) {
        window.press(KeyCode.ENTER);
        window.see("#order-goods");
        window.picture("order-answer-" + guise);
        window.press(KeyCode.L);
        window.keyboardIn("#part-0");
        window.picture("order-part-" + guise);
        window.press(KeyCode.ESCAPE);
        await().until(() -> !window.shows("#part-0"));
        window.fire("#act-decline");
        window.keyboardIn("#reason");
        window.click("#reason-1");
        window.picture("order-decline-" + guise);
        window.press(KeyCode.ESCAPE);
        window.gone(guise.isFrench() ? "Pourquoi la refuser" : "Why decline it");
        window.focus("#orders");
        window.press(KeyCode.A);
        await().until(() -> shop.orders.done.contains("accept []"));
        window.see("#act-ready");
        shop.orders.askToCancel(SampleOrders.id(1), "J’aimerais annuler cette commande.");
        window.see("#order-decide");
        window.read(guise.isFrench() ? "Annulation demandée" : "Wants to cancel");
        window.picture("order-cancel-asked-" + guise);
        window.press(KeyCode.P);
        await().until(() -> shop.orders.done.contains("ready"));
        window.see("#act-hand-over");
        window.press(KeyCode.H);
        window.keyboardIn("#ask-yes");
        window.picture("order-hand-over-" + guise);
        window.click("#invoice-company");
        window.keyboardIn("#company-name");
        window.write("Études Martin SARL");
        window.type("#company-vat", "FR32823456789");
        window.picture("order-company-" + guise);
        window.fire("#ask-yes");
        await().until(() -> shop.orders.done.contains("complete Études Martin SARL FR32823456789"));
        window.press(KeyCode.ESCAPE);
        await().until(() -> !window.shows("#order-goods"));
    }

    /** An order to be paid by transfer: something is missing, it is brought all the same, and the money comes later. */
    private static void waitsForMoney(TestWindow window, FakeShop shop, Guise guise) {
        open(window, "W4D");
        window.press(KeyCode.A);
        window.see("#act-ship");
        window.press(KeyCode.T);
        window.keyboardIn("#back-0");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.write("1");
        window.read(guise.isFrench() ? "Enlever 9,50" : "Take off €9.50");
        window.picture("order-give-less-" + guise);
        window.press(KeyCode.ESCAPE);
        window.keyboardIn("#orders");
        window.see("#act-ship");
        window.press(KeyCode.E);
        await().until(() -> shop.orders.done.contains("ship"));
        window.press(KeyCode.H);
        window.see("#ask-unpaid");
        window.picture("order-unpaid-" + guise);
        window.fire("#ask-unpaid");
        await().until(() -> shop.orders.done.contains("complete unpaid"));
        window.read(guise.isFrench() ? "virement attendu" : "transfer to come");
        window.press(KeyCode.J);
        window.keyboardIn("#ask-yes");
        window.picture("order-write-off-" + guise);
        window.fire("#ask-yes");
        window.read(guise.isFrench() ? "jamais payée" : "never paid");
        window.picture("order-written-off-" + guise);
        window.press(KeyCode.W);
        await().until(() -> shop.orders.done.contains("await again"));
        window.read(guise.isFrench() ? "virement attendu" : "transfer to come");
        window.press(KeyCode.V);
        window.keyboardIn("#received");
        window.picture("order-paid-" + guise);
        window.fire("#ask-yes");
        await().until(() -> shop.orders.done.contains("paid 3058"));
        window.press(KeyCode.ESCAPE);
    }

    /** A reader's letters are no keys, and the code on a slip brings up its order. */
    private static void reads(TestWindow window, FakeShop shop) {
        int before = shop.orders.done.size();
        window.scan("W4D-7HA");
        window.read("Karim Benali");
        window.see("#order-goods");
        window.read("karim.benali@example.org");
        assertThat(shop.orders.done).hasSize(before);
        window.press(KeyCode.ESCAPE);
    }

    /** A changed order with its reasons, a message, a refund, one whose shopper is forgotten. */
    private static void tells(TestWindow window, FakeShop shop, Guise guise) {
        open(window, "vidal");
        window.read(guise.isFrench() ? "à la commande" : "when ordered");
        window.picture("order-changed-" + guise);
        window.press(KeyCode.M);
        window.keyboardIn("#message");
        window.write("Oui, à partir de 11 h 30.");
        window.picture("order-message-" + guise);
        window.click("#send");
        window.read(guise.isFrench() ? "Vous avez écrit" : "You wrote");
        window.press(KeyCode.ESCAPE);
        open(window, "garnier");
        window.see("#act-refund");
        window.press(KeyCode.B);
        window.keyboardIn("#reason");
        window.picture("order-refund-" + guise);
        window.write("Merci de votre patience");
        window.fire("#ask-yes");
        await().until(() -> shop.orders.done.contains("refund Merci de votre patience"));
        window.press(KeyCode.ESCAPE);
        takesBack(window, shop, guise);
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.DELETE);
        window.click("#filter-over");
        var main = ((WindowModel.Phase.Open) window.model.phaseProperty().get()).model();
        assertThat(main.orders().filterProperty().get()).isEqualTo(OrderFilter.OVER);
        window.clickWords(guise.isFrench() ? "Client effacé" : "Customer erased");
        window.see("#order-person");
        window.see("#kept-paper");
        window.picture("order-erased-" + guise);
        window.press(KeyCode.ESCAPE);
        window.click("#filter-open");
    }

    /** One of two croissants was burnt: the money for it goes back. */
    private static void takesBack(TestWindow window, FakeShop shop, Guise guise) {
        open(window, "5TN");
        window.press(KeyCode.T);
        window.keyboardIn("#back-0");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.write("3");
        window.see("#order-asking .problem");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.write("1");
        window.read(guise.isFrench() ? "J’ai rendu 1,20" : "paid back €1.20");
        window.click("#reason-1");
        window.picture("order-take-back-" + guise);
        window.fire("#ask-yes");
        await().until(() -> shop.orders.done.stream().anyMatch(one -> one.startsWith("back [1, 0]")));
        window.fx(() -> {
            ((WindowModel.Phase.Open) window.model.phaseProperty().get())
                    .model()
                    .orders()
                    .order()
                    .forget();
            return true;
        });
        window.read("F2026-000118.");
        var told = window.see("#privacy-done");
        window.fx(() -> {
            Layout.reveal(told);
            return true;
        });
        window.picture("order-forgotten-" + guise);
        window.press(KeyCode.ESCAPE);
    }

    /** At 150 % not every order is on the screen: it is looked for. */
    private static void open(TestWindow window, String name) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.keyboardIn("#search-orders");
        window.write(name);
        var list = (ListView<?>) window.see("#orders");
        await().until(() -> list.getItems().size() == 1);
        window.press(KeyCode.DOWN);
        window.keyboardIn("#orders");
        window.press(KeyCode.ENTER);
        window.see("#order-goods");
    }

    private static void sells(TestWindow window, FakeShop shop, Guise guise) {
        shop.goods.values().forEach(fields -> {
            if ("Croissant au beurre".equals(fields.get("name"))) {
                fields.put("gtin", "3017620422003");
            }
        });
        window.focus("#orders");
        window.press(KeyCode.C);
        window.keyboardIn("#counter-find");
        window.picture("counter-empty-" + guise);
        window.scan("3017620422003");
        window.see("#amount-0");
        window.scan("3017620422003");
        window.write("pain");
        window.see("#counter-found");
        window.picture("counter-found-" + guise);
        window.press(KeyCode.ENTER);
        window.see("#amount-1");
        window.type("#counter-given", "3");
        window.read(guise.isFrench() ? "Il manque" : "is missing");
        window.type("#counter-given", "20");
        window.read(guise.isFrench() ? "À rendre" : "Change:");
        assertThat(window.fx(window.model::hasUnsaved))
                .as("closing would lose the sale")
                .isTrue();
        window.picture("counter-" + guise);
        window.press(KeyCode.ENTER);
        window.see("#change-due");
        window.see("#receipt-T2026-000001");
        assertThat(window.fx(window.model::hasUnsaved)).isFalse();
        window.picture("counter-sold-" + guise);
        assertThat(shop.counter.sold).hasSize(1);
        window.see("#undo-sale");
        window.fx(() -> {
            ((WindowModel.Phase.Open) window.model.phaseProperty().get())
                    .model()
                    .orders()
                    .counter()
                    .undo();
            return true;
        });
        window.see("#print-undoing");
        window.see("#note-T2026-000001");
        window.picture("counter-undone-" + guise);
        window.focus("#next-sale");
        window.press(KeyCode.ENTER);
        window.keyboardIn("#counter-find");
        window.press(KeyCode.ESCAPE);
    }

    private static void fails(TestWindow window, FakeShop shop, Guise guise) {
        shop.broken = Rejected.because(Fault.SHOP_NOT_OPEN);
        shop.tell();
        window.see(".empty");
        window.picture("orders-trouble-" + guise);
        shop.broken = null;
    }
}
