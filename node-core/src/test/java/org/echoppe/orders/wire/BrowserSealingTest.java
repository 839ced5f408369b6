package org.echoppe.orders.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.echoppe.NodeScripts;
import org.echoppe.domain.Cid;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Sha256;
import org.echoppe.identity.Jws;
import org.echoppe.identity.PublicKey;
import org.echoppe.identity.TestVault;
import org.echoppe.repo.Signer;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the browser's code seals is opened by Java, and what Java answers is opened by the browser's code; nothing else is. */
class BrowserSealingTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final Cid RECORD = Cid.of(Cid.Codec.DAG_CBOR, new byte[] {1});

    @TempDir
    private Path folder;

    private final Signer bakery = new TestSigner();
    private final TestVault vault = new TestVault();

    private JsonNode ask(ObjectNode question) throws IOException {
        var file = folder.resolve("question.json");
        Files.writeString(file, question.toString());
        var source = Path.of(System.getProperty("echoppe.root", "..")).resolve("node-core/src/main/js");
        return JSON.readTree(NodeScripts.installed("checkout").run("seal.mjs", source, file));
    }

    private ObjectNode payload() {
        var wish = new FakeShopper.Wish(new RecordKey("3kabcdefghij2"), RECORD, "", 2);
        return new FakeShopper().order(bakery.did(), RECORD, List.of(wish), 240, NOW);
    }

    private JsonNode sealed() throws IOException {
        var question = JSON.createObjectNode().put("encryptionKey", vault.key().value());
        question.set("payload", payload());
        return ask(question);
    }

    private static Envelope envelope(JsonNode sealed) throws Exception {
        var envelope = Envelope.read(sealed.path("body").stringValue().getBytes(UTF_8));
        assertThat(envelope.hash()).isEqualTo(sealed.path("hash").stringValue());
        return envelope;
    }

    @Test
    void javaOpensWhatTheBrowserSealedAndTheBrowserWhatJavaAnswered() throws Exception {
        var browser = sealed();
        var made = browser.path("made");
        var envelope = envelope(browser.path("order"));
        assertThat(envelope.jwe().split("\\.", -1)[3])
                .as("4 KiB of cipher text")
                .hasSize(5_462);
        var order = PlacedOrder.read(vault.open(envelope.jwe()), bakery.did(), NOW);
        assertThat(order.id().value()).isEqualTo(made.path("id").stringValue());
        assertThat(order.replyKey().thumbprint()).isEqualTo(envelope.reply());
        assertThat(order.note()).isEqualTo("Bien cuit, s’il vous plaît");
        var word = LaterWord.read(vault.open(envelope(browser.path("word")).jwe()));
        assertThat(word.order()).isEqualTo(order.id());
        assertThat(word.key()).isEqualTo(order.key());
        assertThat(word.number()).isEqualTo(86_400);
        assertThat(word.lines()).containsExactly(0);

        var told = ask(answers(made, envelope, order));
        assertThat(told.path("answers").get(0).path("state").stringValue()).isEqualTo("accepted");
        for (int i = 1; i < told.path("answers").size(); i++) {
            assertThat(told.path("answers").get(i).has("refused"))
                    .as("answer %s", i)
                    .isTrue();
        }
        assertThat(told.path("receipts").get(0).path("state").stringValue()).isEqualTo("arrived");
        assertThat(told.path("receipts").get(1).path("state").stringValue()).isEqualTo("read");
        for (int i = 2; i < told.path("receipts").size(); i++) {
            assertThat(told.path("receipts").get(i).has("refused"))
                    .as("receipt %s", i)
                    .isTrue();
        }
        byte[] digest = Sha256.of(
                ("salt:" + envelope.id().value() + ":" + told.path("work").asLong()).getBytes(UTF_8));
        assertThat(digest[0] == 0 && (digest[1] & 0xc0) == 0)
                .as("ten zero bits")
                .isTrue();
    }

    private ObjectNode answers(JsonNode made, Envelope envelope, PlacedOrder order) {
        var question = JSON.createObjectNode().put("salt", "salt");
        var known = question.putObject("order");
        known.put("to", bakery.did().value())
                .put("id", order.id().value())
                .put("reply", envelope.reply().value());
        known.set("keys", made.path("keys"));
        question.putObject("letter").put("id", envelope.id().value()).put("hash", envelope.hash());
        var reply = JSON.createObjectNode()
                .put("v", 1)
                .put("order", order.id().value())
                .put("number", 1)
                .put("reply", envelope.reply().value())
                .put("at", NOW.toString())
                .put("state", "accepted");
        var right = answer(bakery, order.replyKey(), 1, reply);
        question.putArray("answers")
                .add(right)
                .add(answer(new TestSigner(), order.replyKey(), 1, reply))
                .add(answer(bakery, new FakeShopper().replyKey(), 1, reply))
                .add(answer(bakery, order.replyKey(), 2, reply))
                .add(answer(bakery, order.replyKey(), 1, reply.deepCopy().put("order", "A".repeat(43))))
                .add(answer(bakery, order.replyKey(), 1, reply.deepCopy().put("v", 2)))
                .add(answer(bakery, order.replyKey(), 1, reply.deepCopy().put("at", "x")))
                .add(answer(bakery, order.replyKey(), 1, reply.deepCopy().put("state", "x\"]")))
                .add(answer(bakery, order.replyKey(), 1, reply.deepCopy().put("lines", "x")))
                .add(answer(bakery, order.replyKey(), 1, reply.deepCopy().put("total", "1")))
                .add(answer(bakery, order.replyKey(), 1, reply.deepCopy().put("withdrawUntil", "soon")))
                .add(right.substring(0, right.length() - 4) + "AAAA")
                .add(Jws.sign(bakery, Jws.REPLY, reply.toString()));
        var other = new Envelope(envelope.id(), envelope.to(), envelope.reply(), envelope.replyAt(), "a.b.c.d.e");
        question.putArray("receipts")
                .add(FakeReceipt.sign(bakery, envelope, false, NOW).jws())
                .add(FakeReceipt.sign(bakery, envelope, true, NOW).jws())
                .add(FakeReceipt.sign(new TestSigner(), envelope, true, NOW).jws())
                .add(FakeReceipt.sign(bakery, other, true, NOW).jws())
                .add(receipt(envelope, "x"))
                .add(right);
        return question;
    }

    private String receipt(Envelope envelope, String at) {
        var json = JSON.createObjectNode()
                .put("v", 1)
                .put("envelope", envelope.id().value());
        json.put("hash", envelope.hash()).put("state", "read").put("at", at);
        return Jws.sign(bakery, Jws.RECEIPT, json.toString());
    }

    private static String answer(Signer signer, PublicKey to, long number, ObjectNode reply) {
        return Answer.seal(signer, EnvelopeId.of(new byte[16]), to, number, NOW, reply.toString())
                .jws();
    }
}
