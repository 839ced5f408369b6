package org.echoppe.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import javax.sql.DataSource;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStoreException;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is H2's own: where its file lies, how it is encrypted, flushed, copied and closed, and its errors. */
class H2File {
    static final SQLDialect DIALECT = SQLDialect.H2;

    /** All of a transaction sees the state at its first statement, whatever tables come later. */
    static final String SNAPSHOT_ISOLATION = "set session characteristics as transaction isolation level snapshot";

    /** What H2 keeps of its file in memory: what is of use, and of a small heap no more than an eighth. */
    private static final long CACHE_KILOBYTES =
            Math.min(65_536, Runtime.getRuntime().maxMemory() / 8 / 1_024);

    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

    private static final Set<Integer> CLOSED =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.OBJECT_CLOSED);

    private static final Set<Integer> DAMAGED = Set.of(
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.FILE_ENCRYPTION_ERROR_1,
            ErrorCode.FILE_VERSION_ERROR_1,
            ErrorCode.WRONG_USER_OR_PASSWORD);

    /** Bytes of a file whose size matters to nobody. */
    private static final long LARGE = 32L << 20;

    /** Per cent of a file; below it, writing what is in use anew takes less time than reading past the rest. */
    private static final int IN_USE = 40;

    private static final int AT_COMMIT = 0;
    /** H2's own word for no chunk at a commit and no thread that writes some in between; SQL does not know it. */
    private static final int LATER = -1;

    private final Path home;
    private final Path path;
    private final String url;
    private final JdbcDataSource source = new JdbcDataSource();

    H2File(Path home, byte[] key) {
        // without "retry", a thread that is interrupted while it reads closes the file for everyone
        this(home, key, OrderedPath.SCHEME + ":retry:");
    }

    /** @param fileSystem prefixes of the H2 file systems below the encryption */
    H2File(Path home, byte[] key, String fileSystem) {
        this(home, key, fileSystem, "");
    }

    /** @param settings more of H2's, each after a semicolon */
    H2File(Path home, byte[] key, String fileSystem, String settings) {
        this.home = home.toAbsolutePath();
        path = this.home.resolve("node.mv.db");
        OrderedPath.register();
        url = "jdbc:h2:" + fileSystem + this.home.resolve("node") + ";CIPHER=AES;WRITE_DELAY=0;CACHE_SIZE="
                + CACHE_KILOBYTES + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0" + settings;
        source.setURL(url);
        source.setUser("echoppe");
        // H2 wants the file's password and the user's in one; the file's is the key, so the user's need not be secret
        source.setPassword(HexFormat.of().formatHex(key) + " echoppe");
    }

    DataSource source() {
        return source;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Free bytes on the disk. */
    long usableSpace() {
        return home.toFile().getUsableSpace();
    }

    /** H2 writes its file at a commit and does not flush it to the disk: this does (docs/decisions: H2 durability). */
    void checkpoint(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    /**
     * Closes the file after the connections, so that it is closed when this returns. H2 never gives back the room of what a
     * long transaction wrote on its way (its issue 4387): where hardly anything of a large file is in use, it is written anew.
     */
    void shutdown(Runnable connections) {
        try (Connection last = source.getConnection();
                var statement = last.createStatement()) {
            connections.run();
            statement.execute(isMostlyEmpty(statement) ? "shutdown compact" : "shutdown");
        } catch (SQLException e) {
            LOG.warn("The database did not close cleanly; nothing that was acknowledged is lost", e);
        }
    }

    private boolean isMostlyEmpty(Statement statement) throws SQLException {
        long size = path.toFile().length();
        if (size < LARGE || usableSpace() < size) {
            return false;
        }
        try (var share = statement.executeQuery("select setting_value from information_schema.settings"
                + " where setting_name = 'info.CHUNKS_FILL_RATE'")) {
            return share.next() && share.getInt(1) < IN_USE;
        }
    }

    /**
     * Says how the next commit gets into the file, and lets H2 name its next chunk at the head of it. By itself it does so only now and
     * then, and after a crash looks for what came later where it meant to write: the room of a chunk on this way may have been used again
     * (docs/decisions: H2 durability). To be called where nobody else writes.
     *
     * @param atOnce a chunk for this commit; or it stays in memory until a later chunk takes it along
     */
    static void beforeCommit(Connection connection, boolean atOnce) throws SQLException {
        var session = connection.unwrap(JdbcConnection.class).getSession();
        if (session instanceof SessionLocal local) {
            var store = local.getDatabase().getStore().getMvStore();
            // the mark of a clean end: with the next chunk H2 takes it off, and writes the head for that
            store.getFileStore().getStoreHeader().put("clean", 1);
            store.setAutoCommitDelay(atOnce ? AT_COMMIT : LATER);
        }
    }

    /** Copies the open file; nobody may write meanwhile. */
    void copyOpenTo(Path target) throws IOException {
        OrderedPath.copy(path, target);
    }

    /** Copies the closed file, durably. */
    void copyTo(Path target) throws IOException {
        Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Whether the same could succeed another time: nothing is said about what lies on the disk. */
    static boolean isPassing(Throwable e) {
        boolean passing = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException) {
                return false;
            }
            passing |= cause instanceof SQLTransientException
                    || cause instanceof InterruptedException
                    || (cause instanceof SQLException sql && isPassing(sql.getErrorCode()));
        }
        return passing;
    }

    private static boolean isPassing(int code) {
        return CLOSED.contains(code) || code == ErrorCode.OUT_OF_MEMORY;
    }

    /** Whether H2 has shut its file, which it does after any failed write. */
    static boolean isClosedBy(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException
                    || (cause instanceof SQLException sql && CLOSED.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    /** What to throw: a refusal where the cause is known, else the failure itself. */
    RuntimeException refusal(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected rejected) {
                return rejected;
            }
            if (cause instanceof IOException io && isDiskFull(io)) {
                return Rejected.because(Fault.DISK_FULL);
            }
        }
        SQLException sql = sqlException(e);
        if (sql != null && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return Rejected.because(Fault.HOME_IN_USE, home);
        }
        if (sql != null && DAMAGED.contains(sql.getErrorCode())) {
            return damaged();
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    Rejected damaged() {
        return Rejected.because(Fault.DATABASE_DAMAGED, path);
    }

    private static boolean isDiskFull(IOException e) {
        // the words of Linux, macOS and Windows; there is no code for it
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left")
                || message.contains("not enough space")
                || message.contains("Disk quota");
    }

    private static @Nullable SQLException sqlException(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
