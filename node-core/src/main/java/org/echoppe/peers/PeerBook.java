package org.echoppe.peers;

import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;

/** Whom there is to call. Kept by discovery; a test writes its own. */
public interface PeerBook {
    /** Peers that answer now, and are neither paused nor blocked. */
    List<PeerAddress> reachable();

    /** Where a peer can be called; empty when it is unknown, blocked or cannot be called. */
    Optional<PeerAddress> find(Did did);
}
