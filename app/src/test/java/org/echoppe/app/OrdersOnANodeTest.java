package org.echoppe.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Look;
import org.echoppe.app.orders.OrderPaper;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Language;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.RecordKey;
import org.echoppe.node.Node;
import org.echoppe.node.Surroundings;
import org.echoppe.orders.desk.HandingOver;
import org.echoppe.orders.wire.FakeShopper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** An order and a sale at the counter on a real node, by keys and a barcode reader alone: one stock for both. */
class OrdersOnANodeTest {
    private static final Map<String, String> FREE_PORTS = Map.of("web-port", "0", "peer-port", "0");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String GTIN = "3017620422003";

    @TempDir
    Path home;

    private final Clock clock = Clock.system(PARIS);
    private @Nullable RunningShop shop;
    private @Nullable RecordKey croissant;

    @Test
    void anOrderIsAcceptedByAKeyAndASaleIsScannedOutOfTheSameStock() throws IOException {
        var look = new Look(Language.FR, Look.Brightness.LIGHT, 100);
        try (var window = TestWindow.open(home, this::open, look, clock, 1280, 800, Screen.TODAY)) {
            window.see("#today");
            var shopper = new FakeShopper();
            running().ask(node -> order(node, shopper));
            window.read("1 commande attend votre réponse");
            await().until(() -> window.shows("#orders-badge"));
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.read("Agnès Martin");
            window.focus("#orders");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.read("Bien cuit");
            window.press(KeyCode.A);
            await().until(() -> state(shopper) == OrderState.ACCEPTED);
            assertThat(stock()).isEqualTo(8);
            window.see("#act-ready"); // the window has heard of it
            window.press(KeyCode.P);
            await().until(() -> state(shopper) == OrderState.READY);
            window.press(KeyCode.ESCAPE);
            papersAreOpenedAndGoWithTheShop(shopper);

            window.press(KeyCode.C);
            window.keyboardIn("#counter-find");
            window.scan(GTIN);
            window.scan(GTIN);
            window.see("#amount-0");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.read("T" + LocalDate.now(clock).getYear() + "-000001");
            await().until(() -> stock() == 6);
        }
        assertThat(home.resolve("opened")).as("nothing of a person stays").isEmptyDirectory();
    }

    private void papersAreOpenedAndGoWithTheShop(FakeShopper shopper) throws IOException {
        var desk = running().orders();
        desk.complete(shopper.id(), HandingOver.PAID);
        for (var kind : List.of(OrderPaper.Kind.SLIP_ROLL, OrderPaper.Kind.SLIP_A4, OrderPaper.Kind.INVOICE)) {
            var address = desk.print(shopper.id(), OrderPaper.of(kind));
            var file = Path.of(URI.create(address));
            assertThat(file).content(ISO_8859_1).startsWith("%PDF");
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                        .isEqualTo("rwx------");
            }
        }
        var detail = desk.detail(shopper.id()).orElseThrow();
        assertThat(detail.invoice()).contains("F" + LocalDate.now(clock).getYear() + "-000001");
    }

    private RunningShop running() {
        return Objects.requireNonNull(shop);
    }

    private OpenShop open() {
        var around =
                new Surroundings(Map.of("ECHOPPE_PASSPHRASE", "a long phrase for a test"), clock, new SecureRandom());
        var opened = RunningShop.open(home, FREE_PORTS, around, () -> {});
        opened.ask(node -> {
            node.catalogue()
                    .shop()
                    .init(Map.of(
                            ShopField.NAME, "Boulangerie des Pentes",
                            ShopField.CURRENCY, "EUR",
                            ShopField.COUNTRY, "FR",
                            ShopField.POSTAL_CODE, "69001",
                            ShopField.OPENING_HOURS, "lu-di 7:00-19:00",
                            ShopField.PICKUP_SLOT_MINUTES, "15",
                            ShopField.VAT, "5,5"));
            croissant = node.catalogue()
                    .add(ProductDraft.EMPTY
                            .with(ProductField.NAME, "Croissant au beurre")
                            .with(ProductField.PRICE, "1,20")
                            .with(ProductField.STOCK, "10")
                            .with(ProductField.GTIN, GTIN)
                            .with(ProductField.STATE, "published"))
                    .key();
            return node.publisher().publishNow();
        });
        shop = opened;
        return opened;
    }

    private Product product(Node node) {
        return node.catalogue().find(Objects.requireNonNull(croissant)).orElseThrow();
    }

    private long stock() {
        return running().ask(node -> product(node).backroom().stock().orElseThrow());
    }

    private OrderState state(FakeShopper shopper) {
        return running()
                .ask(node -> node.orders().find(shopper.id()).orElseThrow().state());
    }

    /** Two croissants, to be fetched tomorrow at a quarter past eight. */
    private boolean order(Node node, FakeShopper shopper) {
        var record = product(node).publishedCid().orElseThrow();
        var wish = new FakeShopper.Wish(product(node).key(), record, "", 2);
        var json = shopper.order(
                node.identity().did(),
                FakeShopper.profile(node.repositories(), node.identity().did()),
                List.of(wish),
                240,
                clock.instant());
        var slot = LocalDate.now(clock).plusDays(1).atTime(8, 15).atZone(PARIS);
        ((ObjectNode) json.path("fulfilment"))
                .put("from", slot.toInstant().toString())
                .put("to", slot.plusMinutes(15).toInstant().toString());
        var envelope = shopper.envelope(json, node.identity().encryptionKey());
        node.orders().receive(envelope, Optional.empty());
        return true;
    }
}
