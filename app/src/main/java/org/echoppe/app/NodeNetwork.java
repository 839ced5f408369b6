package org.echoppe.app;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.echoppe.app.network.Found;
import org.echoppe.app.network.KnownShop;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.network.Reach;
import org.echoppe.app.network.Self;
import org.echoppe.discovery.KnownPeer;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Fingerprint;
import org.echoppe.node.Node;
import org.echoppe.records.Address;
import org.echoppe.replicas.Merchant;
import org.jspecify.annotations.Nullable;

/** The peers of the running node. */
record NodeNetwork(RunningShop shop) implements NetworkDesk {
    private static final Pattern DID = Pattern.compile("did:key:z[1-9A-HJ-NP-Za-km-z]+");
    private static final String FIELD = "address";

    @Override
    public List<KnownShop> shops() {
        return shop.ask(node -> {
            var syncing = node.replicator().syncing();
            return node.peers().all().stream()
                    .map(peer -> known(node, peer, syncing))
                    .sorted(Comparator.comparing((KnownShop one) -> one.name().isEmpty())
                            .thenComparing(KnownShop::name)
                            .thenComparing(KnownShop::did))
                    .toList();
        });
    }

    private static KnownShop known(Node node, KnownPeer peer, Set<Did> syncing) {
        var did = peer.row().did();
        var merchant = node.listings().merchant(did);
        var reach = syncing.contains(did) ? Reach.SYNCING : reach(peer.word());
        return new KnownShop(
                did,
                merchant.map(one -> one.profile().name()).orElse(""),
                merchant.flatMap(one -> one.profile().address())
                        .map(Address::locality)
                        .orElse(""),
                peer.row().endpoints().isEmpty() ? "" : peer.row().endpoints().getFirst(),
                Fingerprint.of(did).text(),
                reach,
                at(peer, reach),
                merchant.map(Merchant::products).orElse(0),
                peer.row().verified());
    }

    private static Reach reach(KnownPeer.Word word) {
        return switch (word) {
            case BLOCKED -> Reach.BLOCKED;
            case ANOTHER_ANSWERS -> Reach.ANOTHER_ANSWERS;
            case UP_TO_DATE -> Reach.UP_TO_DATE;
            case ANSWERS -> Reach.SYNCING;
            case PAUSED, OFFLINE -> Reach.AWAY;
            case NEVER_REACHED -> Reach.NEVER;
        };
    }

    private static @Nullable Instant at(KnownPeer peer, Reach reach) {
        return switch (reach) {
            case UP_TO_DATE -> peer.syncedAt().orElse(null);
            case AWAY -> peer.state().awaySince();
            case SYNCING, NEVER, BLOCKED, ANOTHER_ANSWERS -> null;
        };
    }

    @Override
    public Self self() {
        return shop.ask(node -> {
            var places = node.places();
            return new Self(
                    places == null ? "" : places.peer(),
                    Fingerprint.of(node.identity().did()).text(),
                    !node.config().bind().isLoopbackAddress());
        });
    }

    @Override
    public Found ask(String address) {
        var named = DID.matcher(address);
        Did expected = named.find() ? did(named.group()) : null;
        String url = expected == null
                ? address
                : address.replace(expected.value(), "").replaceAll("[\\s#]+", "");
        return atField(() -> shop.ask(node -> {
            var answers = node.peers().whoIs(url).did();
            if (expected != null && !expected.equals(answers)) {
                throw Rejected.because(Fault.PEER_IS_ANOTHER, url);
            }
            return new Found(url, answers, Fingerprint.of(answers).text());
        }));
    }

    private static Did did(String text) {
        try {
            return new Did(text);
        } catch (IllegalArgumentException e) {
            throw new Rejected(List.of(Problem.of(FIELD, Fault.NOT_A_DID, text)));
        }
    }

    @Override
    public void add(Found found, boolean compared) {
        atField(() -> shop.ask(node -> compared
                ? node.peers().add(found.address(), found.did())
                : node.peers().add(found.address(), null)));
    }

    /** What is refused here is about the address, so that it stands below its field. */
    private static <T> T atField(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (Rejected e) {
            throw new Rejected(e.problems().stream()
                    .map(problem -> new Problem(FIELD, problem.fault(), problem.arguments()))
                    .toList());
        }
    }

    @Override
    public void block(Did did) {
        shop.ask(node -> {
            node.peers().block(did, "");
            return did;
        });
    }

    @Override
    public void unblock(Did did) {
        shop.ask(node -> {
            node.peers().unblock(did);
            return did;
        });
    }

    @Override
    public void syncNow() {
        shop.ask(node -> node.replicator().syncNow());
    }
}
