package org.echoppe.app.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarcodeBurstTest {
    private static final long MILLISECOND = 1_000_000;

    private final BarcodeBurst burst = new BarcodeBurst();
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
    void aReaderIsFasterThanAnyHand() {
        assertThat(keys("3017620422003", 12)).contains("3017620422003");
        assertThat(keys("3017620422003", 50)).contains("3017620422003");
        assertThat(keys("3017620422003", 51)).isEmpty();
        assertThat(keys("12345670", 3)).contains("12345670");
    }

    @Test
    void whatIsNoCodeIsLeftAlone() {
        assertThat(keys("1234567", 3)).isEmpty();
        assertThat(keys("123456789012345", 3)).isEmpty();
        assertThat(keys("abcdefgh", 3)).isEmpty();
        assertThat(keys("30176x20422003", 3)).as("the last eight digits alone").contains("20422003");
        assertThat(keys("", 3)).isEmpty();
    }

    @Test
    void typingBeforeItDoesNotHideIt() {
        keys("12", 200);
        now += 400 * MILLISECOND;
        assertThat(keys("3017620422003", 8)).contains("3017620422003");
        assertThat(keys("3017620422003", 8)).as("and again").contains("3017620422003");
    }

    @Test
    void anAmericanReaderOnAFrenchKeyboardIsUnderstood() {
        assertThat(keys("\"à&è-éà'ééààp".replace("p", "\""), 8)).contains("3017620422003");
    }

    @Test
    void theFirstDigitIsToldSoThatTheFieldCanBeRestored() {
        assertThat(burst.typed('3', MILLISECOND)).isTrue();
        assertThat(burst.typed('0', 2 * MILLISECOND)).isFalse();
        assertThat(burst.typed('1', 900 * MILLISECOND)).isTrue();
        assertThat(burst.typed('x', 901 * MILLISECOND)).isFalse();
    }
}
