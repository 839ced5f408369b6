package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsTest {
    private static final String TYP = Jws.NODE_RECORD;
    private static final String JSON = "{\"endpoints\":[\"https://café.example:8444\"]}";

    private final FakeSigner signer = FakeSigner.of(1);

    @Test
    void whatWasSignedIsReadBackWithItsSigner() throws Exception {
        var jws = Jws.parse(Jws.sign(signer, TYP, JSON), TYP);
        assertThat(jws).isEqualTo(new Jws(signer.did(), JSON));
    }

    @Test
    void aWordOfOnePurposeServesNoOther() {
        var invitation = Jws.sign(signer, Jws.INVITATION, JSON);
        assertThatThrownBy(() -> Jws.parse(invitation, TYP))
                .isInstanceOf(BadJws.class)
                .hasMessageContaining("typ");
    }

    @Test
    void aChangedWordIsRefused() {
        var parts = Jws.sign(signer, TYP, JSON).split("\\.");
        var changed = parts[0] + "." + base64("{\"endpoints\":[]}") + "." + parts[2];
        assertThatThrownBy(() -> Jws.parse(changed, TYP)).isInstanceOf(BadJws.class);
    }

    @Test
    void aForeignKeyUnderAnotherNameIsRefused() {
        var forged = signed("{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"%s\"}"
                .formatted(TYP, FakeSigner.of(2).did()));
        assertThatThrownBy(() -> Jws.parse(forged, TYP))
                .isInstanceOf(BadJws.class)
                .hasMessageContaining("signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'ES256','typ':'TYP','kid':'KID','crit':['b64'],'b64':false}",
                "{'alg':'ES256','typ':'TYP','kid':'KID','jwk':{'kty':'EC','crv':'P-256','x':'AA','y':'AA'}}",
                "{'alg':'ES256','typ':'TYP','kid':'KID','zip':'DEF'}",
                "{'alg':'ES256','typ':'TYP','kid':'KID','x':1}",
                "{'alg':'ES256','typ':'TYP'}",
                "{'alg':'ES256','kid':'KID'}",
                "{'alg':'ES384','typ':'TYP','kid':'KID'}",
                "{'alg':'HS256','typ':'TYP','kid':'KID'}",
                "{'alg':'none','typ':'TYP','kid':'KID'}",
                "{'alg':'ES256','typ':'typ','kid':'KID'}",
                "{'alg':'ES256','typ':'TYP','kid':'did:web:example.org'}",
                "{'alg':'ES256','typ':'TYP','kid':'KID','kid':'KID'}",
                "{'alg':'ES256','typ':'TYP','kid':7}",
                "[]",
                "{",
                ""
            })
    void anyOtherHeaderIsRefused(String header) {
        var text = header.replace('\'', '"')
                .replace("TYP", TYP)
                .replace("KID", signer.did().value());
        assertThatThrownBy(() -> Jws.parse(signed(text), TYP)).isInstanceOf(BadJws.class);
    }

    @Test
    void nonsenseAndTooLongWordsAreRefused() {
        for (var nonsense : new String[] {"", ".", "..", "a.b.c", "é.é.é", "x".repeat(Jws.MAX_LENGTH + 1)}) {
            assertThatThrownBy(() -> Jws.parse(nonsense, TYP)).isInstanceOf(BadJws.class);
        }
    }

    @Test
    void aPayloadThatIsNoUtf8IsRefused() {
        var head = base64("{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(TYP, signer.did()));
        var input = head + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> Jws.parse(sealed(input), TYP)).isInstanceOf(BadJws.class);
    }

    private String signed(String header) {
        return sealed(base64(header) + "." + base64(JSON));
    }

    private String sealed(String input) {
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign(input.getBytes(UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
