package org.echoppe.discovery;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.peers.Answer;
import org.echoppe.peers.CarSource;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.HeadPage;
import org.echoppe.peers.Heard;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.repo.Block;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;
import org.jspecify.annotations.Nullable;

/** Nodes that say who they are, each from its IP address, and nothing else. */
final class FakePeers implements PeerClient {
    private final Map<Did, NodeRecord> records = new HashMap<>();

    void add(NodeRecord record) {
        records.put(record.did(), record);
    }

    @Override
    public Answer<NodeRecord> node(PeerAddress peer) throws PeerFailed {
        var record = records.get(peer.did());
        if (record == null) {
            throw new PeerFailed(PeerFailed.Kind.UNREACHABLE, "nobody is there");
        }
        return new Answer<>(
                record, InetAddress.ofLiteral(peer.endpoints().getFirst().host()), null);
    }

    @Override
    public Answer<NodeRecord> whoIs(Endpoint endpoint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HeadPage heads(PeerAddress peer, @Nullable Did after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Snapshot repository(PeerAddress peer, Did did, Limits limits) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ThinDiff changes(PeerAddress peer, Did did, Tid since, Limits limits) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Block block(PeerAddress peer, Cid cid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Heard announce(PeerAddress peer, Block commit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void push(PeerAddress peer, ThinDiff changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void push(PeerAddress peer, Did did, CarSource repository) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<List<String>> peers(PeerAddress peer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean introduce(PeerAddress peer, NodeRecord self) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
