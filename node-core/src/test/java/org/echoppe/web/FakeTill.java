package org.echoppe.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.RecordKey;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.TestVault;
import org.echoppe.orders.PricedLine;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.LaterWord;
import org.echoppe.orders.wire.PlacedLine;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A shop that takes orders: opens what is sealed to it as strictly as the real one, and answers by hand of the test. */
final class FakeTill {
    private static final JsonMapper JSON = new JsonMapper();

    final FakeShop shop;
    final List<PlacedOrder> orders = new ArrayList<>();
    final List<LaterWord> words = new ArrayList<>();
    /** Everything published so far, by CID: orders cite older records, too. */
    private final Map<String, ProductRecord> records = new TreeMap<>();

    private final TestVault vault = new TestVault();
    private final FakeMarket market;
    private final Map<OrderId, Integer> answers =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private ShopProfile profile;
    private Instant signed;

    FakeTill(FakeMarket market, ShopProfile profile) {
        this.market = market;
        this.profile = profile.withEncryptionKey(vault.key());
        this.shop = new FakeShop(this.profile);
        this.signed = FakeWeb.NOW.minusSeconds(600);
    }

    RecordKey sell(ProductRecord product) {
        return shop.add(product, FakeWeb.NOW.minusSeconds(9_000));
    }

    /** Sells something else under that key from now on; null for nothing. */
    void resell(RecordKey rkey, @org.jspecify.annotations.Nullable ProductRecord product) {
        String key = Collections.keyOf(Collections.PRODUCT, rkey);
        if (product == null) {
            shop.records().remove(key);
        } else {
            shop.records().put(key, DagCbor.block(product.toFields()));
        }
        publish();
    }

    void rename(ShopProfile other) {
        profile = other.withEncryptionKey(vault.key());
        shop.rename(profile);
        publish();
    }

    ShopProfile profile() {
        return profile;
    }

    void publish() {
        shop.records().forEach((key, block) -> {
            if (Collections.collectionOf(key).equals(Collections.PRODUCT)) {
                try {
                    records.put(block.cid().toString(), ProductRecord.of(DagCbor.record(block.bytes())));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        signed = signed.plusSeconds(1);
        market.publish(shop, signed);
    }

    /** Takes what a relay brings; the same order again is the same order. */
    void receive(Envelope envelope) throws BadEnvelope {
        String word = vault.open(envelope.jwe());
        try {
            var order = PlacedOrder.read(word, shop.did(), FakeWeb.NOW);
            if (!order.replyKey().thumbprint().equals(envelope.reply())) {
                throw new AssertionError("the envelope names another reply key");
            }
            if (orders.stream().noneMatch(known -> known.id().equals(order.id()))) {
                orders.add(order);
            }
        } catch (BadEnvelope e) {
            words.add(LaterWord.read(word));
        }
    }

    PricedLine priced(PlacedLine line) {
        var record = Objects.requireNonNull(records.get(line.record().toString()));
        return PricedLine.of(record, line.variant(), line.quantity()).orElseThrow();
    }

    /** A reply to be filled by the test. */
    ObjectNode reply(PlacedOrder order, String state) {
        return JSON.createObjectNode()
                .put("v", 1)
                .put("order", order.id().value())
                .put("number", answers.merge(order.id(), 1, Integer::sum))
                .put("reply", order.replyKey().thumbprint().value())
                .put("at", FakeWeb.NOW.plusSeconds(60).toString())
                .put("state", state)
                .put("reference", "A-17")
                .put("currency", "EUR")
                .put("fee", 0)
                .put("total", order.total().minorUnits());
    }

    String answer(PlacedOrder order, ObjectNode reply) {
        byte[] id = new byte[EnvelopeId.LENGTH];
        new SecureRandom().nextBytes(id);
        return Answer.seal(
                        shop,
                        EnvelopeId.of(id),
                        order.replyKey(),
                        reply.path("number").longValue(),
                        FakeWeb.NOW.plusSeconds(60),
                        reply.toString())
                .jws();
    }
}
