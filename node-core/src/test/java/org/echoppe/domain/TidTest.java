package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TidTest {
    @ParameterizedTest
    @MethodSource
    void theValidOnesAreRead(String text) {
        var tid = new Tid(text);
        assertThat(Tid.of(tid.micros(), tid.clockId())).isEqualTo(tid).hasToString(text);
    }

    static Stream<String> theValidOnesAreRead() throws Exception {
        return Lines.of("syntax/tid_syntax_valid.txt");
    }

    @ParameterizedTest
    @MethodSource
    void theInvalidOnesAreRefused(String text) {
        assertThatThrownBy(() -> new Tid(text)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<String> theInvalidOnesAreRefused() throws Exception {
        return Stream.concat(Lines.of("syntax/tid_syntax_invalid.txt"), Stream.of("", "3jzfcijpj2z2a\n"));
    }

    @Test
    void itSaysItsTimeAndItsClock() {
        var time = Instant.parse("2026-11-22T12:34:56.123456Z");
        var tid = Tid.of(time.getEpochSecond() * 1_000_000 + 123_456, 1023);
        assertThat(tid.instant()).isEqualTo(time);
        assertThat(tid.clockId()).isEqualTo(1023);
    }

    @Test
    void theEndsOfTheRangeAreLegalAndNothingPastThem() {
        assertThat(Tid.of(0, 0)).hasToString("2222222222222");
        assertThat(new Tid(Tid.of((1L << 53) - 1, 1023).value()).micros()).isEqualTo((1L << 53) - 1);
        assertThatThrownBy(() -> Tid.of(1L << 53, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tid.of(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tid.of(0, 1024)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tid.of(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theySortAsTheirTimes() {
        var random = new Random(1);
        var micros = random.longs(500, 0, 1L << 53).sorted().toArray();
        var tids = new ArrayList<Tid>();
        for (long time : micros) {
            tids.add(Tid.of(time, random.nextInt(1024)));
        }
        assertThat(tids).isSorted();
        assertThat(tids.stream().map(Tid::value)).isSorted();
    }
}
