package org.echoppe.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.echoppe.domain.Cid;

/**
 * The pictures this node holds, a file each, named by its CID. What is read is checked again: a damaged file is as good as
 * none. The shop's own stay; those of shops that are followed lie apart and share a room, and those of strangers another, so that
 * no number of shops fills the disk.
 */
public final class Blobs {
    /** The largest picture that travels, in bytes (PROTOCOL §2): one IPFS block. */
    public static final int MAX_LENGTH = 1 << 20;

    /** For all strangers together, bytes. */
    public static final long STRANGERS_ROOM = 1L << 30;
    /** For all shops that are followed together, bytes: about a hundred thousand photos. */
    static final long FOLLOWED_ROOM = 16L << 30;
    /** What nobody looked at for so long may make place for another stranger's picture. */
    private static final Duration STRANGERS_QUIET = Duration.ofDays(1);
    /** And for one of another shop that is followed. */
    private static final Duration FOLLOWED_QUIET = Duration.ofDays(30);
    /** A count of one's own walks over all files. */
    private static final Duration COUNTED = Duration.ofSeconds(30);
    /** What has to stay free on the disk for everything else, bytes. */
    static final long RESERVE = 2L << 30;

    private final Path directory;
    private final BlobFolder own;
    private final BlobRoom followed;
    private final BlobRoom strangers;
    private final long reserve;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Count count = new Count(-1, 0, Instant.MIN);

    /** @param directory made when it is missing */
    public Blobs(Path directory, Clock clock) {
        this(directory, FOLLOWED_ROOM, STRANGERS_ROOM, RESERVE, clock);
    }

    Blobs(Path directory, long followedRoom, long strangersRoom, long reserve, Clock clock) {
        this.directory = directory;
        this.reserve = reserve;
        this.clock = clock;
        this.own = new BlobFolder(directory);
        this.followed = room("followed", followedRoom, FOLLOWED_QUIET, clock);
        this.strangers = room("strangers", strangersRoom, STRANGERS_QUIET, clock);
    }

    private BlobRoom room(String name, long most, Duration quiet, Clock clock) {
        return new BlobRoom(new BlobFolder(directory.resolve(name)), most, quiet, clock, changes::incrementAndGet);
    }

    /**
     * Keeps the bytes for good, durably before it returns: a picture of this shop's own.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_LENGTH} bytes
     * @throws java.io.UncheckedIOException when the disk does not take it
     */
    public Cid put(byte[] bytes) {
        var cid = cid(bytes);
        if (own.get(cid).isEmpty()) {
            own.put(cid, bytes);
            changes.incrementAndGet();
        }
        return cid;
    }

    /**
     * Keeps the bytes for a shop that is followed, as long as there is room for these.
     *
     * @return false when there is none
     * @throws IllegalArgumentException for more than {@link #MAX_LENGTH} bytes
     * @throws java.io.UncheckedIOException when the disk does not take it
     */
    public boolean putForFollowed(byte[] bytes) {
        return put(followed, bytes);
    }

    /**
     * The same for a shop that nobody here follows.
     *
     * @return false when there is no room for strangers
     */
    public boolean putForStranger(byte[] bytes) {
        return put(strangers, bytes);
    }

    private boolean put(BlobRoom room, byte[] bytes) {
        var cid = cid(bytes);
        if (get(cid).isPresent()) {
            return true;
        }
        boolean kept = hasRoom(room) && room.put(cid, bytes);
        if (kept) {
            changes.incrementAndGet();
        }
        return kept;
    }

    /** Whether one more picture of a shop that is followed would be kept. */
    public boolean hasRoomForFollowed() {
        return hasRoom(followed);
    }

    /** Whether one more picture of a shop that nobody here follows would be kept. */
    public boolean hasRoomForStrangers() {
        return hasRoom(strangers);
    }

    private boolean hasRoom(BlobRoom room) {
        return free() >= reserve && room.hasRoom();
    }

    /** Of a folder that is not made yet nobody can say it, but of where it will be. */
    private long free() {
        var place = directory.toAbsolutePath();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place.toFile().getUsableSpace();
    }

    /** Lets a picture that came as a stranger's stay longer, where there is room: its shop is followed now. */
    public void keep(Cid cid) {
        if (!own.has(cid) && !followed.has(cid)) {
            strangers.get(cid).filter(bytes -> followed.put(cid, bytes)).ifPresent(_ -> strangers.drop(cid));
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
        count = new Count(seen, own.size() + followed.size() + strangers.size(), now);
        return count.bytes;
    }

    private static Cid cid(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a picture of " + bytes.length + " bytes");
        }
        return Cid.of(Cid.Codec.RAW, bytes);
    }

    public boolean has(Cid cid) {
        return own.has(cid) || followed.has(cid) || strangers.has(cid);
    }

    /** The picture's bytes, proven to be those the CID names; empty when it is not held or its file is damaged. */
    public Optional<byte[]> get(Cid cid) {
        return cid.codec() == Cid.Codec.RAW
                ? own.get(cid).or(() -> followed.get(cid)).or(() -> strangers.get(cid))
                : Optional.empty();
    }

    /**
     * Notes that somebody looked at a picture that came from another shop, whose bytes were not asked for: a copy of it in
     * another size was. Cheap: nothing is written when that was noted within the hour.
     */
    public void used(Cid cid) {
        followed.used(cid);
        strangers.used(cid);
    }
}
