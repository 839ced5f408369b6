package org.echoppe.node;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.OrderId;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.orders.desk.ShopOrder;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.records.Blob;
import org.echoppe.records.Image;
import org.echoppe.store.ProductQuery;

/** A real node with a shop that sells jam, and a clock in the test's hand. */
public final class Bakery implements AutoCloseable {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public final AdjustableClock clock;
    public final Node node;

    public Bakery(Path home) {
        this(home, Instant.parse("2026-11-23T07:00:00Z"));
    }

    Bakery(Path home, Instant now) {
        clock = new AdjustableClock(now);
        var config = NodeConfig.load(home, Map.of(), Map.of("web-port", "0", "peer-port", "0"));
        node = Node.open(config, new Surroundings(Map.of(), clock, new SecureRandom()));
        if (!node.catalogue().shop().exists()) {
            node.catalogue()
                    .shop()
                    .init(Map.of(
                            ShopField.NAME, "Boulangerie du Pont",
                            ShopField.CURRENCY, "EUR",
                            ShopField.COUNTRY, "FR",
                            ShopField.POSTAL_CODE, "69001",
                            ShopField.OPENING_HOURS, "lu-sa 7:00-19:00",
                            ShopField.PICKUP_SLOT_MINUTES, "15",
                            ShopField.VAT, "5,5"));
            var picture = new Image(new Blob(node.blobs().put(picture()), "image/jpeg", picture().length), "", 1, 1);
            node.catalogue()
                    .add(
                            ProductDraft.EMPTY
                                    .with(ProductField.NAME, "Confiture")
                                    .with(ProductField.PRICE, "4,35")
                                    .with(ProductField.STOCK, "30")
                                    .with(ProductField.STATE, "published"),
                            List.of(picture));
            node.publisher().publishNow();
        }
    }

    /** What hangs beside the jam: bytes that nobody looks at. */
    public static byte[] picture() {
        return new byte[] {1, 2, 3, 4, 5};
    }

    public Product jam() {
        return node.catalogue().list(ProductQuery.all(0, 1)).list().getFirst();
    }

    public long stock() {
        return jam().backroom().stock().orElseThrow();
    }

    /** Orders jam for tomorrow morning, and has it sealed and received. */
    public OrderId order(int pieces) {
        var shopper = new FakeShopper();
        node.orders().receive(sealed(shopper, jam(), pieces), Optional.empty());
        return shopper.id();
    }

    /** As a browser seals it. */
    Envelope sealed(FakeShopper shopper, Product jam, int pieces) {
        var wish = new FakeShopper.Wish(jam.key(), jam.publishedCid().orElseThrow(), "", pieces);
        var did = node.identity().did();
        var json = shopper.order(
                did, FakeShopper.profile(node.repositories(), did), List.of(wish), 435L * pieces, clock.instant());
        var day = LocalDate.ofInstant(clock.instant(), PARIS).plusDays(1);
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        json.putObject("fulfilment")
                .put("kind", "pickup")
                .put("from", day.atTime(8, 15).atZone(PARIS).toInstant().toString())
                .put("to", day.atTime(8, 30).atZone(PARIS).toInstant().toString());
        return shopper.envelope(json, node.identity().encryptionKey());
    }

    public OrderId sold(int pieces) {
        var id = order(pieces);
        node.orders().accept(id, List.of(), "");
        node.orders().complete(id);
        return id;
    }

    public ShopOrder find(OrderId id) {
        return node.orders().find(id).orElseThrow();
    }

    public boolean tells(OrderId id) {
        return node.orders().person(find(id)).isPresent();
    }

    /** Every order as it stands. */
    public List<String> orders() {
        return node.orders().newest(1_000).stream()
                .map(order -> order.id() + " " + order.state() + " " + order.invoice() + " " + order.erased())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        node.close();
    }
}
