package org.echoppe.node;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.echoppe.node.StoryShop.ware;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.desk.ShopOrder;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * One basket, three tills: three nodes as they are installed, a browser at the window of one of them, and one shop that is
 * killed before it can answer.
 */
class ThreeTillsTest {
    private static final int DESK = 1_280;
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final ZoneId LYON = ZoneId.of("Europe/Paris");
    private static final String BAKERY = "Fournil du Pont";
    private static final String BOOKSHOP = "Librairie des Arches";
    private static final String GROCER = "Épicerie du Quai";

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private final Browser program = new Browser();
    /** Every envelope that the page sent. */
    private final List<byte[]> sent = new ArrayList<>();

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private StoryShop bread;
    private StoryShop books;
    private StoryShop food;
    private Node bakery;
    private Node grocer;
    private String grocersDoor;
    private NodeProcess firstLife;
    private String window;
    private Page page;

    @BeforeEach
    void theStreetOpens() {
        var chromium = opening(Chromium.start());
        page = chromium.window(DESK, true);
        bread = StoryShop.make(
                folder.resolve("bakery"),
                Map.of(
                        ShopField.NAME,
                        BAKERY,
                        ShopField.PICKUP_LEAD_MINUTES,
                        "30",
                        ShopField.PICKUP_SLOT_MINUTES,
                        "15"),
                List.of(
                        ware("Croissant au beurre", "1,20", "5,5", "24")
                                .with(ProductField.WITHDRAWAL, "excluded: denrée périssable"),
                        ware("Sandwich jambon beurre", "5,90", "10", "6")));
        books = StoryShop.make(
                folder.resolve("bookshop"),
                Map.of(ShopField.NAME, BOOKSHOP, ShopField.DELIVERY, "690*: 2.50"),
                List.of(
                        ware("Le Pont de bois", "8,90", "5,5", "3").with(ProductField.CATEGORY, "Livres"),
                        ware("Atlas des marchés", "12,50", "5,5", "2").with(ProductField.CATEGORY, "Livres")));
        food = StoryShop.make(
                folder.resolve("grocer"),
                Map.of(ShopField.NAME, GROCER, ShopField.PICKUP_SLOT_MINUTES, "60"),
                List.of(
                        ware("Confiture de figues", "4,35", "5,5", "9"),
                        ware("Vin de pays rouge", "11,90", "20", "7")));
        bakery = opening(bread.open(clock));
        window = bakery.start().web();
        grocer = opening(food.open(clock));
        var grocersPlaces = grocer.start();
        grocersDoor = grocersPlaces.web();
        firstLife = opening(NodeProcess.start(books.home));
        bakery.peers().add(grocersPlaces.peer(), grocer.identity().did());
        bakery.peers().add(firstLife.peer(), new Did(firstLife.did()));
        grocer.peers().add(firstLife.peer(), new Did(firstLife.did()));
        for (var node : List.of(bakery, grocer)) {
            await().atMost(SOON).until(() -> node.listings().merchantCount() == 3);
        }
        await().atMost(SOON)
                .until(() -> program.json(window + "/api/v1/listings?size=1")
                                .path("total")
                                .intValue()
                        == 6);
    }

    private <T extends AutoCloseable> T opening(T part) {
        opened.push(part);
        return part;
    }

    @AfterEach
    void theStreetCloses() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void oneBasketBecomesThreeOrdersWhicheverShopIsThere() throws Exception {
        fillTheBasket();
        sayWhoAndWhen();
        theFiguresAreRight();
        firstLife.kill();
        button("Commande avec obligation de paiement").click();
        assertThat(page).hasURL(Pattern.compile("/fr/orders$"));
        twoAnswerAndTheThirdIsWaitedFor();
        whatWasAlteredIsNeverAccepted();
        var bookshop = theKilledShopReturnsAndFindsOneOrder();
        theBooksGoBackOnDayTen(bookshop);
        theCroissantsDoNot();
    }

