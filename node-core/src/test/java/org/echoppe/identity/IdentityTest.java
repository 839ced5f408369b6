package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.repo.P256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    private static final Passphrase PHRASE = new Passphrase("pain au levain, croûte dorée, mie alvéolée", true);
    private static final byte[] MESSAGE = "bread".getBytes(UTF_8);

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = home.resolve(Identity.FILE);
    }

    @Test
    void anIdentityIsMadeOnceAndThenFound() {
        var made = open();
        var found = open();
        assertThat(found.did()).isEqualTo(made.did());
        assertThat(found.encryptionKey()).isEqualTo(made.encryptionKey());
        assertThat(found.recoveryKey()).isEqualTo(made.recoveryKey());
        assertThat(found.databaseKey()).isEqualTo(made.databaseKey()).hasSize(32);
        assertThat(java.util.Set.of(made.did(), made.encryptionKey(), made.recoveryKey()))
                .hasSize(3);
    }

    @Test
    void itSignsAsItsDid() {
        var identity = open();
        for (int i = 0; i < 20; i++) {
            assertThat(P256.verify(identity.did(), MESSAGE, identity.sign(MESSAGE)))
                    .isTrue();
        }
    }

    @Test
    void afterTheSheetIsPrintedTheRootIsGoneAndEverythingElseWorks() throws Exception {
        var before = open();
        assertThat(before.holdsRoot()).isTrue();
        var sheet = before.recoverySheet().orElseThrow();
        before.recoverySheetPrinted();
        assertThat(before.recoverySheet()).isEmpty();

        var after = open();
        assertThat(after.holdsRoot()).isFalse();
        assertThat(after.recoverySheet()).isEmpty();
        assertThat(after.did()).isEqualTo(sheet.did());
        assertThat(after.encryptionKey()).isEqualTo(before.encryptionKey());
        var sealed = Sealing.seal(
                "a.b.c",
                PublicKey.of(before.encryptionKey()),
                before.encryptionKey().value());
        assertThat(after.open(sealed)).isEqualTo("a.b.c");
        assertThat(after.recoveryKey()).isEqualTo(before.recoveryKey());
        assertThat(after.databaseKey()).isEqualTo(before.databaseKey());
        assertThat(P256.verify(after.did(), MESSAGE, after.sign(MESSAGE))).isTrue();
        assertThat(home.toFile().list()).containsExactly(Identity.FILE);
    }

    @Test
    void theEncryptionKeyIsRenewedAndTheOldOneOpensForSixtyDaysMore() throws Exception {
        var clock = new AdjustableClock();
        var identity = Identity.openOrCreate(home, PHRASE, clock, new SecureRandom(), false);
        assertThat(identity.renewEncryption()).as("its age was not known").isFalse();
        var first = identity.encryptionKey();
        clock.pass(Duration.ofDays(44));
        assertThat(identity.renewEncryption()).isFalse();
        clock.pass(Duration.ofDays(1));
        assertThat(identity.renewEncryption()).isTrue();
        assertThat(identity.renewEncryption()).isFalse();
        var second = identity.encryptionKey();
        assertThat(second).isNotEqualTo(first);
        assertThat(identity.open(sealed(first))).isEqualTo("a.b.c");
        assertThat(identity.open(sealed(second))).isEqualTo("a.b.c");

        clock.pass(Duration.ofDays(59));
        var again = Identity.openOrCreate(home, PHRASE, clock, new SecureRandom(), false);
        assertThat(again.encryptionKey()).isEqualTo(second);
        assertThat(again.open(sealed(first))).isEqualTo("a.b.c");
        assertThat(again.renewEncryption()).isTrue();
        clock.pass(Duration.ofDays(1));
        assertThat(again.renewEncryption()).isFalse();
        assertThat(again.open(sealed(second))).isEqualTo("a.b.c");
        assertThatThrownBy(() -> again.open(sealed(first))).isInstanceOf(BadEnvelope.class);
        assertThatThrownBy(() -> Identity.openOrCreate(home, PHRASE, clock, new SecureRandom(), false)
                        .open(sealed(first)))
                .isInstanceOf(BadEnvelope.class);
    }

    @Test
    void aKeystoreThatIsOlderThanWhatWasPublishedFindsTheKeyThatIsAskedFor() throws Exception {
        var clock = new AdjustableClock();
        var identity = Identity.openOrCreate(home, PHRASE, clock, new SecureRandom(), false);
        identity.renewEncryption();
        byte[] old = Files.readAllBytes(file);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofDays(45));
            assertThat(identity.renewEncryption()).isTrue();
        }
        Files.write(file, old);
        var restored = Identity.openOrCreate(home, PHRASE, clock, new SecureRandom(), false);
        var first = restored.encryptionKey();
        assertThat(first).isNotEqualTo(identity.encryptionKey());
        assertThat(restored.open(sealed(identity.encryptionKey()))).isEqualTo("a.b.c");
        assertThat(restored.encryptionKey()).isEqualTo(identity.encryptionKey());
        assertThat(restored.open(sealed(first))).isEqualTo("a.b.c");
        assertThat(restored.moveOnTo(first)).as("never back").isFalse();
        assertThatThrownBy(() -> restored.open(sealed(open().did()))).isInstanceOf(BadEnvelope.class);
    }

    private static String sealed(Did to) {
        return Sealing.seal("a.b.c", PublicKey.of(to), to.value());
    }

    @Test
    void theSheetRebuildsTheSameIdentityInAnEmptyHome(@TempDir Path other) {
        var lost = open();
        var sheet = lost.recoverySheet().orElseThrow().text();
        var recovered = Identity.recover(other, PHRASE, sheet, Clock.systemUTC(), new SecureRandom());
        assertThat(recovered.did()).isEqualTo(lost.did());
        assertThat(recovered.encryptionKey()).isEqualTo(lost.encryptionKey());
        assertThat(recovered.recoveryKey()).isEqualTo(lost.recoveryKey());
        assertThat(recovered.databaseKey()).isEqualTo(lost.databaseKey());
        assertThat(recovered.holdsRoot()).isFalse();
    }

    @Test
    void recoveryKeepsADamagedFileAndReplacesIt() throws Exception {
        var lost = open();
        var sheet = lost.recoverySheet().orElseThrow().text();
        Files.writeString(file, "not a keystore");
        var recovered = Identity.recover(home, PHRASE, sheet, Clock.systemUTC(), new SecureRandom());
        assertThat(recovered.did()).isEqualTo(lost.did());
        assertThat(home.resolve("identity.p12.old")).hasContent("not a keystore");
    }

    @Test
    void recoveryNeverReplacesSomebodyElse(@TempDir Path other) throws Exception {
        open();
        var theirs = Identity.openOrCreate(other, PHRASE, Clock.systemUTC(), new SecureRandom(), false);
        var sheet = theirs.recoverySheet().orElseThrow().text();
        byte[] before = Files.readAllBytes(file);
        var refused = catchThrowableOfType(
                Rejected.class, () -> Identity.recover(home, PHRASE, sheet, Clock.systemUTC(), new SecureRandom()));
        assertThat(refused.problems().getFirst().fault()).isEqualTo(Fault.IDENTITY_IS_ANOTHER);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aWrongPassphraseIsSaidAndChangesNothing() throws Exception {
        open();
        byte[] before = Files.readAllBytes(file);
        assertThat(fault(new Passphrase("pain"), false)).isEqualTo(Fault.WRONG_PASSPHRASE);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aFlippedBitIsDamageAndNotAWrongPassphrase() throws Exception {
        open();
        byte[] good = Files.readAllBytes(file);
        var random = new Random(5);
        for (int i = 0; i < 12; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            assertThat(fault(PHRASE, true)).isEqualTo(Fault.IDENTITY_DAMAGED);
            assertThat(file).hasBinaryContent(bad);
        }
    }

    @Test
    void aTruncatedOrForeignFileIsDamage() throws Exception {
        open();
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 100, good.length / 2, good.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(good, length));
            assertThat(fault(PHRASE, false)).isEqualTo(Fault.IDENTITY_DAMAGED);
        }
        var foreign = Keystore.empty(PHRASE.characters());
        foreign.put("root", new byte[32]);
        Files.write(file, foreign.toBytes(1_000));
        assertThat(fault(PHRASE, false)).isEqualTo(Fault.IDENTITY_DAMAGED);
    }

    @Test
    void aMissingFileIsNotReplacedWhileTheHomeHasData() {
        assertThat(fault(PHRASE, true)).isEqualTo(Fault.IDENTITY_MISSING);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatADeadProcessLeftBehindDoesNotMatter() throws Exception {
        var made = open();
        Files.writeString(home.resolve("identity.p12.new"), "half a keys");
        made.recoverySheetPrinted();
        assertThat(open().did()).isEqualTo(made.did());
        assertThat(home.resolve("identity.p12.new")).doesNotExist();
    }

    private Identity open() {
        return Identity.openOrCreate(home, PHRASE, Clock.systemUTC(), new SecureRandom(), false);
    }

    private Fault fault(Passphrase phrase, boolean homeHasData) {
        return catchThrowableOfType(
                        Rejected.class,
                        () -> Identity.openOrCreate(home, phrase, Clock.systemUTC(), new SecureRandom(), homeHasData))
                .problems()
                .getFirst()
                .fault();
    }
}
