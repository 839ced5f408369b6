package org.echoppe.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.app.fx.Keys.MILLISECOND;

import org.echoppe.app.fx.KeyBurst;
import org.echoppe.app.fx.Keys;
import org.junit.jupiter.api.Test;

class ScannedReferenceTest {
    private final KeyBurst burst = new KeyBurst();
    private final Keys keys = new Keys(burst::typed, now -> ScannedReference.in(burst.entered(now)));

    @Test
    void aReaderIsHeardAndAHandIsNot() {
        assertThat(keys.press("K7Q-2MX", 8)).contains("K7Q-2MX");
        assertThat(keys.press("K7Q-2MX", 50)).contains("K7Q-2MX");
        assertThat(keys.press("K7Q-2MX", 120)).isEmpty();
    }

    @Test
    void anAmericanReaderOnAFrenchKeyboardIsUnderstood() {
        assertThat(keys.press("KèA)é?X", 8)).contains("K7Q-2MX");
    }

    @Test
    void whatIsNoReferenceIsLeftAlone() {
        assertThat(keys.press("K7Q-2M1", 8)).as("no reference has a one").isEmpty();
        assertThat(keys.press("3017620422003", 8)).isEmpty();
        assertThat(keys.press("k7q-2mx", 8)).isEmpty();
        assertThat(keys.press("", 8)).isEmpty();
    }

    @Test
    void theFirstCharacterIsToldSoThatTheFieldCanBeRestored() {
        assertThat(burst.typed('K', MILLISECOND)).isTrue();
        assertThat(burst.typed('7', 2 * MILLISECOND)).isFalse();
        assertThat(burst.typed('K', 900 * MILLISECOND)).isTrue();
    }
}
