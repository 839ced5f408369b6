package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.echoppe.catalogue.Product;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.node.demo.Street;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.records.Availability;
import org.echoppe.store.ProductQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole road of an order, over real nodes: left at a neighbour, answered by the shop, read by the shopper. */
class OrderTravelsTest {
    private static final List<String> PERSONAL = List.of("Agn\u00e8s", "12 34 56 78", "Bien cuit");

    @TempDir
    private Path folder;

    private final Browser browser = new Browser();
    private final FakeShopper shopper = new FakeShopper();

    @Test
    void anOrderLeftAtANeighbourComesToTheShopAndItsAnswerBack() throws Exception {
        Path relaysHome;
        try (var street = Street.open(folder, Surroundings.real())) {
            var relay = street.stalls().getFirst();
            var shop = street.stalls().get(1);
            relaysHome = relay.home();
            var did = shop.node().identity().did();
            var web = relay.places().web();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> browser.get(web + "/api/v1/merchants/" + Browser.encoded(did.value()))
                                    .statusCode()
                            == 200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> published(shop.node()).isPresent());
            var envelope = envelope(shop.node(), did, relay.node().identity().did());
            String at = web + "/api/v1/envelopes";
            for (int i = 0; i < 5; i++) {
                var posted = browser.post(at, Envelope.TYPE, envelope.toJson());
                assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
            }
            String one = at + "/" + envelope.id();
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> browser.json(one).path("answers").size() > 0);

            var arrived = browser.json(one);
            assertThat(arrived.path("state").asString()).isEqualTo("arrived");
            var reply = reply(arrived);
            assertThat(reply.path("state").asString()).isEqualTo("changed");
            assertThat(reply.path("changes").toString()).contains("area");
            assertThat(shop.node().orders().newest(10)).hasSize(1);

            shop.node().orders().look(shopper.id());
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> browser.json(one).path("state").asString().equals("read"));
            assertThat(relay.node().orders().newest(10)).isEmpty();
        }
        assertThat(filesWith(relaysHome)).as("the relay has read nothing").isEmpty();
    }

    /** To where the shop brings nothing: whatever the hour, it has something to object to. */
    private Envelope envelope(Node shop, Did did, Did relay) {
        var product = published(shop).orElseThrow();
        var wish = new FakeShopper.Wish(product.key(), product.publishedCid().orElseThrow(), kind(product), 1);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var order = shopper.order(did, Cid.of(new byte[] {1}), List.of(wish), 1, now);
        order.withArray("replyAt").add(relay.value());
        order.putObject("fulfilment")
                .put("kind", "delivery")
                .putObject("address")
                .put("street", "1 rue du Pont")
                .put("postalCode", "00000")
                .put("locality", "Nulle part")
                .put("country", "FR");
        return shopper.envelope(order, shop.identity().encryptionKey());
    }

    private static Optional<Product> published(Node shop) {
        return shop.catalogue().list(ProductQuery.all(0, 50)).list().stream()
                .filter(product -> product.publishedCid().isPresent()
                        && product.backroom().stock().orElse(1) > 0
                        && !product.record().availability().equals(Optional.of(Availability.OUT_OF_STOCK)))
                .findFirst();
    }

    private static String kind(Product product) {
        var kinds = product.record().variants();
        return kinds.isEmpty() ? "" : kinds.getFirst().key();
    }

    private JsonNode reply(JsonNode arrived) throws BadEnvelope {
        var answer = Answer.read(arrived.path("answers").get(0).asString());
        return new JsonMapper().readTree(shopper.open(answer).json());
    }

    /** Files in which anything of the shopper's can be read. */
    private static List<Path> filesWith(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> PERSONAL.stream().anyMatch(text -> holds(file, text)))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return content.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
