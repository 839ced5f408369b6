package org.echoppe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a home's database to this program's schema, with a copy put aside first. */
final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final int BACKUPS_KEPT = 3;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'node-'yyyyMMdd-HHmmss-SSS'.mv.db'").withZone(ZoneOffset.UTC);

    private final Path home;
    private final H2File file;
    private final HomeLock lock;
    private final Clock clock;
    private final String[] scripts;

    Migration(Path home, H2File file, HomeLock lock, Clock clock, String... scripts) {
        this.home = home;
        this.file = file;
        this.lock = lock;
        this.clock = clock;
        this.scripts = scripts;
    }

    /**
     * Brings the schema up to date, then makes what works with it. The file stays open in between: H2 tidies it at every
     * closing, which was half of a node's start.
     */
    <T> T thenOpen(Supplier<T> user) {
        boolean existed = file.exists();
        if (file.usableSpace() < Database.RESERVE && !existed) {
            throw Rejected.because(Fault.DISK_FULL);
        }
        try {
            try (Connection open = file.source().getConnection()) {
                // Flyway takes connections of its own: this one keeps the file open meanwhile
                var info = info();
                if (info.pending().length == 0 || info.applied().length == 0) {
                    return migrated(info, open, user);
                }
            }
            backUp();
            try (Connection open = file.source().getConnection()) {
                return migrated(info(), open, user);
            }
        } catch (SQLException | RuntimeException e) {
            throw refusal(e);
        }
    }

    private <T> T migrated(MigrationInfoService info, Connection open, Supplier<T> user) throws SQLException {
        if (info.pending().length > 0) {
            flyway().migrate();
            file.checkpoint(open);
        }
        if (!lock.databaseWasMade()) {
            lock.databaseIsMade();
        }
        return user.get();
    }

    /** Which scripts of this program have run, and which are still to. */
    private MigrationInfoService info() {
        var info = flyway().info();
        if (Stream.of(info.all()).anyMatch(m -> m.getState() == MigrationState.FUTURE_SUCCESS)) {
            throw Rejected.because(Fault.HOME_TOO_NEW, home);
        }
        if (info.applied().length == 0 && lock.databaseWasMade()) {
            LOG.error("The database {} opens and holds no tables", file.path());
            throw file.damaged();
        }
        return info;
    }

    private void backUp() {
        Path folder = home.resolve("backups");
        try {
            Files.createDirectories(folder);
            file.copyTo(folder.resolve(NAME.format(clock.instant())));
            try (var files = Files.list(folder)) {
                List<Path> newestFirst = files.filter(
                                f -> f.getFileName().toString().endsWith(".mv.db"))
                        .sorted(Comparator.comparing(Path::getFileName).reversed())
                        .toList();
                for (Path old : newestFirst.subList(Math.min(BACKUPS_KEPT, newestFirst.size()), newestFirst.size())) {
                    Files.delete(old);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure().dataSource(file.source()).locations(scripts).load();
    }

    /** What fails while a file opens is the file's fault unless it is known to be another's. */
    private RuntimeException refusal(Exception e) {
        RuntimeException known = file.refusal(e);
        if (known instanceof Rejected) {
            return known;
        }
        if (!file.exists() || e instanceof UncheckedIOException) {
            return known;
        }
        LOG.error("The database {} does not open", file.path(), e);
        return file.damaged();
    }
}
