package org.echoppe.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;

/** Fetches one repository from one peer: what changed since the rev held here, and the whole where that does not do. */
final class Fetcher {
    private final PeerClient client;
    private final Replicas replicas;
    private final RepoStore store;
    private final Reachability reachability;

    Fetcher(PeerClient client, Replicas replicas, RepoStore store, Reachability reachability) {
        this.reachability = reachability;
        this.client = client;
        this.replicas = replicas;
        this.store = store;
    }

    /** @param rev what the peer says it has */
    Outcome fetch(PeerAddress peer, Did did, Tid rev) throws PeerFailed {
        var from = new Sender(peer.did(), network(peer), cid -> earlier(peer, cid));
        var head = store.head(did).filter(held -> !held.damaged() && held.rev().compareTo(rev) < 0);
        try {
            var outcome = head.isPresent() ? changes(peer, from, head.get()) : Outcome.WHOLE_WANTED;
            return outcome == Outcome.WHOLE_WANTED ? whole(peer, from, did) : outcome;
        } catch (PeerFailed e) {
            replicas.noteBroken(peer.did(), "repository of " + did, e);
            throw e;
        }
    }

    private @Nullable AddressPrefix network(PeerAddress peer) {
        return peer.given()
                ? null
                : reachability.place(peer.did()).map(AddressPrefix::of).orElse(null);
    }

    private Outcome changes(PeerAddress peer, Sender from, Head head) throws PeerFailed {
        try {
            var diff = client.changes(peer, head.did(), head.rev(), replicas.limits(head.did()));
            return diff.commit().did().equals(head.did())
                    ? replicas.accept(from, diff)
                    : replicas.refused(
                            from,
                            head.did(),
                            new BadRepository(
                                    BadRepository.Reason.WRONG_DID,
                                    "changes of " + diff.commit().did()));
        } catch (BadRepository e) {
            return replicas.refused(from, head.did(), e);
        } catch (PeerFailed e) {
            if (e.kind() == PeerFailed.Kind.TOO_OLD) {
                return Outcome.WHOLE_WANTED;
            }
            throw e;
        }
    }

    private Outcome whole(PeerAddress peer, Sender from, Did did) throws PeerFailed {
        try (var snapshot = client.repository(peer, did, replicas.limits(did))) {
            return replicas.accept(from, snapshot);
        } catch (BadRepository e) {
            return replicas.refused(from, did, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Block> earlier(PeerAddress peer, Cid cid) {
        try {
            return Optional.of(client.block(peer, cid));
        } catch (PeerFailed e) {
            return Optional.empty();
        }
    }
}
