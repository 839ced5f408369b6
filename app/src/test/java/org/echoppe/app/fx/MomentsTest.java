package org.echoppe.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T13:05:00Z");

    private final Moments moments =
            new Moments(Texts.of(Moments.class, Language.EN), Clock.fixed(NOW, ZoneId.of("Europe/Paris")));

    private String ago(Duration age) {
        return moments.ago(NOW.minus(age));
    }

    @Test
    void whatWasIsSaidAsPeopleSayIt() {
        assertThat(ago(Duration.ofSeconds(1))).isEqualTo("just now");
        assertThat(ago(Duration.ofSeconds(3))).isEqualTo("3 s ago");
        assertThat(ago(Duration.ofMinutes(12))).isEqualTo("12 min ago");
        assertThat(ago(Duration.ofHours(2))).isEqualTo("at 12:05");
        assertThat(ago(Duration.ofHours(20))).isEqualTo("yesterday at 18:05");
        assertThat(ago(Duration.ofDays(9))).contains("15").contains("2026");
    }

    @Test
    void whatIsStillToComeWasNotJustNow() {
        assertThat(ago(Duration.ofSeconds(-5)))
                .as("two clocks are never quite the same")
                .isEqualTo("just now");
        assertThat(ago(Duration.ofHours(-2))).contains("clock");
        assertThat(ago(Duration.ofDays(-400))).contains("clock");
    }
}
