package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.echoppe.domain.Base32;
import org.echoppe.domain.Did;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    /** From the tests of Syncthing, lib/protocol/deviceid_test.go. */
    private static final String SYNCTHING = "P56IOI7-MZJNU2Y-IQGDREY-DM2MGTI-MGL3BXN-PQ6W5BM-TBBZ4TJ-XZWICQ2";

    private static final Did DID = new Did("did:key:zDnaembgSGUhZULN2Caob4HLJPaxBh92N7rtH21TErzqf8HQo");

    @Test
    void itsCheckCharactersAreSyncthings() {
        var bare = new StringBuilder();
        var checked = SYNCTHING.replace("-", "");
        for (int i = 0; i < checked.length(); i += 14) {
            bare.append(checked, i, i + 13);
        }
        byte[] hash = Base32.decode(bare.toString().toLowerCase(Locale.ROOT));
        assertThat(Fingerprint.ofHash(hash).text()).isEqualTo(SYNCTHING);
    }

    @Test
    void whatIsTypedByHandIsUnderstood() {
        var fingerprint = Fingerprint.of(DID);
        assertThat(fingerprint.text()).matches("([A-Z2-7]{7}-){7}[A-Z2-7]{7}");
        assertThat(Fingerprint.parse(fingerprint.text().toLowerCase(Locale.ROOT).replace('-', ' ')))
                .isEqualTo(fingerprint);
        assertThat(Fingerprint.parse(
                        fingerprint.text().replace('O', '0').replace('I', '1').replace('B', '8')))
                .matches(read -> read.matches(DID));
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        var text = Fingerprint.of(DID).text();
        var random = new Random(7);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '-') {
                continue;
            }
            char other;
            do {
                other = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(random.nextInt(32));
            } while (other == text.charAt(i));
            var wrong = text.substring(0, i) + other + text.substring(i + 1);
            assertThatThrownBy(() -> Fingerprint.parse(wrong)).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void nonsenseIsNoFingerprint() {
        for (var nonsense : new String[] {"", "-", "A", "é".repeat(56), "!".repeat(56), "A".repeat(57)}) {
            assertThatThrownBy(() -> Fingerprint.parse(nonsense)).isInstanceOf(Rejected.class);
        }
    }
}
