package org.echoppe.media;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.echoppe.domain.Cid;

/**
 * The pictures this node holds, a file each, named by its CID. What is read is checked again: a damaged file is as good as
 * none. Those of shops that nobody here follows lie apart and share a room of their own, so that no number of strangers fills
 * the disk.
 */
public final class Blobs {
    /** The largest picture that travels, in bytes (PROTOCOL §2): one IPFS block. */
    public static final int MAX_LENGTH = 1 << 20;

    /** For all strangers together, bytes. */
    public static final long STRANGERS_ROOM = 1L << 30;
    /** What nobody looked at for so long may make place for another stranger's picture. */
    private static final Duration QUIET = Duration.ofDays(1);
    /** When room is made, so much at once: to look for what was used least takes a walk over all. */
    private static final int SHARE = 20;
    /** A count walks over all files. */
    private static final Duration COUNTED = Duration.ofSeconds(30);
    /** What has to stay free on the disk for everything else, bytes. */
    static final long RESERVE = 2L << 30;

    private final Path directory;
    private final BlobFolder kept;
    private final BlobFolder strangers;
    private final long room;
    private final long reserve;
    private final Clock clock;
    /** Before then no room can be made. */
    private Instant nextLook = Instant.MIN;

    private final AtomicLong changes = new AtomicLong();
    private volatile Count count = new Count(-1, 0, Instant.MIN);
    /** What the strangers' pictures take; -1 until it is counted. */
    private long taken = -1;

    /** @param directory made when it is missing */
    public Blobs(Path directory, Clock clock) {
        this(directory, STRANGERS_ROOM, RESERVE, clock);
    }

    Blobs(Path directory, long room, long reserve, Clock clock) {
        this.directory = directory;
        this.kept = new BlobFolder(directory);
        this.strangers = new BlobFolder(directory.resolve("strangers"));
        this.room = room;
        this.reserve = reserve;
        this.clock = clock;
    }

    /**
     * Keeps the bytes, durably before it returns.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_LENGTH} bytes
     * @throws java.io.UncheckedIOException when the disk does not take it
     */
    public Cid put(byte[] bytes) {
        var cid = cid(bytes);
        if (kept.get(cid).isEmpty()) {
            kept.put(cid, bytes);
            changes.incrementAndGet();
        }
        return cid;
    }

    /**
     * Keeps the bytes for a shop that nobody here follows, as long as there is room for strangers.
     *
     * @return false when there is none
     * @throws IllegalArgumentException for more than {@link #MAX_LENGTH} bytes
     * @throws java.io.UncheckedIOException when the disk does not take it
     */
    public synchronized boolean putForStranger(byte[] bytes) {
        var cid = cid(bytes);
        if (get(cid).isPresent()) {
            return true;
        }
        if (!hasRoomForStrangers()) {
            return false;
        }
        strangers.put(cid, bytes);
        strangers.used(cid, clock.instant());
        changes.incrementAndGet();
        taken += BlobFolder.taken(bytes.length);
        return true;
    }

    /** Whether one more picture of a shop that nobody here follows would be kept. */
    public synchronized boolean hasRoomForStrangers() {
        if (taken < 0) {
            taken = strangers.size();
        }
        return directory.toFile().getUsableSpace() >= reserve && (taken + MAX_LENGTH <= room || makeRoom());
    }

    /** Drops what was used least lately, and nothing that was looked at today: else strangers would drive each other out. */
    private boolean makeRoom() {
        var now = clock.instant();
        if (now.isBefore(nextLook)) {
            return false;
        }
        for (var file : strangers.byUse()) {
            if (taken + MAX_LENGTH <= room - room / SHARE || file.used().isAfter(now.minus(QUIET))) {
                break;
            }
            strangers.drop(file);
            changes.incrementAndGet();
            taken -= BlobFolder.taken(file.length());
        }
        boolean made = taken + MAX_LENGTH <= room;
        nextLook = made ? now : now.plus(QUIET.dividedBy(SHARE));
        return made;
    }

    /** Keeps a picture for good that came as a stranger's: its shop is followed now. */
    public synchronized void keep(Cid cid) {
        if (!kept.has(cid)) {
            strangers.get(cid).ifPresent(bytes -> {
                kept.put(cid, bytes);
                strangers.drop(cid);
                taken = -1;
            });
        }
    }

    /** Grows whenever a picture comes or goes. */
    public long changes() {
        return changes.get();
    }

    private record Count(long changes, long bytes, Instant at) {}

    /** What all pictures take on the disk, bytes: counted again when some came or went, at most twice a minute. */
    public long size() {
        var last = count;
        var now = clock.instant();
        if (last.changes == changes.get() || last.at.isAfter(now.minus(COUNTED))) {
            return last.bytes;
        }
        long seen = changes.get();
        count = new Count(seen, kept.size() + strangers.size(), now);
        return count.bytes;
    }

    private static Cid cid(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a picture of " + bytes.length + " bytes");
        }
        return Cid.of(Cid.Codec.RAW, bytes);
    }

    public boolean has(Cid cid) {
        return kept.has(cid) || strangers.has(cid);
    }

    /** The picture's bytes, proven to be those the CID names; empty when it is not held or its file is damaged. */
    public Optional<byte[]> get(Cid cid) {
        return cid.codec() == Cid.Codec.RAW ? kept.get(cid).or(() -> stranger(cid)) : Optional.empty();
    }

    private Optional<byte[]> stranger(Cid cid) {
        var found = strangers.get(cid);
        if (found.isPresent()) {
            strangers.used(cid, clock.instant());
        }
        return found;
    }
}
