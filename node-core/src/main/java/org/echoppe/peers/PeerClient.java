package org.echoppe.peers;

import java.util.List;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;

/**
 * What a node asks of another (PROTOCOL §3). Every answer is bounded in size and time and verified as far as it can be by
 * itself. Over the wire it is {@link HttpPeerClient}; a test has a network in memory.
 */
public interface PeerClient extends AutoCloseable {
    /** Who answers there. The record is of the DID dialled. */
    Answer<NodeRecord> node(PeerAddress peer) throws PeerFailed;

    /** Who answers at an address that came without a DID: the record is of whoever holds the key there. */
    Answer<NodeRecord> whoIs(Endpoint endpoint) throws PeerFailed;

    /** @param after the DID that ended the page before; null for the first */
    HeadPage heads(PeerAddress peer, @org.jspecify.annotations.Nullable Did after) throws PeerFailed;

    /** The whole repository, verified. The caller closes it. */
    Snapshot repository(PeerAddress peer, Did did, Limits limits) throws PeerFailed, BadRepository;

    /** @throws PeerFailed {@link PeerFailed.Kind#TOO_OLD} when the whole has to be asked for */
    ThinDiff changes(PeerAddress peer, Did did, Tid since, Limits limits) throws PeerFailed, BadRepository;

    /** A record, tree node or commit; its hash is checked. */
    Block block(PeerAddress peer, Cid cid) throws PeerFailed;

    Heard announce(PeerAddress peer, Block commit) throws PeerFailed;

    void push(PeerAddress peer, ThinDiff changes) throws PeerFailed;

    void push(PeerAddress peer, Did did, CarSource repository) throws PeerFailed;

    /** Signed node records that the peer knows, as they came. */
    Answer<List<String>> peers(PeerAddress peer) throws PeerFailed;

    /** @return whether the peer reached us at an address of the record */
    boolean introduce(PeerAddress peer, NodeRecord self) throws PeerFailed;

    @Override
    void close();
}
