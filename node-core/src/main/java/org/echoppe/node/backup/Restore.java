package org.echoppe.node.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Identity;
import org.echoppe.identity.OwnerOnly;
import org.echoppe.identity.Passphrase;
import org.echoppe.journal.JournalDisk;
import org.echoppe.media.Blobs;
import org.echoppe.orders.LedgerFiles;
import org.echoppe.store.Database;
import org.echoppe.store.HomeLock;

/**
 * Puts a backup into a home. Of what is there, only what is known to be of no use makes place, and is kept beside: a journal that was
 * not lost goes further than the backup's, and keys that were destroyed stay destroyed.
 */
public final class Restore {
    private static final Pattern JOURNAL_FILE = Pattern.compile(LedgerFiles.JOURNAL + "/\\d{8}\\.journal");
    private static final String STAGE = "restoring";

    private final Path home;
    private final Map<String, String> environment;
    private final Clock clock;
    private final SecureRandom random;

    public Restore(Path home, Map<String, String> environment, Clock clock, SecureRandom random) {
        this.home = home;
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Into a home that has no tables. It is opened by the keystore that is in the home or by the sheet, else by the backup's own
     * keystore and the passphrase.
     *
     * @param sheet the groups of the recovery sheet; empty where the passphrase is known
     * @throws Rejected as {@link #inPlaceOf}
     */
    public Moment from(Path file, String sheet) {
        return inPlaceOf(Place.NOTHING, file, sheet.isEmpty() ? new Key.OfHome() : new Key.Sheet(sheet));
    }

    /**
     * Into a home, in place of what is no use there.
     *
     * @throws Rejected HOME_IN_USE, HOME_NOT_EMPTY, BACKUP_UNREADABLE, BACKUP_TOO_NEW, BACKUP_OF_ANOTHER, PASSPHRASE_MISSING,
     *     WRONG_PASSPHRASE, what {@link Identity#recover} refuses; nothing was changed then
     */
    public Moment inPlaceOf(Place place, Path file, Key key) {
        try (var _ = HomeLock.take(home)) {
            if (place == Place.NOTHING && Files.exists(home.resolve(Backup.TABLES))) {
                throw Rejected.because(Fault.HOME_NOT_EMPTY, home);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                var header = Header.read(in);
                var aside = Aside.of(home, place.names(), clock);
                boolean hadIdentity = Files.exists(home.resolve(Identity.FILE));
                boolean done = false;
                try (var identity = identity(header, key)) {
                    var moment = restored(in, header, identity, key);
                    done = true;
                    return moment;
                } finally {
                    if (!done) {
                        takeBack(hadIdentity, aside);
                    }
                }
            } catch (IOException e) {
                var rejected = Rejected.because(Fault.BACKUP_UNREADABLE, file);
                rejected.initCause(e);
                throw rejected;
            }
        }
    }

    /** An identity without its tables would begin a new shop under the old name. */
    private void takeBack(boolean hadIdentity, Aside aside) throws IOException {
        Folders.remove(home.resolve(STAGE));
        if (!hadIdentity) {
            Files.deleteIfExists(home.resolve(Identity.FILE));
        }
        aside.back();
    }

    private Identity identity(Header header, Key key) throws IOException {
        if (key instanceof Key.Sheet(var groups)) {
            return Identity.recover(home, Passphrase.forRecovery(environment, home, random), groups, clock, random);
        }
        var keystore = home.resolve(Identity.FILE);
        if (!Files.exists(keystore)) {
            OwnerOnly.write(keystore, header.identity());
        }
        var secrets = key instanceof Key.Phrase phrase ? phrase.in(environment) : environment;
        return Identity.openOrCreate(home, Passphrase.of(secrets, home, random), clock, random, true);
    }

    private Moment restored(InputStream in, Header header, Identity identity, Key key) throws IOException {
        if (!identity.did().equals(header.did())) {
            throw Rejected.because(Fault.BACKUP_OF_ANOTHER, header.did());
        }
        Path stage = home.resolve(STAGE);
        Folders.remove(stage);
        Files.createDirectories(stage.resolve(LedgerFiles.JOURNAL));
        var chunks = new Chunks(identity.backupKey(header.salt()), header.toBytes());
        var moment = Optional.<Moment>empty();
        try (var zip = new ZipInputStream(new SealedInput(in, chunks))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var told = stage(entry, zip, stage);
                moment = moment.or(() -> told);
            }
            // what a zip says after its last entry has to be there as well
            zip.transferTo(java.io.OutputStream.nullOutputStream());
        }
        var of = moment.orElseThrow(() -> new IOException("a backup that does not say of when it is"));
        tryOut(stage, identity, of);
        if (key instanceof Key.Phrase phrase) {
            phrase.keep(home, environment);
        }
        lay(stage);
        identity.moveOnTo(of.encryptionKey());
        return of;
    }

    /** Tables that this program cannot open are found here, and not when the home depends on them. */
    private void tryOut(Path stage, Identity identity, Moment of) {
        try {
            Database.open(stage, identity.databaseKey(), clock).close();
        } catch (Rejected e) {
            if (e.problems().stream().anyMatch(problem -> problem.fault() == Fault.HOME_TOO_NEW)) {
                throw Rejected.because(Fault.BACKUP_TOO_NEW, of.at());
            }
            throw e;
        }
    }

    private Optional<Moment> stage(ZipEntry entry, ZipInputStream zip, Path stage) throws IOException {
        String name = entry.getName();
        if (name.equals(Backup.MOMENT)) {
            return Optional.of(Moment.read(zip.readAllBytes()));
        }
        if (name.startsWith(Backup.PICTURES)) {
            new Blobs(home.resolve("blobs"), clock).put(zip.readNBytes(Blobs.MAX_LENGTH));
        } else if (name.equals(Backup.TABLES)
                || name.equals(LedgerFiles.KEYS)
                || Backup.SMALL.contains(name)
                || JOURNAL_FILE.matcher(name).matches()) {
            write(zip, stage.resolve(name));
        }
        // whatever else a newer program puts in is not known here
        return Optional.empty();
    }

    private static void write(InputStream in, Path target) throws IOException {
        OwnerOnly.create(target);
        try (var out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The tables come last: without them the home is not yet one. */
    private void lay(Path stage) throws IOException {
        var journal = home.resolve(LedgerFiles.JOURNAL);
        if (!hasFiles(journal)) {
            Files.createDirectories(journal);
            try (var files = Files.list(stage.resolve(LedgerFiles.JOURNAL))) {
                for (var file : files.sorted().toList()) {
                    Files.move(file, journal.resolve(file.getFileName()));
                }
            }
            JournalDisk.REAL.forceFolder(journal);
        }
        moveWhereMissing(stage, LedgerFiles.KEYS);
        for (String name : Backup.SMALL) {
            moveWhereMissing(stage, name);
        }
        // made anew from the tables
        Folders.remove(home.resolve("index"));
        JournalDisk.REAL.forceFolder(home);
        moveWhereMissing(stage, Backup.TABLES);
        JournalDisk.REAL.forceFolder(home);
        Folders.remove(stage);
    }

    private static boolean hasFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private void moveWhereMissing(Path stage, String name) throws IOException {
        var from = stage.resolve(name);
        if (Files.exists(from) && !Files.exists(home.resolve(name))) {
            Files.move(from, home.resolve(name));
        }
    }
}
