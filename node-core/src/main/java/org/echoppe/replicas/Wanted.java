package org.echoppe.replicas;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;
import org.echoppe.peers.PeerAddress;

/**
 * A state of a repository that is to be fetched.
 *
 * @param sources who says to have it, latest last
 */
record Wanted(Tid rev, Cid commit, List<PeerAddress> sources) {
    private static final int MOST_SOURCES = 4;

    /** The newer of two wishes; for one state, all who have it. */
    Wanted or(Wanted other) {
        int newer = rev.compareTo(other.rev);
        if (newer != 0 || !commit.equals(other.commit)) {
            return newer > 0 ? this : other;
        }
        var all = new ArrayList<>(sources);
        other.sources.stream().filter(source -> !all.contains(source)).forEach(all::add);
        return new Wanted(rev, commit, all.stream().limit(MOST_SOURCES).toList());
    }
}
