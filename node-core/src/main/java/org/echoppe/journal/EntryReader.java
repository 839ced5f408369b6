package org.echoppe.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one file's entries in order, each checked against the one before it, whatever their number in constant memory. */
final class EntryReader {
    private final FileChannel file;
    private final byte[] salt;
    private final ByteBuffer ahead =
            ByteBuffer.allocate(2 * NewEntry.MOST_BYTES).limit(0);
    private long position;
    private byte[] previous;
    private long next;

    /**
     * @param position where an entry begins
     * @param previous hash of the entry before it
     * @param next its number
     */
    EntryReader(FileChannel file, byte[] salt, long position, byte[] previous, long next) {
        this.file = file;
        this.salt = salt;
        this.position = position;
        this.previous = previous;
        this.next = next;
    }

    /** Where the entry begins that {@link #next} gives next. */
    long position() {
        return position;
    }

    /** The next entry; null at the end, and at whatever is not as it was written. */
    @Nullable
    JournalEntry next() throws IOException {
        if (!holds(EntryHeader.LENGTH)) {
            return null;
        }
        var header = EntryHeader.decode(peek(EntryHeader.LENGTH), salt);
        if (header == null || header.sequence() != next || !isSane(header) || !holds(header.entryLength())) {
            return null;
        }
        byte[] head = take(EntryHeader.LENGTH);
        byte[] open = take(header.openLength());
        byte[] sealed = take(header.sealedLength());
        byte[] hash = take(ChainHash.LENGTH);
        if (!Arrays.equals(hash, ChainHash.of(previous, head, open, sealed))) {
            return null;
        }
        position += header.entryLength();
        previous = hash;
        next++;
        return new JournalEntry(header, open, sealed, hash);
    }

    private static boolean isSane(EntryHeader header) {
        return header.openLength() >= 0
                && header.sealedLength() >= 0
                && header.entryLength() > 0
                && header.entryLength() <= NewEntry.MOST_BYTES
                && header.index() < header.count();
    }

    /** Whether so many bytes follow, which are then in memory. */
    private boolean holds(int bytes) throws IOException {
        if (ahead.remaining() < bytes) {
            long from = position + ahead.remaining();
            ahead.compact();
            while (ahead.hasRemaining()) {
                int read = file.read(ahead, from);
                if (read < 0) {
                    break;
                }
                from += read;
            }
            ahead.flip();
        }
        return ahead.remaining() >= bytes;
    }

    private byte[] peek(int length) {
        byte[] bytes = new byte[length];
        ahead.get(ahead.position(), bytes);
        return bytes;
    }

    private byte[] take(int length) {
        byte[] bytes = new byte[length];
        ahead.get(bytes);
        return bytes;
    }
}
