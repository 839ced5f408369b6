package org.echoppe.node;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echoppe.node.StoryShop.ware;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Did;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.desk.Till;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** With automatic acceptance on, the last piece is promised once, to whoever was first: in the browser, at the API, at the counter. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LastPieceTest {
    private static final int CAKES = 5;
    private static final int TARTS = 100;
    private static final ZoneId LYON = ZoneId.of("Europe/Paris");
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static final MovedClock CLOCK = new MovedClock();
    private static final Browser PROGRAM = new Browser();
    private static StoryShop pastry;
    private static StoryShop street;
    private static Node shop;
    private static Node relay;
    private static String door;
    private static String window;

    @BeforeAll
    static void oneShopAndItsNeighbour() {
        var goods = new ArrayList<ProductDraft>();
        for (int i = 0; i < CAKES; i++) {
            goods.add(ware("Charlotte " + i, "21,00", "5,5", "1"));
        }
        for (int i = 0; i < TARTS; i++) {
            goods.add(ware("Tarte " + i, "18,00", "5,5", "1"));
        }
        pastry = StoryShop.make(
                folder.resolve("shop"),
                Map.of(ShopField.NAME, "Pâtisserie du Parc", ShopField.PICKUP_SLOT_MINUTES, "15"),
                goods);
        street = StoryShop.make(
                folder.resolve("relay"), Map.of(ShopField.NAME, "Droguerie"), List.of(ware("Clou", "0,10", "20", "9")));
        shop = pastry.open(CLOCK);
        shop.remember("orders.auto", "true");
        shop.remember("orders.auto.perHour", "1000");
        shop.remember("orders.auto.perRelay", "1000");
        var places = shop.start();
        door = places.web();
        relay = street.open(CLOCK);
        window = relay.start().web();
        relay.peers().add(places.peer(), did());
        await().atMost(SOON)
                .until(() -> PROGRAM.json(window + "/api/v1/listings?size=1")
                                .path("total")
                                .intValue()
                        == CAKES + TARTS + 1);
    }

    @AfterAll
    static void close() {
        if (relay != null) {
            relay.close();
            shop.close();
        }
    }

    private static Did did() {
        return shop.identity().did();
    }

    // ---- two browsers

    /** Three times at the shop's own window, twice one of them at a neighbour's. */
    @Test
    @Order(1)
    void ofTwoBrowsersThatOrderAtTheSameInstantOneHasItAndTheOtherIsTold() {
        try (var chromium = Chromium.start()) {
            var pages = List.of(chromium.window(1_280, true), chromium.window(390, true));
            for (int round = 0; round < CAKES; round++) {
                var windows = List.of(door, round < 3 ? door : window);
                for (int i = 0; i < 2; i++) {
                    fill(pages.get(i), windows.get(i), "Charlotte " + round);
                }
                long instant = System.currentTimeMillis() + 700;
                pages.forEach(page -> page.evaluate(
                        "at => { setTimeout(() => document.getElementById('order').click(), at - Date.now()); }",
                        Long.toString(instant)));
                long winners = pages.stream().filter(LastPieceTest::hasIt).count();
                assertThat(winners).as("round %d", round).isEqualTo(1);
                assertThat(pastry.stock(shop, "Charlotte " + round)).isZero();
            }
        }
    }

    private static void fill(Page page, String at, String name) {
        page.navigate(at + "/fr/shops/" + did() + "/" + pastry.key(name));
        page.evaluate("() => localStorage.removeItem('echoppe.basket')");
        page.locator("form.buy button").click();
        assertThat(page.locator(".toast")).containsText("Ajouté au panier");
        page.navigate(at + "/fr/basket");
        page.getByLabel("Quand passerez-vous").selectOption(tomorrow(8, 15).toString());
        page.getByRole(AriaRole.CHECKBOX).check();
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Courriel").fill("agnes@exemple.fr");
    }

    /** Whether the order is accepted; else the page says why not, before it is sent or after. */
    private static boolean hasIt(Page page) {
        var state = page.locator(".ordered").first().locator(".state span");
        await().pollInSameThread().atMost(SOON).ignoreExceptions().until(() -> {
            if (page.url().endsWith("/fr/orders")) {
                page.evaluate("() => dispatchEvent(new Event('online'))");
            }
            return page.getByText("Épuisé en ce moment.").count() > 0
                    || (state.count() > 0
                            && List.of("Acceptée", "Plus disponible").contains(state.textContent()));
        });
        if (page.url().endsWith("/fr/basket") || state.textContent().equals("Acceptée")) {
            return page.url().endsWith("/fr/orders");
        }
        assertThat(page.locator(".ordered").first()).containsText("Rien n’est commandé, rien n’est dû.");
        assertThat(page.locator(".ordered").first()).containsText("il n’en reste plus");
        return false;
    }

    // ---- the API and the counter

    @Test
    @Order(2)
    void ofTwoOrdersAndASaleAtTheCounterOneHasItAHundredTimes() throws Exception {
        int byOrder = 0;
        int contested = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < TARTS; round++) {
                if (round % 20 == 0) {
                    // what one address may leave is counted by the clock
                    CLOCK.pass(Duration.ofMinutes(11));
                }
                byOrder += race(threads, round);
                contested += round % 2;
            }
        }
        assertThat(byOrder)
                .as("rounds that an order has won: all without a sale, and more")
                .isBetween(TARTS - contested, TARTS);
    }

    /**
     * Every other round somebody at the counter wants it too, who first looks at the shelf up to nine times.
     *
     * @return how many orders were accepted
     */
    private static int race(ExecutorService threads, int round) throws Exception {
        String tart = "Tarte " + round;
        boolean counter = round % 2 == 1;
        var shoppers = List.of(new FakeShopper(), new FakeShopper());
        var envelopes =
                shoppers.stream().map(shopper -> envelope(shopper, tart)).toList();
        var together = new CyclicBarrier(counter ? 3 : 2);
        var contenders = new ArrayList<Callable<Boolean>>();
        envelopes.forEach(envelope -> contenders.add(() -> post(together, envelope)));
        if (counter) {
            contenders.add(() -> sell(together, tart, round % 20 / 2));
        }
        var results = threads.invokeAll(contenders);
        boolean sold = counter && results.getLast().get();
        for (var result : results) {
            result.get();
        }
        int accepted = 0;
        for (int i = 0; i < 2; i++) {
            var state = shop.orders().find(shoppers.get(i).id()).orElseThrow().state();
            assertThat(state).as(tart).isIn(OrderState.ACCEPTED, OrderState.CHANGED);
            accepted += state == OrderState.ACCEPTED ? 1 : 0;
            assertThat(told(shoppers.get(i), envelopes.get(i)))
                    .as("what the shopper reads")
                    .isEqualTo(state.code());
        }
        assertThat(accepted + (sold ? 1 : 0)).as("%s is sold once", tart).isEqualTo(1);
        assertThat(pastry.stock(shop, tart)).isZero();
        return accepted;
    }

    private static Envelope envelope(FakeShopper shopper, String tart) {
        var product = pastry.product(shop, tart);
        var wish = new FakeShopper.Wish(product.key(), product.publishedCid().orElseThrow(), "", 1);
        var order = shopper.order(did(), FakeShopper.profile(shop.repositories(), did()), List.of(wish), 1_800, now());
        order.putObject("fulfilment")
                .put("kind", "pickup")
                .put("from", tomorrow(8, 15).toString())
                .put("to", tomorrow(8, 30).toString());
        return shopper.envelope(order, shop.identity().encryptionKey());
    }

    private static boolean post(CyclicBarrier together, Envelope envelope) throws Exception {
        together.await();
        var answer = PROGRAM.post(door + "/api/v1/envelopes", Envelope.TYPE, envelope.toJson());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return true;
    }

    private static boolean sell(CyclicBarrier together, String tart, int looks) throws Exception {
        together.await();
        for (int i = 0; i < looks; i++) {
            PROGRAM.json(door + "/api/v1/listings/" + did() + "/" + pastry.key(tart));
        }
        try {
            shop.till().sell(tart, List.of(new Till.Piece(pastry.key(tart), Optional.empty(), 1)), "cash");
            return true;
        } catch (Rejected e) {
            assertThat(e).hasMessageContaining("stock-too-small");
            return false;
        }
    }

    private static String told(FakeShopper shopper, Envelope envelope) {
        String one = door + "/api/v1/envelopes/" + envelope.id();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(SOON)
                .until(() -> PROGRAM.json(one).path("answers").size() == 1);
        try {
            var answer = Answer.read(PROGRAM.json(one).path("answers").get(0).asString());
            return JSON.readTree(shopper.open(answer).json()).path("state").asString();
        } catch (org.echoppe.identity.BadEnvelope e) {
            throw new AssertionError(e);
        }
    }

    private static Instant now() {
        return CLOCK.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    private static Instant tomorrow(int hour, int minute) {
        return CLOCK.instant()
                .atZone(LYON)
                .toLocalDate()
                .plusDays(1)
                .atTime(hour, minute)
                .atZone(LYON)
                .toInstant();
    }
}
