package org.echoppe.app.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.app.fx.Keys.MILLISECOND;

import org.echoppe.app.fx.Keys;
import org.junit.jupiter.api.Test;

class BarcodeBurstTest {
    private final BarcodeBurst burst = new BarcodeBurst();
    private final Keys keys = new Keys(burst::typed, burst::entered);

    @Test
    void aReaderIsFasterThanAnyHand() {
        assertThat(keys.press("3017620422003", 12)).contains("3017620422003");
        assertThat(keys.press("3017620422003", 50)).contains("3017620422003");
        assertThat(keys.press("3017620422003", 51)).isEmpty();
        assertThat(keys.press("12345670", 3)).contains("12345670");
    }

    @Test
    void whatIsNoCodeIsLeftAlone() {
        assertThat(keys.press("1234567", 3)).isEmpty();
        assertThat(keys.press("123456789012345", 3)).isEmpty();
        assertThat(keys.press("abcdefgh", 3)).isEmpty();
        assertThat(keys.press("30176x20422003", 3))
                .as("the last eight digits alone")
                .contains("20422003");
        assertThat(keys.press("", 3)).isEmpty();
    }

    @Test
    void typingBeforeItDoesNotHideIt() {
        keys.press("12", 200);
        keys.rest(400);
        assertThat(keys.press("3017620422003", 8)).contains("3017620422003");
        assertThat(keys.press("3017620422003", 8)).as("and again").contains("3017620422003");
    }

    @Test
    void anAmericanReaderOnAFrenchKeyboardIsUnderstood() {
        assertThat(keys.press("\"à&è-éà'ééààp".replace("p", "\""), 8)).contains("3017620422003");
    }

    @Test
    void theFirstDigitIsToldSoThatTheFieldCanBeRestored() {
        assertThat(burst.typed('3', MILLISECOND)).isTrue();
        assertThat(burst.typed('0', 2 * MILLISECOND)).isFalse();
        assertThat(burst.typed('1', 900 * MILLISECOND)).isTrue();
        assertThat(burst.typed('x', 901 * MILLISECOND)).isFalse();
    }
}
