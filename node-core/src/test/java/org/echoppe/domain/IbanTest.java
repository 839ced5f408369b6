package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 3000 6000 0112 3456 7890 189",
                "fr1420041010050500013m02606",
                "BE71 0961 2345 6769",
                "DE75512108001245126199",
                "MT31MALT01100000000000000000123",
            })
    void accountsOfSeveralCountriesAreTaken(String text) {
        assertThat(Iban.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 3000 6000 0112 3456 7890 198",
                "FR76 3000 6000 0112 3456 7890 18",
                "DE75 5121 0800 1245 1261 9",
                "7630006000011234567890189",
                "",
            })
    void aWrongDigitOrLengthIsSeen(String text) {
        assertThat(Iban.parse(text)).isEmpty();
    }

    @Test
    void itIsWrittenInGroupsOfFour() {
        assertThat(Iban.parse("FR7630006000011234567890189").orElseThrow().groups())
                .isEqualTo("FR76 3000 6000 0112 3456 7890 189");
    }
}
