package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasASentenceInEveryLanguage(Fault fault) {
        for (Language language : Language.values()) {
            for (int count = 1; count <= 2; count++) {
                assertThat(fault.sentence(language, count, count, count, count))
                        .as("%s in %s", fault, language)
                        .hasSizeGreaterThan(10)
                        .doesNotContain("{")
                        .doesNotContain("1 cellules", "1 valeurs", "1 produits", "1 cells", "1 products", "1 repeated");
            }
        }
        assertThat(fault.sentence(Language.FR)).isNotEqualTo(fault.sentence(Language.EN));
    }
}
