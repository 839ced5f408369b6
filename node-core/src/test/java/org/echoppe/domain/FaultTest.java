package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasASentenceInEveryLanguage(Fault fault) {
        for (Language language : Language.values()) {
            assertThat(fault.sentence(language, "a", "b", "c", "d"))
                    .as("%s in %s", fault, language)
                    .hasSizeGreaterThan(10)
                    .doesNotContain("{");
        }
        assertThat(fault.sentence(Language.FR)).isNotEqualTo(fault.sentence(Language.EN));
    }
}
