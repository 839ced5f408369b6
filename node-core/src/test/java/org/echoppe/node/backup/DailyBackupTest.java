package org.echoppe.node.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.node.Bakery;
import org.echoppe.repo.TestSigner;
import org.echoppe.store.Database;
import org.echoppe.store.SettingStore;
import org.echoppe.today.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy a day, on a stick that is not always there. */
class DailyBackupTest {
    @TempDir
    Path folder;

    @Test
    void aCopyIsMadeEachDayTheLastAreKeptAndAMissingStickIsSaid() throws IOException {
        var stick = Files.createDirectory(folder.resolve("stick"));
        Files.writeString(stick.resolve("echoppe-2026-01-01.echoppe"), "made by hand");
        try (var bakery = new Bakery(folder.resolve("home"))) {
            var daily = bakery.node.dailyBackup();
            daily.catchUp();
            assertThat(copies(stick)).as("nobody asked for one").hasSize(1);
            assertThatThrownBy(() -> daily.into(folder.resolve("none"), Backup.Progress.NONE))
                    .hasMessageContaining("file-unwritable");
            assertThat(daily.folder()).isEmpty();

            daily.into(stick, Backup.Progress.NONE);
            assertThat(copies(stick)).hasSize(2);
            daily.catchUp();
            assertThat(copies(stick)).as("one a day").hasSize(2);
            for (int day = 0; day < DailyBackup.KEPT; day++) {
                bakery.clock.pass(Duration.ofDays(1));
                daily.catchUp();
            }
            assertThat(copies(stick))
                    .hasSize(DailyBackup.KEPT + 1)
                    .contains("echoppe-2026-01-01.echoppe")
                    .noneMatch(name -> name.endsWith(".part"));

            var away = Files.move(stick, folder.resolve("away"));
            bakery.clock.pass(Duration.ofDays(1));
            daily.catchUp();
            assertThat(daily.trouble()).map(Problem::fault).contains(Fault.FILE_UNWRITABLE);
            assertThat(bakery.node.today().tasks()).anyMatch(Task.BackupFailed.class::isInstance);
            Files.move(away, stick);
            daily.catchUp();
            assertThat(daily.trouble()).isEmpty();
            assertThat(copies(stick)).hasSize(DailyBackup.KEPT + 1);
            daily.stop();
            assertThat(daily.folder()).isEmpty();
            daily.resume(away);
            assertThat(daily.folder()).as("also when the stick is not there").contains(away);
            daily.resume(stick);
            assertThat(daily.folder()).as("another was chosen since then").contains(away);
        }
    }

    @Test
    void aFullStickLosesItsOldestCopiesAndAnyFailureIsTold() throws IOException {
        var clock = new AdjustableClock(Instant.parse("2026-11-23T07:00:00Z"));
        var did = new TestSigner().did();
        var fails = new ArrayDeque<RuntimeException>();
        var stick = Files.createDirectory(folder.resolve("stick"));
        var most = new AtomicInteger(DailyBackup.KEPT);
        try (var database = Database.open(Files.createDirectory(folder.resolve("home")), new byte[32], clock)) {
            DailyBackup.Copying copying = (file, _) -> {
                if (!fails.isEmpty()) {
                    throw fails.element();
                }
                try {
                    if (!Files.exists(file) && copies(stick).size() >= most.get()) {
                        var full = Rejected.because(Fault.DISK_FULL);
                        full.initCause(new IOException("No space left on device"));
                        throw full;
                    }
                    Files.writeString(file, "copy");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            var daily = new DailyBackup(copying, new SettingStore(database), did, clock);
            daily.into(stick, Backup.Progress.NONE);
            for (int day = 1; day < DailyBackup.KEPT; day++) {
                clock.pass(Duration.ofDays(1));
                daily.catchUp();
            }
            assertThat(copies(stick)).hasSize(DailyBackup.KEPT);
            most.set(4);
            clock.pass(Duration.ofDays(1));
            daily.catchUp();
            assertThat(daily.trouble()).isEmpty();
            assertThat(copies(stick)).hasSize(4).anyMatch(name -> name.contains("2026-11-30"));

            most.set(1);
            clock.pass(Duration.ofDays(1));
            daily.catchUp();
            assertThat(daily.trouble()).map(Problem::fault).contains(Fault.DISK_FULL);
            assertThat(copies(stick)).as("the last ones stay").hasSize(2);
            fails.add(new UncheckedIOException(new IOException("a bad picture")));
            daily.catchUp();
            assertThat(daily.trouble()).map(Problem::fault).contains(Fault.BACKUP_STOPPED);

            fails.clear();
            most.set(DailyBackup.KEPT);
            clock.pass(Duration.ofDays(900));
            daily.catchUp();
            assertThat(daily.trouble()).isEmpty();
            clock.pass(Duration.ofDays(-899));
            daily.catchUp();
            assertThat(copies(stick))
                    .as("made though the clock ran ahead")
                    .anyMatch(name -> name.contains("2026-12-02"));
        }
    }

    private static List<String> copies(Path stick) throws IOException {
        try (var files = Files.list(stick)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
