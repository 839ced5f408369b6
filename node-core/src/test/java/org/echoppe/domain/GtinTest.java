package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GtinTest {
    @Test
    void whatEachShopGivesAsItLikesIsNoArticleOfOthersHoweverItIsWritten() {
        for (String code : List.of(
                "2000000000015",
                "0200000000011",
                "200000000011",
                "0400000000015",
                "400000000015",
                "20000004",
                "0000020000004",
                "00000017",
                "12000000000012")) {
            assertThat(new Gtin(code).isGlobal()).as(code).isFalse();
        }
        for (String code :
                List.of("3760000000017", "9780439023481", "042100005264", "96385074", "40123455", "0000040123455")) {
            assertThat(new Gtin(code).isGlobal()).as(code).isTrue();
        }
    }

    @Test
    void aBarcodeIsReadWithItsSpacesAndHyphens() {
        assertThat(Gtin.parse("3 177630-046030")).contains(new Gtin("3177630046030"));
    }

    @Test
    void aWrongCheckDigitIsNoGtin() {
        assertThat(Gtin.parse("3178500411843")).isEmpty();
        assertThatThrownBy(() -> new Gtin("3178500411843")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIsbn10GetsItsLostZerosBackAndBecomesAnEan13() {
        assertThat(Gtin.ofIsbn10("439023483")).contains(new Gtin("9780439023481"));
        assertThat(Gtin.ofIsbn10("0-19-852663-6")).contains(new Gtin("9780198526636"));
        assertThat(Gtin.ofIsbn10("439023484")).isEmpty();
    }

    @Test
    void anIsbn10MayEndInX() {
        assertThat(Gtin.ofIsbn10("043935806x")).contains(new Gtin("9780439358064"));
    }

    @Test
    void twoWritingsOfOneNumberHaveOnePaddedForm() {
        assertThat(new Gtin("012345678905").padded()).isEqualTo(new Gtin("0012345678905").padded());
    }
}
