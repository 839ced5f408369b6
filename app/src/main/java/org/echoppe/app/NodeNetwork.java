package org.echoppe.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.network.Found;
import org.echoppe.app.network.KnownShop;
import org.echoppe.app.network.NearbyShop;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.network.Reach;
import org.echoppe.app.network.Self;
import org.echoppe.app.network.Usage;
import org.echoppe.discovery.Decisions;
import org.echoppe.discovery.KnownPeer;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Fingerprint;
import org.echoppe.media.Blobs;
import org.echoppe.node.Node;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.Invitation;
import org.echoppe.peers.ShopCode;
import org.echoppe.records.Address;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.StrangerLimits;
import org.echoppe.store.Head;
import org.jspecify.annotations.Nullable;

/** The peers of the running node. */
record NodeNetwork(RunningShop shop) implements NetworkDesk {
    private static final String FIELD = "address";

    /** What is known of all shops at one moment, so that one question answers for each of them. */
    private record Known(Listings listings, Map<Did, Head> heads, Set<Did> syncing) {
        static Known of(Node node) {
            return new Known(node.listings(), node.held(), node.replicator().syncing());
        }
    }

    @Override
    public List<KnownShop> shops() {
        return shop.ask(node -> {
            var known = Known.of(node);
            return node.peers().all().stream()
                    .map(peer -> shop(peer, known))
                    .sorted(Comparator.comparing((KnownShop one) -> one.name().isEmpty())
                            .thenComparing(KnownShop::name)
                            .thenComparing(KnownShop::did))
                    .toList();
        });
    }

    private static KnownShop shop(KnownPeer peer, Known known) {
        var row = peer.row();
        var merchant = known.listings().lastHeard(row.did());
        var head = known.heads().get(row.did());
        var reach = reach(peer.word(), known.syncing().contains(row.did()));
        var standing = row.standing();
        return new KnownShop(
                row.did(),
                merchant.map(one -> one.profile().name()).orElse(""),
                merchant.flatMap(one -> one.profile().address())
                        .map(Address::locality)
                        .orElse(""),
                row.endpoints().isEmpty() ? "" : row.endpoints().getFirst(),
                Fingerprint.of(row.did()).text(),
                reach,
                at(peer, reach),
                peer.state().lastContact(),
                new KnownShop.Held(merchant.map(Merchant::products).orElse(0), head == null ? 0 : head.bytes()),
                new KnownShop.Chosen(standing.verified(), standing.followed(), standing.paused(), standing.blocked()));
    }

    private static Reach reach(KnownPeer.Word word, boolean syncing) {
        return switch (word) {
            case BLOCKED -> Reach.BLOCKED;
            case PAUSED -> Reach.PAUSED;
            case ANOTHER_ANSWERS -> Reach.ANOTHER_ANSWERS;
            case UP_TO_DATE -> syncing ? Reach.SYNCING : Reach.UP_TO_DATE;
            case ANSWERS -> syncing ? Reach.SYNCING : Reach.ANSWERS;
            case OFFLINE -> Reach.AWAY;
            case NEVER_REACHED -> Reach.NEVER;
        };
    }

    private static @Nullable Instant at(KnownPeer peer, Reach reach) {
        return switch (reach) {
            case UP_TO_DATE -> peer.syncedAt().orElse(null);
            case AWAY -> peer.state().awaySince();
            case SYNCING, ANSWERS, NEVER, PAUSED, BLOCKED, ANOTHER_ANSWERS -> null;
        };
    }

    @Override
    public Self self() {
        return shop.ask(node -> {
            var places = node.places();
            var did = node.identity().did();
            return new Self(
                    places == null ? "" : places.peer(),
                    Fingerprint.of(did).text(),
                    !node.config().bind().isLoopbackAddress(),
                    places == null ? "" : new Invitation(Endpoint.typed(places.peer()), did).text());
        });
    }

    @Override
    public Usage usage() {
        return shop.ask(node -> {
            var traffic = node.traffic();
            var own = node.identity().did();
            var others = node.held().values().stream()
                    .filter(head -> !head.did().equals(own))
                    .toList();
            long disk = others.stream().mapToLong(Head::bytes).sum();
            return new Usage(
                    traffic.in(),
                    traffic.out(),
                    disk,
                    others.size(),
                    node.blobs().size(),
                    Blobs.STRANGERS_ROOM,
                    node.allowance().limits());
        });
    }

