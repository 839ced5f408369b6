package org.echoppe.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echoppe.node.StoryShop.ware;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.OrderState;
import org.echoppe.identity.ShopperWord;
import org.echoppe.orders.desk.HandingOver;
import org.echoppe.orders.desk.Happening;
import org.echoppe.orders.documents.Buyer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.records.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Twenty personal texts go through a relay to a shop, each in a process of its own: nothing of the relay ever holds one, and
 * the shop's disk holds them sealed alone, and after an erase not at all.
 */
class PlantedStringsTest {
    private static final ZoneId LYON = ZoneId.of("Europe/Paris");
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final List<String> DELIVERED = List.of(
            "Ondine Quévreux-Halloy",
            "+33 6 81 47 29 53",
            "ondine.qx@courriel-kzv.example",
            "17 ter sente des Orfraies",
            "69 QX 4471",
            "Vaulx-Quémont",
            "Sonnez chez Mme Tchékova, code 7714B",
            "champ inconnu wéxplo");
    private static final List<String> COLLECTED = List.of(
            "Barnabé Zwölfender",
            "+33 7 92 16 38 40",
            "b.zwolf@poste-hjy.example",
            "Pour les quarante ans de Ménéhould",
            "Le train aura du retard, vers Xérigny",
            "Nous avons la grippe, Zoé et moi");
    private static final List<String> REFUSED = List.of(
            "Félicité Pïckwoad",
            "+33 6 05 58 77 31",
            "feli.pick@lettre-wqm.example",
            "3 impasse du Gué-Rôti",
            "Bourg-Kérouzéré",
            "Allergique aux noix de Zprück");
    private static final List<String> OF_THE_SHOP =
            List.of("Chère Ondine, j’ajoute un Gqillotin", "Four en panne, voyez Rxandrine");
    /** What comes before its order, and what comes without one. */
    private static final List<String> EARLY =
            List.of("Avant même, gardez-moi le Zuchtel", "Jamais venue, Mme Vronsk-Ibáñez");

    private static final Buyer COMPANY = new Buyer(
            "Établissements Zwïngli-Quérard",
            new Address("8 bis quai des Brûmes-Kz", "69099", "Saint-Fôns-Xy", "FR"),
            "48291736500047",
            "FR61482917365");
    /** What a broken page sends in the clear is not kept either. */
    private static final List<String> UNSEALED = List.of("Hortense Wxyvern-Clair", "9 rue du Clair-Obkzur");

    @TempDir
    private Path folder;

    private final Browser browser = new Browser();
    private final FakeShopper ondine = new FakeShopper();
    private final FakeShopper barnabe = new FakeShopper();
    private final FakeShopper felicite = new FakeShopper();
    private final FakeShopper stranger = new FakeShopper();
    private StoryShop pastry;
    private StoryShop neighbour;
    private NodeProcess shop;
    private NodeProcess relay;
    private Did did;
    private Did key;
    private Cid profile;
    private FakeShopper.Wish wish;

    @AfterEach
    void stop() {
        for (var process : new NodeProcess[] {relay, shop}) {
            if (process != null) {
                process.close();
            }
        }
    }

    @Test
    void theRelayHoldsNoneOfThemAndTheShopHoldsThemSealed() throws Exception {
        everybodyOrders();
        theRelayHasSeenNothing();
        theShopHoldsThemSealed();
        erasedTheyAreGone();
    }

    @BeforeEach
    void open() {
        pastry = StoryShop.make(
                folder.resolve("shop"),
                Map.of(
                        ShopField.NAME, "Pâtisserie du Parc",
                        ShopField.PICKUP_SLOT_MINUTES, "15",
                        ShopField.DELIVERY, "69*: 3.00"),
                List.of(ware("Charlotte aux poires", "12,00", "5,5", "9")));
        neighbour = StoryShop.make(
                folder.resolve("relay"), Map.of(ShopField.NAME, "Droguerie"), List.of(ware("Clou", "0,10", "20", "9")));
        try (var node = pastry.open(Clock.systemUTC())) {
            node.remember("orders.auto", "true");
            did = node.identity().did();
            key = node.identity().encryptionKey();
            profile = FakeShopper.profile(node.repositories(), did);
            var cake = pastry.product(node, "Charlotte aux poires");
            wish = new FakeShopper.Wish(cake.key(), cake.publishedCid().orElseThrow(), "", 1);
        }
        shop = NodeProcess.start(pastry.home);
        try (var node = neighbour.open(Clock.systemUTC())) {
            node.peers().add(shop.peer(), did);
        }
        relay = NodeProcess.start(neighbour.home);
        String known = relay.web() + "/api/v1/merchants/" + Browser.encoded(did.value());
        await().atMost(SOON).until(() -> browser.get(known).statusCode() == 200);
    }

