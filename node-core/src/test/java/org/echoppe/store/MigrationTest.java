package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.echoppe.domain.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final String NOW = "classpath:org/echoppe/store/migration";
    private static final String LATER = "classpath:org/echoppe/store/later";

    @TempDir
    Path home;

    @Test
    void aNewHomeNeedsNoBackup() {
        TestHome.open(home).close();
        TestHome.open(home).close();
        assertThat(home.resolve("backups")).doesNotExist();
    }

    @Test
    void aDatabaseIsCopiedBeforeItIsChanged() throws IOException {
        try (var database = TestHome.open(home)) {
            new SettingStore(database).put("a", "1");
        }
        migrate(TestHome.CLOCK, NOW, LATER);
        Path backup = backups().getFirst();
        assertThat(backup).hasFileName("node-20261122-101530-123.mv.db");
        // the copy is a whole database of the older program
        Files.copy(backup, home.resolve("node.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var database = TestHome.open(home)) {
            assertThat(new SettingStore(database).get("a")).contains("1");
        }
    }

    @Test
    void theLastThreeBackupsAreKept() throws IOException {
        TestHome.open(home).close();
        Path original = home.resolve("original");
        Files.copy(home.resolve("node.mv.db"), original);
        for (int day = 0; day < 5; day++) {
            Files.copy(original, home.resolve("node.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            migrate(Clock.offset(TestHome.CLOCK, Duration.ofDays(day)), NOW, LATER);
        }
        assertThat(backups())
                .extracting(file -> file.getFileName().toString().substring(5, 13))
                .containsExactlyInAnyOrder("20261124", "20261125", "20261126");
    }

    @Test
    void aHomeOfANewerProgramIsRefusedAndItsDataStay() throws Exception {
        try (var database = TestHome.open(home)) {
            new SettingStore(database).put("a", "1");
        }
        migrate(TestHome.CLOCK, NOW, LATER);
        DatabaseTest.assertFault(Fault.HOME_TOO_NEW, () -> TestHome.open(home));
        migrate(TestHome.CLOCK, NOW, LATER);
        try (var connection = new H2File(home, TestHome.key()).source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select content, later from setting")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("1");
        }
    }

    private void migrate(Clock clock, String... scripts) {
        try (var lock = HomeLock.take(home)) {
            new Migration(home, new H2File(home, TestHome.key()), lock, clock, scripts).thenOpen(() -> home);
        }
    }

    private List<Path> backups() throws IOException {
        try (var files = Files.list(home.resolve("backups"))) {
            return files.toList();
        }
    }
}
