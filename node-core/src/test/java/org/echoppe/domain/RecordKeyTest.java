package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordKeyTest {
    @ParameterizedTest
    @MethodSource
    void theValidOnesAreRead(String text) {
        assertThat(new RecordKey(text)).hasToString(text);
    }

    static Stream<String> theValidOnesAreRead() throws Exception {
        return Lines.of("syntax/recordkey_syntax_valid.txt");
    }

    @ParameterizedTest
    @MethodSource
    void theInvalidOnesAreRefused(String text) {
        assertThatThrownBy(() -> new RecordKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<String> theInvalidOnesAreRefused() throws Exception {
        return Stream.concat(Lines.of("syntax/recordkey_syntax_invalid.txt"), Stream.of("", "self\n", "é"));
    }

    @Test
    void aTidIsOne() {
        assertThat(RecordKey.of(Tid.of(1, 1)).value()).isEqualTo(Tid.of(1, 1).value());
    }

    @Test
    void theySortAsText() {
        assertThat(RecordKey.SELF).isGreaterThan(new RecordKey("Self")).isLessThan(new RecordKey("self."));
    }
}