    @Override
    public Found ask(String address) {
        return atField(() -> shop.ask(node -> {
            if (Invitation.isOne(address)) {
                return invited(node, Invitation.read(address));
            }
            var answers = node.peers().whoIs(address).did();
            return new Found(address, answers, Fingerprint.of(answers).text(), false, false, true);
        }));
    }

    /** One that invites may be away just now: it can be added all the same, and is called until it answers. */
    private static Found invited(Node node, Invitation invitation) {
        var url = invitation.endpoint().url();
        boolean answers = true;
        try {
            if (!node.peers().whoIs(url).did().equals(invitation.did())) {
                throw Rejected.because(Fault.PEER_IS_ANOTHER, url);
            }
        } catch (Rejected e) {
            if (e.problems().stream().noneMatch(problem -> problem.fault() == Fault.PEER_UNREACHABLE)) {
                throw e;
            }
            answers = false;
        }
        return new Found(url, invitation.did(), Fingerprint.of(invitation.did()).text(), true, false, answers);
    }

    @Override
    public List<NearbyShop> nearby() {
        return shop.ask(node -> node.neighbourhood().look().stream()
                .filter(one -> node.peers().known(one.did()).isEmpty())
                .map(one -> new NearbyShop(
                        one.did(),
                        one.name(),
                        one.endpoints().stream().map(Endpoint::url).toList()))
                .toList());
    }

    /** What it said on the network proves nothing: who answers has to have the key it named. */
    @Override
    public Found ask(NearbyShop seen) {
        return shop.ask(node -> {
            var refused = new ArrayList<Rejected>();
            for (var url : seen.addresses()) {
                try {
                    if (node.peers().whoIs(url).did().equals(seen.did())) {
                        return new Found(
                                url, seen.did(), Fingerprint.of(seen.did()).text(), false, true, true);
                    }
                    refused.add(Rejected.because(Fault.PEER_IS_ANOTHER, url));
                } catch (Rejected e) {
                    refused.add(e);
                }
            }
            throw refused.getLast();
        });
    }

    @Override
    public ShopCode code(PictureSource picture) {
        return NodePictures.code(picture);
    }

    @Override
    public ShopCode code(String typed) {
        return ShopCode.read(typed);
    }

    @Override
    public void add(Found found, boolean compared) {
        atField(() -> shop.ask(node -> {
            var endpoint = Endpoint.typed(found.address());
            // also when it is not heard any more: the key that was shown is the one that has to answer
            if (found.nearby() || (!found.invited() && node.neighbourhood().knows(found.did(), endpoint))) {
                return Optional.of(node.peers().addNeighbour(endpoint, found.did(), compared));
            }
            if (found.invited()) {
                var invitation = new Invitation(Endpoint.typed(found.address()), found.did());
                return node.peers().add(invitation.text(), null);
            }
            return node.peers().add(found.address(), compared ? found.did() : null);
        }));
    }

    /** What is refused here is about the address, so that it stands below its field. */
    private static <T> T atField(Supplier<T> work) {
        try {
            return work.get();
        } catch (Rejected e) {
            throw new Rejected(e.problems().stream()
                    .map(problem -> new Problem(FIELD, problem.fault(), problem.arguments()))
                    .toList());
        }
    }

    @Override
    public void compared(Did did) {
        decide(decisions -> decisions.compared(did));
    }

    @Override
    public void follow(Did did, boolean followed) {
        decide(decisions -> decisions.follow(did, followed));
    }

    @Override
    public void pause(Did did, boolean paused) {
        decide(decisions -> decisions.pause(did, paused));
    }

    @Override
    public void block(Did did, String reason) {
        decide(decisions -> decisions.block(did, reason));
    }

    @Override
    public void unblock(Did did) {
        decide(decisions -> decisions.unblock(did));
    }

    private void decide(Consumer<Decisions> decision) {
        shop.ask(node -> {
            decision.accept(node.peers().decisions());
            return node;
        });
    }

    @Override
    public void limit(StrangerLimits limits) {
        shop.ask(node -> {
            node.allowance().set(limits);
            return limits;
        });
    }

    @Override
    public void syncNow() {
        shop.ask(node -> node.replicator().syncNow());
    }
}
