package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Cid;
import org.echoppe.repo.BadRepository.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DagCborTest {
    @Test
    void theValidVectorsHaveTheirBytesAndCids() throws Exception {
        for (var vector : Json.vectors("data-model/data-model-fixtures.json")) {
            byte[] bytes = Base64.getDecoder().decode(vector.get("cbor_base64").asString());
            var value = Json.ipld(vector.get("json"));
            assertThat(DagCbor.encode(value)).isEqualTo(bytes);
            assertThat(DagCbor.decode(bytes)).isEqualTo(value);
            assertThat(DagCbor.record(bytes)).isEqualTo(value);
            assertThat(DagCbor.block(value).cid())
                    .isEqualTo(Cid.parse(vector.get("cid").asString()));
        }
    }

    @Test
    void theInvalidVectorsAreNoRecords() throws Exception {
        for (var vector : Json.vectors("data-model/data-model-invalid.json")) {
            assertThatThrownBy(() -> DagCbor.record(DagCbor.encode(Json.ipld(vector.get("json")))))
                    .as(vector.get("note").asString())
                    .isInstanceOfAny(BadRepository.class, IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "255, 18ff",
        "256, 190100",
        "65535, 19ffff",
        "65536, 1a00010000",
        "4294967295, 1affffffff",
        "4294967296, 1b0000000100000000",
        "9223372036854775807, 1b7fffffffffffffff",
        "-1, 20",
        "-24, 37",
        "-25, 3818",
        "-256, 38ff",
        "-257, 390100",
        "-9223372036854775808, 3b7fffffffffffffff"
    })
    void integersTakeTheirShortestForm(long value, String hex) throws Exception {
        assertThat(HexFormat.of().formatHex(DagCbor.encode(new Ipld.Int(value))))
                .isEqualTo(hex);
        assertThat(decode(hex)).isEqualTo(new Ipld.Int(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1817", // 23 in two bytes
                "190018",
                "1a0000ffff",
                "1b00000000ffffffff",
                "1b8000000000000000", // past 64 bits with sign
                "3bffffffffffffffff",
                "780161", // a text of length 1 with a longer length
                "580100",
                "980100",
                "b8016161 00",
                "d82b00", // tag 43
                "c100",
                "d9002a582500", // tag 42 with a longer head
                "f97e00", // floats
                "fa47c35000",
                "fb3ff199999999999a",
                "f7", // undefined
                "f0",
                "f8ff",
                "5f4100ff", // indefinite lengths
                "7f6161ff",
                "9f00ff",
                "bf616100ff",
                "ff",
                "1c",
                "0000", // bytes after the end
                "61ff", // not UTF-8
                "62c080",
                "63eda080",
                "64f4908080",
                "a2616200616100", // unsorted
                "a262616100616200", // longer before shorter
                "a2616100616100", // twice
                "a10000", // a key that is no text
                "a1416100",
                "d82a4100", // a link too short
                "d82a00",
                "d82a582501017112200000000000000000000000000000000000000000000000000000000000000000",
                "d82a582500017012200000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNotCanonicalIsRefused(String hex) {
        assertReason(hex, Reason.NOT_CANONICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "19ff",
                "1b000000",
                "61",
                "7a7fffffff61",
                "5b7fffffffffffffff",
                "9a7fffffff00",
                "81",
                "a1",
                "a16161",
                "ba7fffffff616100",
                "d82a",
                "d82a582500"
            })
    void whatEndsTooSoonIsRefusedAndNothingIsAllocatedForIt(String hex) {
        assertReason(hex, Reason.TRUNCATED);
    }

    @Test
    void theReplacementCharacterItselfIsText() throws Exception {
        var text = new Ipld.Text("a\uFFFDé");
        assertThat(DagCbor.decode(DagCbor.encode(text))).isEqualTo(text);
    }

    @Test
    void depthHasALimitInBothDirections() throws Exception {
        Ipld value = new Ipld.Int(1);
        for (int i = 0; i < DagCbor.DEPTH; i++) {
            value = i % 2 == 0 ? new Ipld.Items(List.of(value)) : new Ipld.Fields(Map.of("a", value));
        }
        assertThat(DagCbor.decode(DagCbor.encode(value))).isEqualTo(value);
        var deeper = new Ipld.Items(List.of(value));
        assertThatThrownBy(() -> DagCbor.encode(deeper)).isInstanceOf(IllegalArgumentException.class);
        assertReason("81".repeat(DagCbor.DEPTH + 1) + "00", Reason.TOO_LARGE);
        assertReason("81".repeat(100_000), Reason.TOO_LARGE);
    }

    @Test
    void mapKeysAreWrittenShorterFirstThenByBytes() throws Exception {
        var fields = new LinkedHashMap<String, Ipld>();
        for (var key : List.of("b", "aa", "é", "a", "", "B", "zzz")) {
            fields.put(key, Ipld.NULL);
        }
        var read = (Ipld.Fields) DagCbor.decode(DagCbor.encode(new Ipld.Fields(fields)));
        assertThat(read.entries().keySet()).containsExactly("", "B", "a", "b", "aa", "é", "zzz");
    }

    @Test
    void halfASurrogatePairIsNotWritten() {
        for (var text : List.of("\ud800", "a\udc00", "\ud83dx", "\udc00\ud800")) {
            assertThatThrownBy(() -> DagCbor.encode(new Ipld.Text(text))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> DagCbor.encode(new Ipld.Fields(Map.of(text, Ipld.NULL))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Ipld decode(String hex) throws BadRepository {
        return DagCbor.decode(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static void assertReason(String hex, Reason reason) {
        assertThatThrownBy(() -> decode(hex))
                .isInstanceOfSatisfying(
                        BadRepository.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
