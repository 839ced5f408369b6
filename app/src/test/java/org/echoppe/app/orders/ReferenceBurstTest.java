package org.echoppe.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceBurstTest {
    private static final long MILLISECOND = 1_000_000;

    private final ReferenceBurst burst = new ReferenceBurst();
    private long now;

    private Optional<String> keys(String text, long millisEach) {
        for (int i = 0; i < text.length(); i++) {
            now += millisEach * MILLISECOND;
            burst.typed(text.charAt(i), now);
        }
        now += millisEach * MILLISECOND;
        return burst.entered(now);
    }

    @Test
    void aReaderIsHeardAndAHandIsNot() {
        assertThat(keys("K7Q-2MX", 8)).contains("K7Q-2MX");
        assertThat(keys("K7Q-2MX", 50)).contains("K7Q-2MX");
        assertThat(keys("K7Q-2MX", 120)).isEmpty();
    }

    @Test
    void whatIsNoReferenceIsLeftAlone() {
        assertThat(keys("K7Q-2M1", 8)).as("no reference has a one").isEmpty();
        assertThat(keys("3017620422003", 8)).isEmpty();
        assertThat(keys("k7q-2mx", 8)).isEmpty();
        assertThat(keys("", 8)).isEmpty();
    }

    @Test
    void theFirstCharacterIsToldSoThatTheFieldCanBeRestored() {
        assertThat(burst.typed('K', MILLISECOND)).isTrue();
        assertThat(burst.typed('7', 2 * MILLISECOND)).isFalse();
        assertThat(burst.typed('K', 900 * MILLISECOND)).isTrue();
    }
}
