package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {
    @TempDir
    Path home;

    @Test
    void theEnvironmentComesFirstAndLeavesNoFile() {
        assertThat(phrase(Map.of("ECHOPPE_PASSPHRASE", "pain au levain")).text())
                .isEqualTo("pain au levain");
        assertThat(home.resolve("passphrase")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFirstStartMakesARandomPhraseThatOnlyItsOwnerReads() throws Exception {
        var made = phrase(Map.of());
        assertThat(made.text()).hasSize(32);
        assertThat(phrase(Map.of())).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("passphrase"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatOthersCanReadIsRefused() throws Exception {
        phrase(Map.of());
        for (var open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(home.resolve("passphrase"), PosixFilePermissions.fromString(open));
            assertThat(fault()).isEqualTo(Fault.PASSPHRASE_FILE_READABLE_BY_OTHERS);
        }
    }

    @Test
    void aLostPhraseIsNotReplacedWhileThereIsAnIdentity() throws Exception {
        Files.writeString(home.resolve("identity.p12"), "something");
        assertThat(fault()).isEqualTo(Fault.PASSPHRASE_MISSING);
        assertThat(home.resolve("passphrase")).doesNotExist();
        assertThat(Passphrase.forRecovery(Map.of(), home, new SecureRandom()).text())
                .hasSize(32);
    }

    @Test
    void aPhraseThatAPersonChoseMakesEachGuessCostHoweverLongItIs() throws Exception {
        var made = phrase(Map.of());
        assertThat(made.iterations()).isEqualTo(2_000);
        assertThat(phrase(Map.of()).iterations()).isEqualTo(2_000);
        assertThat(phrase(Map.of("ECHOPPE_PASSPHRASE", made.text())).iterations())
                .isEqualTo(200_000);
        Files.writeString(home.resolve("passphrase"), "correct cheval pile agrafe correct cheval");
        assertThat(phrase(Map.of()).iterations()).isEqualTo(200_000);
    }

    @Test
    void itIsNotPrintedByAccident() {
        assertThat(new Passphrase("secret").toString()).doesNotContain("secret");
    }

    private Passphrase phrase(Map<String, String> environment) {
        return Passphrase.of(environment, home, new SecureRandom());
    }

    private Fault fault() {
        return catchThrowableOfType(Rejected.class, () -> phrase(Map.of()))
                .problems()
                .getFirst()
                .fault();
    }
}
