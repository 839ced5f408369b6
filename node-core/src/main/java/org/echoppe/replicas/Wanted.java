package org.echoppe.replicas;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.RemoteHead;

/**
 * A state of a repository that is to be fetched.
 *
 * @param sources who says to have it, latest last
 */
record Wanted(RemoteHead head, List<PeerAddress> sources) {
    private static final int MOST_SOURCES = 4;

    /** The newer of two wishes; for one state, all who have it. */
    Wanted or(Wanted other) {
        int newer = head.rev().compareTo(other.head.rev());
        if (newer != 0 || !head.equals(other.head)) {
            return newer > 0 ? this : other;
        }
        var all = new ArrayList<>(sources);
        other.sources.stream().filter(source -> !all.contains(source)).forEach(all::add);
        return new Wanted(head, all.stream().limit(MOST_SOURCES).toList());
    }
}
