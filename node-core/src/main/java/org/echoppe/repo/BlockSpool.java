package org.echoppe.repo;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * Blocks laid down in a file one after another, each behind its CID, and found again by a hash table of 16 bytes a slot: what
 * keeps memory small when a stranger sends a repository. First all are added, then any are read; one thread at a time.
 */
final class BlockSpool implements BlockSource, AutoCloseable {
    private static final int LENGTH_BITS = 21;
    private static final int BUFFER_BYTES = 1 << 16;
    /** So that nobody can choose blocks that all fall into one place of the table. */
    private static final SecureRandom SEEDS = new SecureRandom();

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final long seed = SEEDS.nextLong();
    private final long factor = SEEDS.nextLong() | 1;
    private long written;
    private int count;
    private long[] tags = new long[1 << 10];
    /** Where a block lies, shifted by its length, plus one; 0 for an empty slot. */
    private long[] places = new long[1 << 10];

    BlockSpool(Path directory) throws IOException {
        var path = Files.createTempFile(directory, "repository", ".spool");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** A block that is already there is not added again. */
    void add(Block block) throws IOException {
        if (slotOf(block.cid()) >= 0) {
            return;
        }
        long place = ((written + buffer.position()) << LENGTH_BITS) | block.bytes().length;
        put(block.cid().bytes());
        put(block.bytes());
        if (++count > tags.length / 2) {
            grow();
        }
        place(tagOf(block.cid()), place + 1);
    }

    /** The length of a block, or -1 when it is not here. */
    int lengthOf(Cid cid) throws IOException {
        int slot = slotOf(cid);
        return slot < 0 ? -1 : length(slot);
    }

    @Override
    public byte @Nullable [] block(Cid cid) {
        try {
            int slot = slotOf(cid);
            return slot < 0 ? null : read(offset(slot) + Cid.LENGTH, length(slot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int slotOf(Cid cid) throws IOException {
        long tag = tagOf(cid);
        for (int slot = home(tag); places[slot] != 0; slot = (slot + 1) & (tags.length - 1)) {
            if (tags[slot] == tag && Arrays.equals(read(offset(slot), Cid.LENGTH), cid.bytes())) {
                return slot;
            }
        }
        return -1;
    }

    private void place(long tag, long place) {
        int slot = home(tag);
        while (places[slot] != 0) {
            slot = (slot + 1) & (tags.length - 1);
        }
        tags[slot] = tag;
        places[slot] = place;
    }

    private void grow() {
        var oldTags = tags;
        var oldPlaces = places;
        tags = new long[oldTags.length * 2];
        places = new long[oldTags.length * 2];
        for (int i = 0; i < oldTags.length; i++) {
            if (oldPlaces[i] != 0) {
                place(oldTags[i], oldPlaces[i]);
            }
        }
    }

    private static long tagOf(Cid cid) {
        return ByteBuffer.wrap(cid.bytes()).getLong(4);
    }

    private int home(long tag) {
        return (int) (((tag ^ seed) * factor) >>> (Long.numberOfLeadingZeros(tags.length) + 1));
    }

    private long offset(int slot) {
        return (places[slot] - 1) >>> LENGTH_BITS;
    }

    private int length(int slot) {
        return (int) ((places[slot] - 1) & ((1 << LENGTH_BITS) - 1));
    }

    private void put(byte[] bytes) throws IOException {
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (bytes.length > buffer.capacity()) {
            write(ByteBuffer.wrap(bytes));
        } else {
            buffer.put(bytes);
        }
    }

    private void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
    }

    private byte[] read(long from, int length) throws IOException {
        if (buffer.position() > 0) {
            flush();
        }
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the spool has been cut");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
