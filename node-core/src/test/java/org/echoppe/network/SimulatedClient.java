package org.echoppe.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.identity.BadJws;
import org.echoppe.peers.Answer;
import org.echoppe.peers.CarSource;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.HeadPage;
import org.echoppe.peers.Heard;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.RemoteHead;
import org.echoppe.replicas.Repositories;
import org.echoppe.replicas.Sender;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;
import org.jspecify.annotations.Nullable;

/** The calls of PROTOCOL §3 without wires: what a node asks, another answers in the same thread. */
final class SimulatedClient implements PeerClient {
    private final SimulatedNode self;
    private final SimulatedNetwork network;

    SimulatedClient(SimulatedNode self, SimulatedNetwork network) {
        this.self = self;
        this.network = network;
    }

    private SimulatedNode dial(PeerAddress peer) throws PeerFailed {
        for (var endpoint : peer.endpoints()) {
            var other = network.reach(self, endpoint);
            if (other != null && other.did().equals(peer.did())) {
                self.reachability.answered(peer.did());
                other.peers.heardFrom(self.did());
                return other;
            }
        }
        self.reachability.failed(peer.did());
        throw new PeerFailed(PeerFailed.Kind.UNREACHABLE, "the line is dead");
    }

    @Override
    public Answer<NodeRecord> node(PeerAddress peer) throws PeerFailed {
        return answer(dial(peer), node -> node.peers.ownRecord());
    }

    @Override
    public Answer<NodeRecord> whoIs(Endpoint endpoint) throws PeerFailed {
        var other = network.reach(self, endpoint);
        if (other == null) {
            throw new PeerFailed(PeerFailed.Kind.UNREACHABLE, "the line is dead");
        }
        return answer(other, node -> node.peers.ownRecord());
    }

    private static <T> Answer<T> answer(SimulatedNode node, Function<SimulatedNode, T> content) {
        return new Answer<>(
                content.apply(node), InetAddress.ofLiteral(node.endpoint().host()), null);
    }

    @Override
    public HeadPage heads(PeerAddress peer, @Nullable Did after) throws PeerFailed {
        return new HeadPage(
                dial(peer).store.heads(after, HeadPage.SIZE).stream()
                        .map(head -> new RemoteHead(head.did(), head.rev(), head.commitCid()))
                        .toList(),
                null);
    }

    @Override
    public Snapshot repository(PeerAddress peer, Did did, Limits limits) throws PeerFailed, BadRepository {
        try {
            var out = new ByteArrayOutputStream();
            Repositories.write(dial(peer).store, did, out);
            return Snapshot.read(new ByteArrayInputStream(out.toByteArray()), did, self.spool, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ThinDiff changes(PeerAddress peer, Did did, Tid since, Limits limits) throws PeerFailed {
        return dial(peer)
                .store
                .changesSince(did, since)
                .orElseThrow(() -> new PeerFailed(PeerFailed.Kind.TOO_OLD, "unknown rev"));
    }

    @Override
    public Block block(PeerAddress peer, Cid cid) throws PeerFailed {
        return dial(peer)
                .store
                .block(cid)
                .map(bytes -> new Block(cid, bytes))
                .orElseThrow(() -> new PeerFailed(PeerFailed.Kind.NOT_HELD, "no such block"));
    }

    @Override
    public Heard announce(PeerAddress peer, Block commit) throws PeerFailed {
        try {
            return dial(peer).replicator.announced(self.did(), Commit.read(commit.bytes()));
        } catch (BadRepository e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void push(PeerAddress peer, ThinDiff changes) throws PeerFailed {
        dial(peer).replicator.pushed(Sender.silent(self.did(), null), changes);
    }

    @Override
    public void push(PeerAddress peer, Did did, CarSource repository) throws PeerFailed {
        var other = dial(peer);
        try {
            var out = new ByteArrayOutputStream();
            repository.writeTo(out);
            try (var snapshot =
                    Snapshot.read(new ByteArrayInputStream(out.toByteArray()), did, self.spool, Limits.STRANGER)) {
                other.replicator.pushed(Sender.silent(self.did(), null), snapshot);
            }
        } catch (IOException | BadRepository e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Answer<List<String>> peers(PeerAddress peer) throws PeerFailed {
        return answer(dial(peer), node -> node.peers.records());
    }

    @Override
    public boolean introduce(PeerAddress peer, NodeRecord record) throws PeerFailed {
        try {
            var from = InetAddress.ofLiteral(self.endpoint().host());
            return dial(peer).peers.introduced(self.did(), from, record.jws());
        } catch (BadJws e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}
}
