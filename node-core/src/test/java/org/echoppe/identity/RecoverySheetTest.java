package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;

class RecoverySheetTest {
    private static final Did DID = new Did("did:key:zDnaembgSGUhZULN2Caob4HLJPaxBh92N7rtH21TErzqf8HQo");

    private final byte[] root = root(1);
    private final RecoverySheet sheet = RecoverySheet.of(DID, root);

    @Test
    void whatIsPrintedIsReadBack() {
        for (int seed = 0; seed < 200; seed++) {
            byte[] secret = root(seed);
            assertThat(RecoverySheet.read(RecoverySheet.of(DID, secret).text())).isEqualTo(secret);
        }
    }

    @Test
    void gapsAndSmallLettersDoNotMatter() {
        var text = sheet.text();
        assertThat(RecoverySheet.read(text.replace("-", ""))).isEqualTo(root);
        assertThat(RecoverySheet.read("  " + text.replace("-", "\n") + " ")).isEqualTo(root);
        assertThat(RecoverySheet.read(text.toLowerCase(Locale.ROOT).replace('-', ' ')))
                .isEqualTo(root);
        assertThat(RecoverySheet.read(text.replace('O', '0').replace('I', '1').replace('B', '8')))
                .isEqualTo(root);
    }

    @Test
    void everyMistypedGroupIsNamed() {
        var groups = new ArrayList<>(sheet.groups());
        groups.set(2, other(groups.get(2)));
        groups.set(9, groups.get(9).substring(1));
        var rejected = catchThrowableOfType(Rejected.class, () -> RecoverySheet.read(String.join("-", groups)));
        assertThat(rejected.problems()).extracting(Problem::field).containsExactly("group-3", "group-10");
        assertThat(rejected.problems()).extracting(Problem::fault).containsOnly(Fault.RECOVERY_GROUP_WRONG);
    }

    @Test
    void swappedGroupsAreBothNamed() {
        var groups = new ArrayList<>(sheet.groups());
        groups.set(4, sheet.groups().get(5));
        groups.set(5, sheet.groups().get(4));
        var rejected = catchThrowableOfType(Rejected.class, () -> RecoverySheet.read(String.join("-", groups)));
        assertThat(rejected.problems()).extracting(Problem::field).containsExactly("group-5", "group-6");
    }

    @Test
    void aGroupOfAnotherSheetIsFoundByTheWhole() {
        var groups = new ArrayList<>(sheet.groups());
        groups.set(3, RecoverySheet.of(DID, root(2)).groups().get(3));
        var rejected = catchThrowableOfType(Rejected.class, () -> RecoverySheet.read(String.join("-", groups)));
        assertThat(rejected.problems()).extracting(Problem::fault).containsExactly(Fault.RECOVERY_SHEET_WRONG);
    }

    @Test
    void aSheetThatIsTooShortIsRefused() {
        for (var typed : new String[] {"", "ABCDE", sheet.text().substring(6)}) {
            assertThatThrownBy(() -> RecoverySheet.read(typed))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            r -> assertThat(r.problems().getFirst().fault())
                                    .isEqualTo(Fault.RECOVERY_SHEET_INCOMPLETE));
        }
    }

    @Test
    void itIsNotPrintedByAccident() {
        assertThat(sheet.toString()).doesNotContain(sheet.groups().getFirst());
    }

    private static String other(String group) {
        return (group.charAt(0) == 'A' ? 'C' : 'A') + group.substring(1);
    }

    private static byte[] root(int seed) {
        byte[] root = new byte[32];
        new Random(seed).nextBytes(root);
        return root;
    }
}
