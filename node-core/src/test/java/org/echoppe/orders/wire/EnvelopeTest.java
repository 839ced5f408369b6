package org.echoppe.orders.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.Jws;
import org.echoppe.repo.Signer;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

    private final Signer bakery = new TestSigner();
    private final FakeShopper shopper = new FakeShopper();
    private final Did encryptionKey = new FakeShopper().key().did();
    private final Envelope envelope = shopper.envelope("a.b.c", bakery.did().value(), encryptionKey);

    @Test
    void anEnvelopeIsReadAsItWasWritten() throws Exception {
        assertThat(Envelope.read(envelope.toJson())).isEqualTo(envelope);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"v\":1', '\"v\":2', v",
        "'\"to\":\"did:key', '\"to\":\"did:web', to",
        "'\"replyAt\":[]', '\"replyAt\":[\"x\"]', replyAt",
        "'\"replyAt\":[]', '\"replyAt\":[1,2,3,4,5]', replyAt",
        "'\"jwe\":\"', '\"jwe\":\"!', jwe",
        "'\"reply\":\"', '\"reply\":\"A', reply",
        "'{\"v\"', '[\"v\"', no JSON",
    })
    void aWrongEnvelopeIsRefusedByItsField(String of, String by, String why) {
        var json = new String(envelope.toJson(), UTF_8).replace(of, by);
        assertThatThrownBy(() -> Envelope.read(json.getBytes(UTF_8)))
                .isInstanceOf(BadEnvelope.class)
                .hasMessage(why);
    }

    @Test
    void anEnvelopeThatIsTooLongIsNotEvenRead() {
        assertThatThrownBy(() -> Envelope.read(new byte[Envelope.MAX_LENGTH + 1]))
                .hasMessageContaining("longer");
    }

    @Test
    void aReceiptEndsTheRetryingOfItsOwnEnvelopeAlone() throws Exception {
        var receipt =
                Receipt.read(FakeReceipt.sign(bakery, envelope, false, NOW).jws());
        assertThat(receipt.ends(envelope)).isTrue();
        assertThat(receipt.read()).isFalse();
        assertThat(Receipt.read(FakeReceipt.sign(bakery, envelope, true, NOW).jws())
                        .read())
                .isTrue();
        assertThat(Receipt.read(FakeReceipt.sign(new TestSigner(), envelope, false, NOW)
                                .jws())
                        .ends(envelope))
                .as("of another shop")
                .isFalse();
        var other = new Envelope(envelope.id(), envelope.to(), envelope.reply(), envelope.replyAt(), "a.b.c.d.e");
        assertThat(receipt.ends(other)).as("of other bytes").isFalse();
        var renamed = new Envelope(
                EnvelopeId.of(new byte[16]), envelope.to(), envelope.reply(), envelope.replyAt(), envelope.jwe());
        assertThat(receipt.ends(renamed)).as("of another id").isFalse();
    }

    @Test
    void anAnswerIsCheckedByWhoHoldsItAndReadByTheShopperAlone() throws Exception {
        var sealed = Answer.seal(
                bakery, EnvelopeId.of(new byte[16]), shopper.replyKey(), 1, NOW, "{\"state\":\"accepted\"}");
        var answer = Answer.read(sealed.jws());
        assertThat(answer).isEqualTo(sealed);
        assertThat(answer.merchant()).isEqualTo(bakery.did());
        assertThat(answer.reply()).isEqualTo(shopper.replyKey().thumbprint());
        assertThat(shopper.open(answer)).isEqualTo(new Jws(bakery.did(), "{\"state\":\"accepted\"}"));
        assertThatThrownBy(() -> new FakeShopper().open(answer)).isInstanceOf(BadEnvelope.class);
        assertThatThrownBy(() -> Receipt.read(answer.jws())).isInstanceOf(BadEnvelope.class);
    }
}