    private void everybodyOrders() {
        for (var early :
                List.of(word(barnabe, 1, "message", EARLY.get(0)), word(stranger, 1, "message", EARLY.get(1)))) {
            arrived(leave(early));
        }
        var first = leave(ondine.envelope(delivered(), key));
        var second = leave(barnabe.envelope(collected(), key));
        var third = leave(felicite.envelope(refused(), key));
        answered(first, 1);
        answered(second, 1);
        arrived(third);
        leave(word(barnabe, 2, "message", COLLECTED.get(4)));
        leave(word(barnabe, 3, "cancel", COLLECTED.get(5)));
        answered(second, 2);
    }

    private ObjectNode delivered() {
        var order = ondine.order(did, profile, List.of(wish), 1_500, now());
        person(order, DELIVERED);
        order.putObject("fulfilment")
                .put("kind", "delivery")
                .putObject("address")
                .put("street", DELIVERED.get(3))
                .put("postalCode", DELIVERED.get(4))
                .put("locality", DELIVERED.get(5))
                .put("country", "FR");
        return order.put("note", DELIVERED.get(6)).put("later", DELIVERED.get(7));
    }

    private ObjectNode collected() {
        var order = barnabe.order(did, profile, List.of(wish), 1_200, now());
        person(order, COLLECTED);
        var day = LocalDate.now(LYON).plusDays(1);
        order.putObject("fulfilment")
                .put("kind", "pickup")
                .put("from", day.atTime(8, 15).atZone(LYON).toInstant().toString())
                .put("to", day.atTime(8, 30).atZone(LYON).toInstant().toString());
        return order.put("note", COLLECTED.get(3));
    }

    /** Well sealed and signed, and too old to be an order. */
    private ObjectNode refused() {
        var order = felicite.order(did, profile, List.of(wish), 1_500, now().minus(Duration.ofDays(31)));
        person(order, REFUSED);
        order.putObject("fulfilment")
                .put("kind", "delivery")
                .putObject("address")
                .put("street", REFUSED.get(3))
                .put("postalCode", "69001")
                .put("locality", REFUSED.get(4))
                .put("country", "FR");
        return order.put("note", REFUSED.get(5));
    }

    private void person(ObjectNode order, List<String> planted) {
        order.putObject("contact")
                .put("name", planted.get(0))
                .put("phone", planted.get(1))
                .put("email", planted.get(2));
        order.withArray("replyAt").add(relay.did());
    }

    private Envelope word(FakeShopper shopper, int number, String kind, String text) {
        var word = shopper.word(number, kind, now()).put("text", text);
        return shopper.envelope(shopper.sign(word, ShopperWord.WORD), did.value(), key);
    }

    /** Where to ask after it. */
    private String leave(Envelope envelope) {
        String at = relay.web() + "/api/v1/envelopes";
        var answer = browser.post(at, Envelope.TYPE, envelope.toJson());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return at + "/" + envelope.id();
    }

    private void arrived(String envelope) {
        await().atMost(SOON)
                .until(() -> browser.json(envelope).path("state").asString().equals("arrived"));
    }

    private void answered(String envelope, int times) {
        await().atMost(SOON).until(() -> browser.json(envelope).path("answers").size() >= times);
    }

    private static List<String> all() {
        var company = List.of(
                COMPANY.name(),
                COMPANY.address().street(),
                COMPANY.address().locality(),
                COMPANY.registrationId(),
                COMPANY.vatId());
        return java.util.stream.Stream.of(DELIVERED, COLLECTED, REFUSED, EARLY, company, OF_THE_SHOP, UNSEALED)
                .flatMap(List::stream)
                .toList();
    }