    private void fillTheBasket() {
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/api/v1/envelopes")) {
                sent.add(request.postDataBuffer());
            }
        });
        add(bakery.identity().did(), "Croissant au beurre", "Croissant au beurre", "Sandwich jambon beurre");
        add(new Did(firstLife.did()), "Le Pont de bois", "Atlas des marchés");
        add(grocer.identity().did(), "Confiture de figues", "Vin de pays rouge");
    }

    /** From the shop's window at the bakery's node. */
    private void add(Did shop, String... names) {
        page.navigate(window + "/fr/shops/" + shop);
        for (String name : names) {
            // the words before are gone first: they may say the same
            page.evaluate("() => document.querySelector('.toast').replaceChildren()");
            button("Ajouter au panier " + name).click();
            assertThat(page.locator(".toast")).containsText("Ajouté au panier\u00a0: " + name);
        }
    }

    private void sayWhoAndWhen() {
        page.navigate(window + "/fr/basket");
        var quarterPastEight = clock.instant()
                .atZone(LYON)
                .toLocalDate()
                .plusDays(1)
                .atTime(8, 15)
                .atZone(LYON)
                .toInstant();
        till(BAKERY).getByLabel("Quand passerez-vous").selectOption(quarterPastEight.toString());
        till(GROCER).getByLabel("Quand passerez-vous").selectOption(new SelectOption().setIndex(1));
        for (var box : page.getByRole(AriaRole.CHECKBOX).all()) {
            box.check();
        }
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Téléphone").fill("+33 6 12 34 56 78");
        page.getByLabel("Numéro et rue").fill("5 rue des Lilas");
        page.getByLabel("Code postal").fill("69003");
        page.getByLabel("Ville").fill("Lyon");
    }

    private void theFiguresAreRight() {
        assertThat(till(BOOKSHOP)).containsText("Livraison au 69003\u00a0: 3,00\u00a0€");
        assertThat(sums(BAKERY)).containsText("8,30\u00a0€");
        assertThat(sums(BAKERY)).containsText("5,5\u00a0%0,13\u00a0€");
        assertThat(sums(BAKERY)).containsText("10\u00a0%0,54\u00a0€");
        assertThat(sums(BOOKSHOP)).containsText("24,40\u00a0€");
        assertThat(sums(BOOKSHOP)).containsText("5,5\u00a0%1,27\u00a0€");
        assertThat(sums(GROCER)).containsText("16,25\u00a0€");
        assertThat(sums(GROCER)).containsText("5,5\u00a0%0,23\u00a0€");
        assertThat(sums(GROCER)).containsText("20\u00a0%1,98\u00a0€");
        assertThat(page.locator("#overall")).hasText("48,95\u00a0€");
    }

    private void twoAnswerAndTheThirdIsWaitedFor() {
        bakery.orders().accept(only(bakery).id(), List.of(), "À demain.");
        grocer.orders().accept(only(grocer).id(), List.of(), "");
        for (var name : List.of(BAKERY, GROCER)) {
            soon(state(name), "Acceptée");
        }
        assertThat(state(BOOKSHOP)).hasText("En attente de la boutique");
        assertThat(article(BAKERY)).containsText("À demain.");
        assertThat(only(bakery).total().minorUnits()).isEqualTo(830);
        assertThat(only(grocer).total().minorUnits()).isEqualTo(1_625);
        assertThat(bread.stock(bakery, "Croissant au beurre")).isEqualTo(22);
        assertThat(bread.stock(bakery, "Sandwich jambon beurre")).isEqualTo(5);
        assertThat(food.stock(grocer, "Vin de pays rouge")).isEqualTo(6);
    }

    /** What a page that cheats would send to the grocer: another total, or a record that the grocer never signed. */
    private void whatWasAlteredIsNeverAccepted() throws Exception {
        var jam = food.product(grocer, "Confiture de figues");
        var signed = new FakeShopper.Wish(jam.key(), jam.publishedCid().orElseThrow(), "", 1);
        var forged = new FakeShopper.Wish(jam.key(), Cid.of(new byte[] {9}), "", 1);
        assertThat(changed(signed, 400)).isEqualTo("total");
        assertThat(changed(forged, 435)).isEqualTo("price");
        assertThat(food.stock(grocer, "Confiture de figues")).isEqualTo(8);
    }

    /** What the grocer objects to; it cannot be accepted by hand either. */
    private String changed(FakeShopper.Wish wish, long total) throws Exception {
        var shopper = new FakeShopper();
        var from = clock.instant()
                .atZone(LYON)
                .toLocalDate()
                .plusDays(1)
                .atTime(9, 0)
                .atZone(LYON);
        var order = shopper.order(
                grocer.identity().did(),
                FakeShopper.profile(grocer.repositories(), grocer.identity().did()),
                List.of(wish),
                total,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        order.putObject("fulfilment")
                .put("kind", "pickup")
                .put("from", from.toInstant().toString())
                .put("to", from.plusHours(1).toInstant().toString());
        var envelope =
                shopper.envelope(order, grocer.identity().encryptionKey()).toJson();
        leave(grocersDoor, envelope);
        String one = grocersDoor + "/api/v1/envelopes/" + id(envelope);
        await().atMost(SOON).until(() -> program.json(one).path("answers").size() == 1);
        var answer = Answer.read(program.json(one).path("answers").get(0).asString());
        var reply = JsonMapper.shared().readTree(shopper.open(answer).json());
        assertThat(reply.path("state").asString()).isEqualTo("changed");
        assertThatThrownBy(() -> grocer.orders().accept(shopper.id(), List.of(), ""))
                .isInstanceOf(Rejected.class);
        return reply.path("changes").get(0).path("what").asString();
    }

    /** The same envelope comes five times: by the shopper's node, by another, and three times to the shop's own door. */
    private Node theKilledShopReturnsAndFindsOneOrder() throws Exception {
        var envelope = envelopeTo(firstLife.did());
        leave(grocersDoor, envelope);
        var bookshop = opening(
                books.open(clock, Map.of("web-port", port(firstLife.web()), "peer-port", port(firstLife.peer()))));
        String door = bookshop.start().web();
        await().atMost(SOON).until(() -> bookshop.orders().newest(10).size() == 1);
        for (int i = 0; i < 3; i++) {
            leave(door, envelope);
        }
        soon(state(BOOKSHOP), "Reçue par la boutique");
        await().atMost(SOON)
                .until(() -> program.json(grocersDoor + "/api/v1/envelopes/" + id(envelope))
                        .path("state")
                        .stringValue()
                        .equals("arrived"));
        assertThat(books.stock(bookshop, "Le Pont de bois")).isEqualTo(3);
        bookshop.orders().accept(only(bookshop).id(), List.of(), "");
        leave(door, envelope);
        soon(state(BOOKSHOP), "Acceptée");
        assertThat(only(bookshop).total().minorUnits()).isEqualTo(2_440);
        assertThat(books.stock(bookshop, "Le Pont de bois")).isEqualTo(2);
        assertThat(books.stock(bookshop, "Atlas des marchés")).isEqualTo(1);
        return bookshop;
    }

    private void theBooksGoBackOnDayTen(Node bookshop) {
        bookshop.orders().ship(only(bookshop).id());
        bookshop.orders().complete(only(bookshop).id());
        bakery.orders().complete(only(bakery).id());
        soon(state(BOOKSHOP), "Terminée");
        soon(state(BAKERY), "Terminée");
        clock.pass(Duration.ofDays(10));
        page.clock().setFixedTime(Date.from(clock.instant()));
        page.reload();

        article(BOOKSHOP).getByText("Se rétracter du contrat ici").click();
        article(BOOKSHOP).getByText("Confirmer la rétractation").click();
        soon(state(BOOKSHOP), "Rétractation enregistrée");
        String today = page.evaluate(
                        "now => new Intl.DateTimeFormat('fr-FR', {weekday: 'long', day: 'numeric',"
                                + " month: 'long'}).format(new Date(now))",
                        clock.instant().toString())
                .toString();
        assertThat(article(BOOKSHOP)).containsText("La boutique en a accusé réception le " + today);
        assertThat(article(BOOKSHOP)).containsText("24,40\u00a0€ à vous rembourser");
        assertThat(only(bookshop).owed()).isEqualTo(2_440);
        bookshop.orders().refund(only(bookshop).id(), "");
        soon(state(BOOKSHOP), "Remboursée");
        assertThat(only(bookshop).state()).isEqualTo(OrderState.REFUNDED);
    }

    private void theCroissantsDoNot() {
        article(BAKERY).getByText("Se rétracter du contrat ici").click();
        assertThat(article(BAKERY)).containsText("pas de rétractation\u00a0: denrée périssable");
        // a page that somebody has tampered with asks all the same
        page.evaluate("() => { const [croissant, sandwich] = document.querySelectorAll('[data-take]');"
                + " croissant.disabled = false; croissant.checked = true; sandwich.checked = false; }");
        article(BAKERY).getByText("Confirmer la rétractation").click();
        soon(article(BAKERY), "La boutique n’a pas pu l’accepter");
        assertThat(article(BAKERY)).containsText("Croissant au beurre\u00a0: denrée périssable");
        assertThat(state(BAKERY)).hasText("Terminée");
        assertThat(only(bakery).owed()).isZero();
    }

    private static ShopOrder only(Node node) {
        await().atMost(SOON).until(() -> !node.orders().newest(10).isEmpty());
        var orders = node.orders().newest(10);
        assertThat(orders).hasSize(1);
        return orders.getFirst();
    }

    private byte[] envelopeTo(String did) throws Exception {
        for (byte[] envelope : sent) {
            if (Envelope.read(envelope).to().value().equals(did)) {
                return envelope;
            }
        }
        throw new AssertionError("nothing was sent to " + did);
    }

    private static String id(byte[] envelope) {
        try {
            return Envelope.read(envelope).id().value();
        } catch (org.echoppe.identity.BadEnvelope e) {
            throw new AssertionError(e);
        }
    }

    private void leave(String web, byte[] envelope) {
        var answer = program.post(web + "/api/v1/envelopes", Envelope.TYPE, envelope);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static String port(String url) {
        return Integer.toString(URI.create(url).getPort());
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator till(String shop) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(shop));
    }

    private Locator sums(String shop) {
        return till(shop).locator(".sums");
    }

    private Locator article(String shop) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(shop));
    }

    private Locator state(String shop) {
        return article(shop).locator(".state span");
    }

    /** The page asks ever more seldom; a shopper who wants to know looks again. */
    private void soon(Locator where, String text) {
        await().pollInSameThread()
                .atMost(SOON)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    page.evaluate("() => dispatchEvent(new Event('online'))");
                    assertThat(where).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(1_000));
                });
    }
}
