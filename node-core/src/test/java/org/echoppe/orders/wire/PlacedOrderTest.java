package org.echoppe.orders.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.RecordKey;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.ShopperWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class PlacedOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final Did BAKERY = new FakeShopper().key().did();
    private static final Did BOOKSHOP = new FakeShopper().key().did();
    private static final Cid RECORD = Cid.of(new byte[] {1});
    private static final Cid PROFILE = Cid.of(new byte[] {2});
    private static final RecordKey CROISSANT = new RecordKey("3lbcroissant2");

    private final FakeShopper shopper = new FakeShopper();
    private final ObjectNode json =
            shopper.order(BAKERY, PROFILE, List.of(new FakeShopper.Wish(CROISSANT, RECORD, "", 2)), 240, NOW);

    @Test
    void whatTheShopperSignedIsReadBack() throws Exception {
        var order = read(json);
        assertThat(order.id()).isEqualTo(shopper.id());
        assertThat(order.key()).isEqualTo(shopper.key());
        assertThat(order.lines()).containsExactly(new PlacedLine(CROISSANT, RECORD, "", 2));
        assertThat(order.total()).isEqualTo(new Money(240, Money.EUR));
        assertThat(order.contact()).isEqualTo(new Contact("Agnès Martin", "+33 6 12 34 56 78", ""));
        assertThat(order.fulfilment()).isEqualTo(new Fulfilment.Pickup(NOW.plusSeconds(3_600), NOW.plusSeconds(4_500)));
        assertThat(order.note()).isEqualTo("Bien cuit, s’il vous plaît");
    }

    @Test
    void fieldsOfANewerProgramAreLeftAlone() throws Exception {
        assertThat(read(FakeShopper.with(json, it -> it.put("gift", true))).id())
                .isEqualTo(shopper.id());
    }

    @Test
    void nobodyMakesAnOrderUnderTheIdOfAnother() {
        var other = new FakeShopper();
        assertThatThrownBy(() -> PlacedOrder.read(other.sign(json, ShopperWord.ORDER), BAKERY, NOW))
                .isInstanceOf(BadEnvelope.class)
                .hasMessage("id");
    }

    @Test
    void anOrderToAnotherShopIsNotTaken() {
        assertThatThrownBy(() -> PlacedOrder.read(shopper.sign(json, ShopperWord.ORDER), BOOKSHOP, NOW))
                .hasMessage("to");
    }

    @Test
    void anOrderOfOneNonceHasOneId() {
        assertThat(OrderId.of(shopper.key().thumbprint(), new byte[16]))
                .isEqualTo(OrderId.of(shopper.key().thumbprint(), new byte[16]))
                .isNotEqualTo(shopper.id());
    }

    static Stream<Arguments> aWrongFieldRefusesTheWhole() {
        return Stream.of(
                wrong("v", it -> it.put("v", 2)),
                wrong("nonce", it -> it.put("nonce", "!!")),
                wrong("id", it -> it.put("nonce", "AAAAAAAAAAAAAAAAAAAAAA")),
                wrong("lines", it -> it.putArray("lines")),
                wrong("lines", it -> it.put("lines", "two")),
                wrong("lines[0].quantity", it -> line(it).put("quantity", 0)),
                wrong("lines[0].quantity", it -> line(it).put("quantity", -1)),
                wrong("lines[0].quantity", it -> line(it).put("quantity", 1.5)),
                wrong("lines[0].quantity", it -> line(it).put("quantity", 1e30)),
                wrong("lines[0].cid", it -> line(it).put("cid", "bafy")),
                wrong("lines[0].rkey", it -> line(it).put("rkey", "../x")),
                wrong("contact.name", it -> part(it, "contact").put("name", " ")),
                wrong("contact.name", it -> part(it, "contact").put("name", "A\u202eB")),
                wrong("contact.name", it -> part(it, "contact").put("name", "x".repeat(101))),
                wrong("contact.phone", it -> part(it, "contact").remove("phone")),
                wrong("contact.phone", it -> part(it, "contact").put("phone", "call me")),
                wrong("contact.email", it -> part(it, "contact").put("email", "nobody")),
                wrong("fulfilment.kind", it -> part(it, "fulfilment").put("kind", "drone")),
                wrong("fulfilment.to", it -> part(it, "fulfilment").put("to", NOW.toString())),
                wrong("address.street", it -> {
                    var fulfilment = part(it, "fulfilment").put("kind", "delivery");
                    fulfilment.putObject("address").put("postalCode", "69001");
                }),
                wrong("payment", it -> it.put("payment", "later")),
                wrong("note", it -> it.put("note", "x".repeat(1_001))),
                wrong("replyKey.y", it -> part(it, "replyKey").put("y", "A".repeat(43))),
                wrong("replyKey.crv", it -> part(it, "replyKey").put("crv", "P-384")),
                wrong("replyAt", it -> it.putArray("replyAt").add("did:web:example")),
                wrong("total.amount", it -> part(it, "total").put("amount", -1)),
                wrong("total.currency", it -> part(it, "total").put("currency", "EURO")),
                wrong("createdAt", it -> it.put("createdAt", "yesterday")),
                wrong(
                        "createdAt",
                        it -> it.put("createdAt", NOW.plusSeconds(601).toString())),
                wrong(
                        "createdAt",
                        it -> it.put(
                                "createdAt", NOW.minusSeconds(30 * 86_400 + 1).toString())));
    }

    @ParameterizedTest
    @MethodSource
    void aWrongFieldRefusesTheWhole(String field, Consumer<ObjectNode> change) {
        assertThatThrownBy(() -> read(FakeShopper.with(json, change)))
                .isInstanceOf(BadEnvelope.class)
                .hasMessage(field);
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        var twice = json.toString().replaceFirst("\\{", "{\"v\":1,");
        var header = "{\"alg\":\"ES256\",\"typ\":\"" + ShopperWord.ORDER + "\",\"jwk\":"
                + FakeShopper.jwk(shopper.key()) + "}";
        assertThatThrownBy(() -> PlacedOrder.read(shopper.sign(header, twice), BAKERY, NOW))
                .hasMessage("no JSON");
    }

    @Test
    void nothingOfAPersonStandsInTheTextOfAnOrder() throws Exception {
        assertThat(read(json).toString() + read(json).contact()).doesNotContain("Agn", "06", "cuit");
    }

    @Test
    void aLaterWordIsReadWithWhoSaidIt() throws Exception {
        var word = FakeShopper.with(
                shopper.word(1, "withdraw", NOW), it -> it.putArray("lines").add(0));
        var read = LaterWord.read(shopper.sign(word, ShopperWord.WORD));
        assertThat(read.key()).isEqualTo(shopper.key());
        assertThat(read.kind()).isEqualTo(LaterWord.Kind.WITHDRAW);
        assertThat(read.lines()).containsExactly(0);
        assertThatThrownBy(() -> LaterWord.read(shopper.sign(word, ShopperWord.ORDER)))
                .isInstanceOf(BadEnvelope.class);
        assertThatThrownBy(() -> LaterWord.read(
                        shopper.sign(FakeShopper.with(word, it -> it.put("number", 0)), ShopperWord.WORD)))
                .hasMessage("number");
    }

    private PlacedOrder read(ObjectNode order) throws BadEnvelope {
        return PlacedOrder.read(shopper.sign(order, ShopperWord.ORDER), BAKERY, NOW);
    }

    private static Arguments wrong(String field, Consumer<ObjectNode> change) {
        return Arguments.of(field, change);
    }

    private static ObjectNode line(ObjectNode order) {
        return (ObjectNode) order.path("lines").get(0);
    }

    private static ObjectNode part(ObjectNode order, String name) {
        return (ObjectNode) order.path(name);
    }
}