    private void theRelayHasSeenNothing() throws Exception {
        assertThat(DELIVERED.size() + COLLECTED.size() + REFUSED.size()).isEqualTo(20);
        var traces = new Traces(all());
        Path dump = folder.resolve("relay.hprof");
        relay.dump(dump);
        assertThat(traces.under(dump)).as("the relay's memory").isEmpty();

        var clear = delivered();
        clear.putObject("contact").put("name", UNSEALED.get(0));
        var broken = browser.post(
                relay.web() + "/api/v1/envelopes",
                Envelope.TYPE,
                clear.toString().getBytes(UTF_8));
        assertThat(broken.statusCode()).isEqualTo(422);
        String sealed = new String(new FakeShopper().envelope(collected(), key).toJson(), UTF_8);
        browser.post(
                relay.web() + "/api/v1/envelopes",
                Envelope.TYPE,
                sealed.replaceFirst("\\{", "{\"street\":\"" + UNSEALED.get(1) + "\",")
                        .getBytes(UTF_8));
        assertThat(traces.under(neighbour.home)).as("the relay's disk at work").isEmpty();
        relay.close();
        assertThat(traces.under(neighbour.home)).as("the relay's disk").isEmpty();
        assertThat(traces.in(relay.log())).as("what the relay said").isEmpty();
        byte[] image = DatabaseImage.of(neighbour.home);
        assertThat(new Traces(List.of("CREATE CACHED TABLE")).in(image))
                .as("the database can be read: " + new String(image, 0, 60, UTF_8))
                .hasSize(1);
        assertThat(traces.in(image))
                .as("the relay's tables, and what they held before")
                .isEmpty();
    }

    private void theShopHoldsThemSealed() throws Exception {
        var traces = new Traces(all());
        assertThat(traces.under(pastry.home)).as("the shop's disk at work").isEmpty();
        shop.close();
        assertThat(traces.in(shop.log())).as("what the shop said").isEmpty();
        try (var node = pastry.open(Clock.systemUTC())) {
            var order = node.orders().find(ondine.id()).orElseThrow();
            assertThat(order.state()).isEqualTo(OrderState.ACCEPTED);
            assertThat(node.orders().person(order).orElseThrow().contact().name())
                    .isEqualTo(DELIVERED.get(0));
            assertThat(node.orders().find(felicite.id()))
                    .as("an order that is none")
                    .isEmpty();
            assertThat(node.orders().story(barnabe.id()))
                    .extracting(Happening::words)
                    .contains(EARLY.get(0));
            node.orders().complete(barnabe.id(), new HandingOver(true, Optional.of(COMPANY)));
            assertThat(node.orderPapers().invoice(barnabe.id())).isPresent();
            node.orders().say(ondine.id(), OF_THE_SHOP.get(0));
            node.orders().cancel(ondine.id(), OF_THE_SHOP.get(1));
        }
        assertThat(traces.under(pastry.home)).as("the shop's disk").isEmpty();
        assertThat(traces.in(DatabaseImage.of(pastry.home)))
                .as("the shop's tables")
                .isEmpty();
    }

    private void erasedTheyAreGone() throws Exception {
        try (var node = pastry.open(Clock.systemUTC())) {
            node.orders().erase(ondine.id());
            node.orders().erase(barnabe.id());
            for (var one : List.of(ondine, barnabe)) {
                assertThat(node.orders().person(node.orders().find(one.id()).orElseThrow()))
                        .isEmpty();
            }
        }
        var traces = new Traces(all());
        assertThat(traces.under(pastry.home)).isEmpty();
        assertThat(traces.in(DatabaseImage.of(pastry.home))).isEmpty();
        try (var node = pastry.open(Clock.systemUTC())) {
            assertThat(node.ledger().trouble())
                    .as("the chain holds without them")
                    .isEmpty();
            assertThat(node.orders().person(node.orders().find(ondine.id()).orElseThrow()))
                    .isEmpty();
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
