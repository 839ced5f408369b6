package org.echoppe.node.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.node.Bakery;
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
        }
    }

    private static List<String> copies(Path stick) throws IOException {
        try (var files = Files.list(stick)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
