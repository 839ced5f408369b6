package org.echoppe.node.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Identity;
import org.echoppe.media.Blobs;
import org.echoppe.orders.LedgerFiles;
import org.echoppe.store.AppliedEntry;
import org.echoppe.store.Database;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.SettingStore;

/**
 * Writes everything of a shop that can neither be made nor fetched again into one sealed file: tables, journal and the keys of orders
 * as they are at one moment, and the shop's own pictures. The shop goes on; only writes wait while the tables are copied.
 */
public final class Backup {
    static final String MOMENT = "moment.json";
    static final String TABLES = "node.mv.db";
    static final String PICTURES = "blobs/";

    /** Laid beside the tables where they are there. */
    static final List<String> SMALL = List.of("web.p12", "echoppe.properties", "blocked.deny");

    /** Where a shop's own pictures are told. */
    @FunctionalInterface
    public interface Pictures {
        Iterable<Cid> all();
    }

    /**
     * What it works with.
     *
     * @param spool for the copy of the tables, encrypted as they are
     */
    public record Parts(
            Path home,
            Path spool,
            Identity identity,
            Database database,
            Pictures pictures,
            Blobs blobs,
            Clock clock,
            SecureRandom random) {}

    /** Hears how far it is, as bytes of what there is to write. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, total) -> {};

        void at(long done, long total);
    }

    /** A picture is taken for so many bytes: how many it really has is not worth reading each twice. */
    private static final long PICTURE = 200_000;

    /** Less than this left on the disk of the file, in bytes, and that is why it could not be written. */
    private static final long ROOM = 1L << 20;

    /** A file of the journal, as far as it goes at the moment of the backup: it only grows. */
    private record Piece(Path file, long length) {}

    private final Parts parts;
    private final SettingStore settings;

    public Backup(Parts parts) {
        this.parts = parts;
        this.settings = new SettingStore(parts.database());
    }

    /** The last one that was written from this home; empty when there was none. */
    public Optional<Saved> last() {
        return Saved.in(settings);
    }

    /** As {@link #write(Path, Progress)}, for who does not want to know how far it is. */
    public Moment write(Path file) {
        return write(file, Progress.NONE);
    }

    /**
     * The file appears when it is complete and on the disk.
     *
     * @throws Rejected DISK_FULL, FILE_UNWRITABLE, DATABASE_DAMAGED when the copy does not open
     */
    public synchronized Moment write(Path file, Progress progress) {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Path folder = null;
        try {
            folder = Files.createTempDirectory(parts.spool(), "backup");
            var moment = write(folder, fresh, progress);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            new Saved(moment.at(), file.toAbsolutePath()).keep(settings);
            return moment;
        } catch (IOException e) {
            var rejected =
                    isFull(file) ? Rejected.because(Fault.DISK_FULL) : Rejected.because(Fault.FILE_UNWRITABLE, file);
            rejected.initCause(e);
            throw rejected;
        } finally {
            tidy(folder, fresh);
        }
    }

    /** What was begun is still there, so that a full disk is to be seen. */
    private static boolean isFull(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder) && folder.toFile().getUsableSpace() < ROOM;
    }

    private Moment write(Path folder, Path fresh, Progress progress) throws IOException {
        var journal = new ArrayList<Piece>();
        var at = parts.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        var keys = parts.home().resolve(LedgerFiles.KEYS);
        var keysCopy = folder.resolve(LedgerFiles.KEYS);
        parts.database().copyTo(folder.resolve(TABLES), () -> {
            if (Files.exists(keys)) {
                Files.copy(keys, keysCopy);
            }
            return journal.addAll(journal());
        });
        var moment = new Moment(
                parts.identity().did(),
                at,
                appliedIn(folder).sequence(),
                parts.identity().encryptionKey());
        var pictures = new ArrayList<Cid>();
        parts.pictures().all().forEach(pictures::add);
        long tables = Files.size(folder.resolve(TABLES));
        var steps = new Steps(
                progress,
                tables
                        + PICTURE * pictures.size()
                        + journal.stream().mapToLong(Piece::length).sum());
        try (var zip = sealed(fresh)) {
            zip.setLevel(Deflater.BEST_SPEED);
            add(zip, MOMENT, moment.toBytes());
            for (var piece : journal) {
                add(zip, LedgerFiles.JOURNAL + "/" + piece.file().getFileName(), piece.file(), piece.length(), steps);
            }
            if (Files.exists(keysCopy)) {
                add(zip, LedgerFiles.KEYS, keysCopy, Files.size(keysCopy), steps);
            }
            for (String name : SMALL) {
                var small = parts.home().resolve(name);
                if (Files.exists(small)) {
                    add(zip, name, Files.readAllBytes(small));
                }
            }
            for (var picture : pictures) {
                var bytes = parts.blobs().get(picture);
                if (bytes.isPresent()) {
                    add(zip, PICTURES + picture, bytes.get());
                }
                steps.more(PICTURE);
            }
            add(zip, TABLES, folder.resolve(TABLES), tables, steps);
        }
        try (var written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return moment;
    }

    /** The copy is opened before anybody relies on it; H2 leaves it tidied. */
    private AppliedEntry appliedIn(Path folder) {
        try (var copy = Database.open(folder, parts.identity().databaseKey(), parts.clock())) {
            return new LedgerStore(copy).applied();
        }
    }

    private List<Piece> journal() throws IOException {
        var folder = parts.home().resolve(LedgerFiles.JOURNAL);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var pieces = new ArrayList<Piece>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                pieces.add(new Piece(file, Files.size(file)));
            }
        }
        return pieces;
    }

    private ZipOutputStream sealed(Path fresh) throws IOException {
        byte[] salt = new byte[Header.SALT];
        parts.random().nextBytes(salt);
        var identity = Files.readAllBytes(parts.home().resolve(Identity.FILE));
        byte[] header = new Header(parts.identity().did(), identity, salt).toBytes();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh));
        out.write(header);
        return new ZipOutputStream(
                new SealedOutput(out, new Chunks(parts.identity().backupKey(salt), header)));
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, String name, Path file, long length, Steps steps) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[1 << 16];
            long left = length;
            while (left > 0) {
                int read = in.read(bytes, 0, (int) Math.min(bytes.length, left));
                if (read < 0) {
                    throw new IOException(file + " has become shorter");
                }
                zip.write(bytes, 0, read);
                left -= read;
                steps.more(read);
            }
        }
        zip.closeEntry();
    }

    private static void tidy(@org.jspecify.annotations.Nullable Path folder, Path fresh) {
        try {
            Files.deleteIfExists(fresh);
            if (folder != null) {
                try (var files = Files.list(folder)) {
                    for (var file : files.toList()) {
                        Files.deleteIfExists(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            // the spool is emptied at the next start
            org.slf4j.LoggerFactory.getLogger(Backup.class).debug("something of a backup is left behind", e);
        }
    }
}
