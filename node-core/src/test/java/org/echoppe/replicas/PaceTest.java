package org.echoppe.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void threeAtOnceThenOneInTenSeconds() {
        var pace = new Pace();
        for (int i = 0; i < 3; i++) {
            assertThat(pace.next(NOON)).isZero();
        }
        assertThat(pace.next(NOON)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pace.next(NOON.plusSeconds(4))).isEqualTo(Duration.ofSeconds(6));
        assertThat(pace.next(NOON.plusSeconds(10))).isZero();
        assertThat(pace.next(NOON.plusSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(pace.isFull(NOON.plusSeconds(39))).isFalse();
        assertThat(pace.isFull(NOON.plusSeconds(41))).isTrue();
    }

    @Test
    void onlyOneWaits() {
        var pace = new Pace();
        assertThat(pace.waitOnce()).isTrue();
        assertThat(pace.waitOnce()).isFalse();
        pace.waited();
        assertThat(pace.waitOnce()).isTrue();
    }
}
