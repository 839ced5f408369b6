package org.echoppe.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * An append-only chain of entries in the files of one folder. What {@link #append} has returned is on the disk for good, and each entry
 * proves all before it. One thread appends; any thread reads.
 */
public final class Journal implements AutoCloseable {
    /** The kind of the first entry, which names the owner: two journals differ from their first hash on. */
    public static final int OPENED = 0;

    /** From this size on the next batch goes to a new file, bytes. */
    public static final long ROLL_AT = 64L << 20;

    /** Entries of a batch at most. */
    public static final int MOST_ENTRIES = 4_096;

    private final JournalFiles files;
    private final byte[] salt;
    private final Chain chain;
    private final long cut;
    private final long rollAt;
    private FileChannel file;
    private int number;
    private long end;
    private volatile boolean stopped;
    private volatile JournalMark mark;

    private Journal(JournalFiles files, Opening found, byte[] salt, FileChannel file, long rollAt) {
        this.files = files;
        this.salt = salt;
        this.chain = found.chain();
        this.cut = found.cut();
        this.rollAt = rollAt;
        this.file = file;
        this.number = Math.max(1, found.lastFile());
        this.end = Math.max(FileHeader.LENGTH, found.end());
        this.mark = chain.mark();
    }

    /**
     * Reads and verifies all of it, and makes a new one where there is none and the tables know of none.
     *
     * @param applied how far the tables have followed: a chain that ends earlier, or is another there, is broken
     * @throws JournalBroken with the first entry that is not as it was; nothing was changed
     * @throws Rejected FILE_UNREADABLE, JOURNAL_UNWRITABLE
     */
    public static Journal open(
            Path folder, Did owner, JournalMark applied, JournalDisk disk, Clock clock, SecureRandom random)
            throws JournalBroken {
        return open(folder, owner, applied, disk, clock, random, ROLL_AT);
    }

    static Journal open(
            Path folder,
            Did owner,
            JournalMark applied,
            JournalDisk disk,
            Clock clock,
            SecureRandom random,
            long rollAt)
            throws JournalBroken {
        var files = new JournalFiles(folder, disk);
        try {
            Files.createDirectories(folder);
            var found = new Opening(files, owner, applied);
            found.run();
            byte[] known = found.salt();
            byte[] salt = known == null ? random(random) : known;
            var file = found.lastFile() == 0
                    ? begin(files, 1, new FileHeader(salt, 1, new byte[ChainHash.LENGTH]))
                    : disk.open(files.file(found.lastFile()));
            var journal = new Journal(files, found, salt, file, rollAt);
            if (journal.mark.sequence() == 0) {
                journal.append(
                        List.of(NewEntry.open(
                                OPENED, clock.instant(), owner.value().getBytes(UTF_8))),
                        null);
            }
            return journal;
        } catch (IOException e) {
            throw because(Fault.FILE_UNREADABLE, e, folder);
        }
    }

    private static byte[] random(SecureRandom random) {
        byte[] salt = new byte[FileHeader.SALT];
        random.nextBytes(salt);
        return salt;
    }

    /** The end of the chain: what {@link #append} returned last. */
    public JournalMark mark() {
        return mark;
    }

    /** Bytes of batches that were never acknowledged, cut off as the journal was opened. */
    public long cut() {
        return cut;
    }

    /** The highest slot that an entry names; {@link EntryHeader#NO_SLOT} for none. */
    public long highestSlot() {
        return chain.highestSlot();
    }

    /**
     * Writes entries at the end: all of them are on the disk when this returns, or none counts.
     *
     * @param keys seal what is personal in them; null when nothing is
     * @return the entries as they stand there
     * @throws Rejected JOURNAL_UNWRITABLE when the disk took nothing, and may later; JOURNAL_STOPPED after it failed to make something
     *     durable: what it then holds is known to nobody, so nothing is acknowledged any more until the journal is opened again
     */
    public List<JournalEntry> append(List<NewEntry> batch, @Nullable OrderKeys keys) {
        if (stopped) {
            throw Rejected.because(Fault.JOURNAL_STOPPED);
        }
        if (batch.isEmpty() || batch.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException(batch.size() + " entries");
        }
        rollWhenFull();
        var written = chained(batch, keys);
        put(bytes(written));
        for (var entry : written) {
            chain.add(entry, number, end);
            end += entry.header().entryLength();
        }
        mark = chain.mark();
        return written;
    }

    private List<JournalEntry> chained(List<NewEntry> batch, @Nullable OrderKeys keys) {
        var written = new ArrayList<JournalEntry>(batch.size());
        byte[] previous = chain.hash();
        for (int i = 0; i < batch.size(); i++) {
            var entry = batch.get(i);
            var header = new EntryHeader(
                    entry.kind(),
                    i,
                    batch.size(),
                    chain.sequence() + 1 + i,
                    entry.time().toEpochMilli(),
                    entry.slot(),
                    entry.open().length,
                    entry.sealedLength());
            byte[] sealed = new byte[0];
            if (entry.personal() != null) {
                if (keys == null) {
                    throw new IllegalArgumentException("no keys for what is personal");
                }
                sealed = keys.seal(entry.slot(), header.bound(), entry.personal());
            }
            previous = ChainHash.of(previous, header.encode(salt), entry.open(), sealed);
            written.add(new JournalEntry(header, entry.open(), sealed, previous));
        }
        return written;
    }

    private ByteBuffer bytes(List<JournalEntry> entries) {
        var bytes = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> entry.header().entryLength()).reduce(0, Math::addExact));
        for (var entry : entries) {
            bytes.put(entry.header().encode(salt))
                    .put(entry.open())
                    .put(entry.sealed())
                    .put(entry.hash());
        }
        return bytes.flip();
    }

    private void put(ByteBuffer bytes) {
        try {
            writeAll(file, bytes, end);
        } catch (IOException e) {
            takeBack();
            throw because(Fault.JOURNAL_UNWRITABLE, e, files.folder());
        }
        try {
            file.force(false);
        } catch (IOException e) {
            // the system may have forgotten what it could not write: a second attempt that succeeds would prove nothing
            stopped = true;
            takeBack();
            throw because(Fault.JOURNAL_STOPPED, e);
        }
    }

    /** So that what was refused does not turn up after all. */
    private void takeBack() {
        try {
            file.truncate(end);
            file.force(true);
        } catch (IOException e) {
            stopped = true;
        }
    }

    private void rollWhenFull() {
        if (end < rollAt) {
            return;
        }
        try {
            var next = begin(files, number + 1, new FileHeader(salt, chain.sequence() + 1, chain.hash()));
            file.close();
            file = next;
            number++;
            end = FileHeader.LENGTH;
        } catch (IOException e) {
            throw because(Fault.JOURNAL_UNWRITABLE, e, files.folder());
        }
    }

    /** Makes a file whose name and header are on the disk before anything is written behind them. */
    private static FileChannel begin(JournalFiles files, int number, FileHeader header) throws IOException {
        var file = files.disk().open(files.file(number));
        try {
            file.truncate(0);
            writeAll(file, ByteBuffer.wrap(header.encode()), 0);
            file.force(true);
            files.forceNames();
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static void writeAll(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    /** Who walks over entries. */
    @FunctionalInterface
    public interface Visitor<X extends Exception> {
        void visit(JournalEntry entry) throws X;
    }

    /**
     * All entries from this one on that are there as this is called, in order, verified as they are read.
     *
     * @throws Rejected JOURNAL_DAMAGED when the disk changed one since the journal was opened; FILE_UNREADABLE
     */
    public <X extends Exception> void forEach(long from, Visitor<X> visitor) throws X {
        long last = mark.sequence();
        long next = from;
        while (next <= last) {
            next = visit(next, last, visitor);
        }
    }

    /** The entry of this number; empty where there is none. */
    public Optional<JournalEntry> entry(long sequence) {
        if (sequence < 1 || sequence > mark.sequence()) {
            return Optional.empty();
        }
        var found = new ArrayList<JournalEntry>(1);
        visit(sequence, sequence, found::add);
        return found.stream().findFirst();
    }

    /** Visits what one file holds of these; the number of the entry that follows. */
    private <X extends Exception> long visit(long from, long last, Visitor<X> visitor) throws X {
        var place = chain.positions().before(from);
        try (var open = FileChannel.open(files.file(place.file()), StandardOpenOption.READ)) {
            var previous = ByteBuffer.allocate(ChainHash.LENGTH);
            open.read(previous, place.offset() - ChainHash.LENGTH);
            var reader = new EntryReader(open, salt, place.offset(), previous.array(), place.sequence());
            long next = place.sequence();
            while (next <= last) {
                var entry = reader.next();
                if (entry == null && chain.positions().before(next).file() == place.file()) {
                    throw Rejected.because(Fault.JOURNAL_DAMAGED, next);
                }
                if (entry == null) {
                    // the file ends here, and the next one goes on
                    return next;
                }
                if (next >= from) {
                    visitor.visit(entry);
                }
                next++;
            }
            return next;
        } catch (IOException e) {
            throw because(Fault.FILE_UNREADABLE, e, files.folder());
        }
    }

    private static Rejected because(Fault fault, IOException cause, Object... arguments) {
        var rejected = Rejected.because(fault, arguments);
        rejected.initCause(cause);
        return rejected;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // everything that was acknowledged was forced before
            stopped = true;
        }
    }
}
