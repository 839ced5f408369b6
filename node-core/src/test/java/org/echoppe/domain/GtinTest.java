package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GtinTest {
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
