package org.echoppe.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopCodeTest {
    private static final Did DID = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");

    @Test
    void anInvitationSaysWhereAndWho() {
        var text = "https://192.168.1.20:8444#" + DID;
        assertThat(ShopCode.read("  " + text + "\n")).isEqualTo(new ShopCode("https://192.168.1.20:8444", DID));
        assertThat(ShopCode.read(text).text()).isEqualTo(text);
    }

    @Test
    void anAddressSaysWhereAlone() {
        assertThat(ShopCode.read("https://boulangerie.example:8444/"))
                .isEqualTo(new ShopCode("https://boulangerie.example:8444", null));
    }

    @Test
    void theCodeOfAShopsPageOrIdentitySaysWhoAlone() {
        assertThat(ShopCode.read("https://192.168.1.20:8443/fr/shops/" + DID)).isEqualTo(new ShopCode("", DID));
        assertThat(ShopCode.read(DID.value())).isEqualTo(new ShopCode("", DID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3017620422003",
                "https://example.org",
                "https://example.org/menu.pdf",
                "http://192.168.1.20:8444",
                "WIFI:T:WPA;S:Fournil;P:pain;;",
                "did:key:zDnaarbitrary",
                "https://192.168.1.20:8444#did:web:example.org",
                "https://user@192.168.1.20:8444#did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
            })
    void whatIsNoShopsIsCalledByNobody(String text) {
        assertRefused(text);
    }

    @Test
    void whatIsTooLongIsNotLookedAt() {
        assertRefused("https://192.168.1.20:8444#" + DID + "x".repeat(5_000));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> ShopCode.read(text))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Problem::fault)
                                .containsExactly(Fault.CODE_OF_NO_SHOP));
    }
}
