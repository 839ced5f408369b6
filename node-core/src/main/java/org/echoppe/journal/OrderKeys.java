package org.echoppe.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/**
 * Keys for what is personal in the journal, in numbered slots of a file of their own: erasing an order is destroying its key, and the
 * chain stays what it is. One thread takes, seals and erases; any thread opens.
 */
public final class OrderKeys implements AutoCloseable {
    /** Slots that are made and forced together. */
    public static final int BATCH = 256;

    private static final int KEY = 32;
    private static final int HEADER = 4_096;
    private static final int SLOT = 64;
    /** Slots in what a disk writes at once: nothing is made beside a key that is in use. */
    private static final int PAGE = 4_096 / SLOT;

    private static final byte ERASED = (byte) 0xee;

    private final Path path;
    private final byte[] wrapping;
    private final SecureRandom random;
    private final FileChannel file;
    private long next;
    private long made;

    private OrderKeys(Path path, byte[] wrapping, SecureRandom random, FileChannel file, long next) {
        this.path = path;
        this.wrapping = wrapping;
        this.random = random;
        this.file = file;
        this.next = next;
        this.made = next;
    }

    /**
     * Opens the file, making it where it is not there.
     *
     * @param wrapping 32 bytes that protect every key in the file
     * @param highestSlot that an entry of the journal names: what was made and not used before is made anew
     * @throws Rejected FILE_UNREADABLE
     */
    public static OrderKeys open(Path path, byte[] wrapping, long highestSlot, JournalDisk disk, SecureRandom random) {
        try {
            boolean isNew = !Files.exists(path);
            var file = disk.open(path);
            if (isNew) {
                disk.forceFolder(path.toAbsolutePath().resolveSibling(""));
            }
            long next = (highestSlot + PAGE) / PAGE * PAGE;
            return new OrderKeys(path, wrapping.clone(), random, file, next);
        } catch (IOException e) {
            throw because(Fault.FILE_UNREADABLE, e, path);
        }
    }

    /**
     * A slot that was never used, with a key that is on the disk for good.
     *
     * @throws Rejected JOURNAL_UNWRITABLE
     */
    public long fresh() {
        if (next == made) {
            make();
        }
        return next++;
    }

    private void make() {
        var slots = ByteBuffer.allocate(BATCH * SLOT);
        byte[] key = new byte[KEY];
        for (int i = 0; i < BATCH; i++) {
            random.nextBytes(key);
            slots.put(i * SLOT, Sealing.seal(wrapping, bound(made + i), key, random));
        }
        Arrays.fill(key, (byte) 0);
        write(slots, place(made));
        made += BATCH;
    }

    /** Only for a slot of {@link #fresh}, or one an entry named before and that was not erased. */
    byte[] seal(long slot, byte[] bound, byte[] personal) {
        byte[] held = read(slot);
        byte[] key = unwrap(slot, held).orElseGet(() -> anew(slot, held));
        byte[] sealed = Sealing.seal(key, bound, personal, random);
        Arrays.fill(key, (byte) 0);
        return sealed;
    }

    /** Its key was lost, with the file or by the disk: what it sealed stays lost, and what is said from now on can be read again. */
    private byte[] anew(long slot, byte[] held) {
        if (isErased(held)) {
            throw new IllegalStateException("slot " + slot + " is erased");
        }
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        var bytes = ByteBuffer.allocate(SLOT);
        bytes.put(0, Sealing.seal(wrapping, bound(slot), key, random));
        write(bytes, place(slot));
        return key;
    }

    /** What is personal in an entry. */
    public Personal open(JournalEntry entry) {
        if (entry.slot() == EntryHeader.NO_SLOT) {
            return Personal.NONE;
        }
        byte[] slot = read(entry.slot());
        if (isErased(slot)) {
            return Personal.ERASED;
        }
        return unwrap(entry.slot(), slot)
                .flatMap(key -> Sealing.open(key, entry.header().bound(), entry.sealed()))
                .<Personal>map(Personal.Known::new)
                .orElse(Personal.LOST);
    }

    /**
     * Destroys the key of a slot: when this returns, nobody can read what it sealed.
     *
     * @throws Rejected JOURNAL_UNWRITABLE
     */
    public void erase(long slot) {
        byte[] nothing = new byte[SLOT];
        Arrays.fill(nothing, ERASED);
        write(ByteBuffer.wrap(nothing), place(slot));
    }

    private static boolean isErased(byte[] slot) {
        for (byte one : slot) {
            if (one != ERASED) {
                return false;
            }
        }
        return true;
    }

    private Optional<byte[]> unwrap(long number, byte[] slot) {
        return Sealing.open(wrapping, bound(number), Arrays.copyOf(slot, KEY + Sealing.OVERHEAD));
    }

    private static byte[] bound(long slot) {
        return ByteBuffer.allocate(Long.BYTES).putLong(slot).array();
    }

    private static long place(long slot) {
        return HEADER + slot * SLOT;
    }

    /** Zeros where the file ends. Through a channel of its own: an interrupted reader closes only that. */
    private byte[] read(long slot) {
        try (var open = FileChannel.open(path, StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(SLOT);
            while (bytes.hasRemaining() && open.read(bytes, place(slot) + bytes.position()) >= 0) {
                // read on
            }
            return bytes.array();
        } catch (IOException e) {
            throw because(Fault.FILE_UNREADABLE, e, path);
        }
    }

    private void write(ByteBuffer bytes, long at) {
        try {
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            file.force(false);
        } catch (IOException e) {
            throw because(Fault.JOURNAL_UNWRITABLE, e, path);
        }
    }

    private static Rejected because(Fault fault, IOException cause, Path path) {
        var rejected = Rejected.because(fault, path);
        rejected.initCause(cause);
        return rejected;
    }

    @Override
    public void close() {
        Arrays.fill(wrapping, (byte) 0);
        try {
            file.close();
        } catch (IOException e) {
            throw because(Fault.JOURNAL_UNWRITABLE, e, path);
        }
    }
}
