package org.echoppe.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.echoppe.domain.Cid.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidTest {
    /** What {@code ipfs add --cid-version=1 --raw-leaves} gives for these eleven bytes. */
    private static final String HELLO_WORLD = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";

    @Test
    void aRawBlockHasTheCidThatIpfsGivesIt() {
        var cid = Cid.of(Codec.RAW, "hello world".getBytes(UTF_8));
        assertThat(cid).hasToString(HELLO_WORLD).isEqualTo(Cid.parse(HELLO_WORLD));
        assertThat(cid.codec()).isEqualTo(Codec.RAW);
        assertThat(cid.matches("hello world".getBytes(UTF_8))).isTrue();
        assertThat(cid.matches("hello World".getBytes(UTF_8))).isFalse();
    }

    @Test
    void textAndBytesSayTheSame() {
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] block = new byte[random.nextInt(100)];
            random.nextBytes(block);
            var cid = Cid.of(block);
            assertThat(cid.codec()).isEqualTo(Codec.DAG_CBOR);
            assertThat(cid.toString()).startsWith("bafyrei").hasSize(59);
            assertThat(Cid.parse(cid.toString())).isEqualTo(cid).hasSameHashCodeAs(cid);
            assertThat(Cid.fromBytes(cid.bytes())).isEqualTo(cid);
            byte[] wider = new byte[50];
            cid.copyTo(wider, 7);
            assertThat(Cid.fromBytes(wider, 7)).isEqualTo(cid);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "b",
                "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnpbdg", // version 0
                "zb2rhe5P4gXftAwvA4eXQ5HJwsER2owDyS9sKaQRRVQPn93bA", // base 58
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5", // a letter short
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5ee",
                "BAFKREIFZJUT3TE2NHYEKKLSS27NH3K72YSCO7Y32KOAO5EEI66WOF36N5E",
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n51",
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5f", // bits left over
                "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi" // dag-pb
            })
    void otherTextIsNoCid(String text) {
        assertThatThrownBy(() -> Cid.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherBytesAreNoCid() {
        byte[] good = Cid.parse(HELLO_WORLD).bytes();
        for (int i = 0; i < 4; i++) {
            byte[] bad = good.clone();
            bad[i]++;
            assertThatThrownBy(() -> Cid.fromBytes(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int length : new int[] {0, 1, 35, 37}) {
            assertThatThrownBy(() -> Cid.fromBytes(Arrays.copyOf(good, length)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Cid.fromBytes(good, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyCanChangeACidFromOutside() {
        var cid = Cid.parse(HELLO_WORLD);
        Arrays.fill(cid.bytes(), (byte) 0);
        byte[] source = cid.bytes();
        var copy = Cid.fromBytes(source);
        Arrays.fill(source, (byte) 0);
        assertThat(cid).hasToString(HELLO_WORLD);
        assertThat(copy).hasToString(HELLO_WORLD);
    }

    @Test
    void theOrderIsThatOfBytesWithoutSign() {
        var sorted = IntStream.range(0, 200)
                .mapToObj(i -> Cid.of(new byte[] {(byte) i}))
                .sorted()
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(Arrays.compareUnsigned(
                            sorted.get(i - 1).bytes(), sorted.get(i).bytes()))
                    .isNegative();
        }
        assertThat(new HashSet<>(sorted)).hasSize(200);
    }

    @Test
    void hashesAreThoseOfFips180() {
        assertThat(Sha256.of("abc".getBytes(UTF_8)))
                .asHexString()
                .isEqualTo("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
        assertThatThrownBy(() -> Sha256.into(new byte[40], 9, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
