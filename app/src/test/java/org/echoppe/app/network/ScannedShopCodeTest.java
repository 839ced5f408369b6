package org.echoppe.app.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.echoppe.app.fx.KeyBurst;
import org.echoppe.app.fx.Keys;
import org.junit.jupiter.api.Test;

class ScannedShopCodeTest {
    private static final String INVITATION =
            "https://192.168.1.20:8444#did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

    private final KeyBurst burst = new KeyBurst();
    private final Keys reader = new Keys(burst::typed, now -> ScannedShopCode.in(burst.entered(now)));

    @Test
    void anInvitationIsHeard() {
        assertThat(reader.press(INVITATION, 5)).contains(INVITATION);
        assertThat(reader.press("pâ" + INVITATION, 5)).contains(INVITATION);
    }

    @Test
    void aReaderForAmericanKeysIsUnderstoodOnAFrenchKeyboard() {
        var onFrench = "httpsM!!&çé:&-_:&:éàM_'''3didMkeyMwDnqerDqTF(BXEqvCrfRWEk\"&-dpbLsfPDW\"ZJ(hRTPFUé&-ç";
        assertThat(reader.press(onFrench, 5)).contains(INVITATION);
    }

    @Test
    void aHandAndOtherCodesAreNot() {
        assertThat(reader.press(INVITATION, 200)).isEmpty();
        assertThat(reader.press("3017620422003", 5)).isEmpty();
        assertThat(reader.press("ABC-DEF", 5)).isEmpty();
        assertThat(reader.press("https://example.org/menu", 5)).isEmpty();
    }
}
