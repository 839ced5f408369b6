package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Random;
import org.echoppe.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DidTest {
    private static final String DID = "did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb";

    @Test
    void theVectorsReadAndAreWrittenTheSame() throws Exception {
        var file = Shared.file("fixtures/atproto/crypto/w3c_didkey_P256.json");
        for (var vector : JsonMapper.shared().readTree(Files.readAllBytes(file))) {
            var did = new Did(vector.get("publicDidKey").asString());
            assertThat(Did.of(did.compressedPoint())).isEqualTo(did);
            assertThat(did.compressedPoint()).hasSize(33);
        }
    }

    @Test
    void anyCompressedPointHasOneDid() {
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] point = new byte[33];
            random.nextBytes(point);
            point[0] = (byte) (2 + i % 2);
            if (i % 10 == 0) {
                point[1] = 0;
                point[2] = 0;
            }
            var did = Did.of(point);
            assertThat(did.compressedPoint()).isEqualTo(point);
            assertThat(did.value()).startsWith("did:key:zDn");
            assertThat(new Did(did.toString())).isEqualTo(did);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "did:key:",
                "did:key:z",
                "did:web:example.org",
                "DID:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb",
                "did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwS",
                "did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSbb",
                "did:key:z1DnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb", // a zero byte in front
                "did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmw0b", // not base 58
                "did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb#key",
                " did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb",
                "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", // Ed25519
                "did:key:zQ3shqwJEJyMBsBXCWyCBpUBMqxcon9oHB7mCvx4sSpMdLJwc" // secp256k1
            })
    void otherTextIsNoDid(String text) {
        assertThatThrownBy(() -> new Did(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longTextIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> new Did("did:key:z" + "1".repeat(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherPointsHaveNoDid() {
        assertThatThrownBy(() -> Did.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Did.of(new byte[] {2})).isInstanceOf(IllegalArgumentException.class);
        byte[] uncompressed = new byte[65];
        uncompressed[0] = 4;
        assertThatThrownBy(() -> Did.of(uncompressed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void didsSortAsText() {
        assertThat(new Did(DID)).isEqualByComparingTo(new Did(DID)).hasToString(DID);
    }
}
