package org.echoppe.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.echoppe.domain.Cid;

/**
 * A folder of pictures that others have too, within a limit: what nobody looked at for longest makes place for another, and what
 * was looked at lately does not, else they would drive each other out.
 */
final class BlobRoom {
    /** When room is made, so much at once: to look for what was used least takes a walk over all. */
    private static final int SHARE = 20;
    /** Where no room could be made, it is not tried again for so long. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final BlobFolder folder;
    private final long most;
    private final Duration quiet;
    private final Clock clock;
    private final Runnable dropped;
    /** Before then no room can be made. */
    private Instant nextLook = Instant.MIN;
    /** What the pictures take; -1 until it is counted. */
    private long taken = -1;

    /**
     * The room in one folder.
     *
     * @param most bytes of all
     * @param quiet what nobody looked at for so long may go
     * @param dropped is told of each that goes
     */
    BlobRoom(BlobFolder folder, long most, Duration quiet, Clock clock, Runnable dropped) {
        this.folder = folder;
        this.most = most;
        this.quiet = quiet;
        this.clock = clock;
        this.dropped = dropped;
    }

    /** Keeps it if there is room. */
    synchronized boolean put(Cid cid, byte[] bytes) {
        if (!hasRoom()) {
            return false;
        }
        boolean fresh = !folder.has(cid);
        folder.put(cid, bytes);
        folder.used(cid, clock.instant());
        if (fresh) {
            taken += BlobFolder.taken(bytes.length);
        }
        return true;
    }

    synchronized boolean hasRoom() {
        return size() + Blobs.MAX_LENGTH <= most || makeRoom();
    }

    private boolean makeRoom() {
        var now = clock.instant();
        if (now.isBefore(nextLook)) {
            return false;
        }
        for (var file : folder.byUse()) {
            if (taken + Blobs.MAX_LENGTH <= most - most / SHARE || file.used().isAfter(now.minus(quiet))) {
                break;
            }
            folder.drop(file);
            dropped.run();
            taken -= BlobFolder.taken(file.length());
        }
        boolean made = taken + Blobs.MAX_LENGTH <= most;
        nextLook = made ? now : now.plus(PAUSE);
        return made;
    }

    /** What all of them take on the disk: counted once, and again where a file is gone that was no good. */
    synchronized long size() {
        if (taken < 0) {
            taken = folder.size();
        }
        return taken;
    }

    boolean has(Cid cid) {
        return folder.has(cid);
    }

    /** The picture, which was looked at now. */
    Optional<byte[]> get(Cid cid) {
        boolean held = folder.has(cid);
        var found = folder.get(cid);
        if (found.isPresent()) {
            used(cid);
        } else if (held) {
            forgetSize();
        }
        return found;
    }

    /** Notes that somebody looked at it now, if it is here. */
    void used(Cid cid) {
        folder.used(cid, clock.instant());
    }

    private synchronized void forgetSize() {
        taken = -1;
    }

    /** Takes it out, for another place. */
    synchronized void drop(Cid cid) {
        folder.drop(cid);
        forgetSize();
    }
}
