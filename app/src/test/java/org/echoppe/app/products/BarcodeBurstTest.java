package org.echoppe.app.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.app.fx.Keys.MILLISECOND;

import java.util.List;
import org.echoppe.app.fx.Keys;
import org.junit.jupiter.api.Test;

class BarcodeBurstTest {
    private final BarcodeBurst burst = new BarcodeBurst();
    private final Keys keys = new Keys(burst::typed, nanos -> burst.entered(nanos, false));
    private final Keys inText = new Keys(burst::typed, nanos -> burst.entered(nanos, true));

    @Test
    void aReaderIsFasterThanAnyHand() {
        for (var hand : List.of(keys, inText)) {
            assertThat(hand.press("3017620422003", 12)).contains("3017620422003");
            assertThat(hand.press("3017620422003", 50)).contains("3017620422003");
            assertThat(hand.press("3017620422003", 51)).isEmpty();
            assertThat(hand.press("12345670", 3)).contains("12345670");
        }
    }

    @Test
    void theShopsOwnLabelsAreHeard() {
        assertThat(keys.press("4207", 12)).contains("4207");
        assertThat(keys.press("PAIN", 12)).contains("PAIN");
        assertThat(keys.press("CRX-004", 12)).contains("CRX-004");
        assertThat(keys.press("CRX-004", 60)).isEmpty();
        assertThat(inText.press("4207", 12)).contains("4207");
        assertThat(inText.press("CRX-004", 12)).contains("CRX-004");
    }

    @Test
    void whatIsNoCodeIsLeftAlone() {
        assertThat(keys.press("42", 3)).isEmpty();
        assertThat(keys.press("pain aux noix 4", 3)).isEmpty();
        assertThat(keys.press("1,20", 3)).isEmpty();
        assertThat(keys.press("x".repeat(33), 3)).isEmpty();
        assertThat(keys.press("", 3)).isEmpty();
        assertThat(inText.press("croissant", 3))
                .as("a word that a program types")
                .isEmpty();
        assertThat(inText.press("été", 3)).isEmpty();
        assertThat(inText.press("sablés", 3)).isEmpty();
        assertThat(inText.press("120", 3)).isEmpty();
        assertThat(inText.press("4207", 40)).as("a quick hand").isEmpty();
    }

    @Test
    void typingBeforeItDoesNotHideIt() {
        keys.press("12", 200);
        keys.rest(400);
        assertThat(keys.press("3017620422003", 8)).contains("3017620422003");
        assertThat(keys.press("3017620422003", 8)).as("and again").contains("3017620422003");
    }

    @Test
    void anAmericanReaderOnAFrenchOrBelgianKeyboardIsUnderstood() {
        for (var hand : List.of(keys, inText)) {
            assertThat(hand.press("\"à&è-éà'ééàà\"", 8)).contains("3017620422003");
            assertThat(hand.press("\"à&è§éà'ééàà\"", 8)).contains("3017620422003");
            assertThat(hand.press("'éàè", 8)).contains("4207");
            assertThat(hand.press("CRX)àà'", 8)).contains("CRX-004");
            assertThat(hand.press("QWA&é", 8)).contains("AZQ12");
        }
    }

    @Test
    void theFirstCharacterIsToldSoThatTheFieldCanBeRestored() {
        assertThat(burst.typed('3', MILLISECOND)).isTrue();
        assertThat(burst.typed('0', 2 * MILLISECOND)).isFalse();
        assertThat(burst.typed('1', 900 * MILLISECOND)).isTrue();
        assertThat(burst.typed('x', 901 * MILLISECOND)).isFalse();
    }
}
