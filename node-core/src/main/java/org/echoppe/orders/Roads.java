package org.echoppe.orders;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.peers.AddressRule;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.records.Mailbox;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.store.RepoStore;

/** Where a merchant can be called, and the mailboxes that its signed profile names. */
final class Roads {
    private static final String PROFILE = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);

    private final RepoStore repos;
    private final PeerBook peers;
    private final Predicate<Did> shunned;
    private final Did self;

    /** @param shunned nodes that the keeper of this one blocked */
    Roads(RepoStore repos, PeerBook peers, Predicate<Did> shunned, Did self) {
        this.repos = repos;
        this.peers = peers;
        this.shunned = shunned;
        this.self = self;
    }

    /** Whether its shop is shown here. */
    boolean knows(Did merchant) {
        return !shunned.test(merchant) && repos.head(merchant).isPresent();
    }

    /** The merchant's own node; empty where nobody knows how to call it. */
    Optional<PeerAddress> to(Did merchant) {
        return at(merchant, profile(merchant).map(ShopProfile::endpoints).orElse(List.of()));
    }

    /** Without this node itself. */
    List<PeerAddress> mailboxes(Did merchant) {
        return profile(merchant).map(ShopProfile::mailboxes).orElse(List.of()).stream()
                .filter(mailbox -> !mailbox.did().equals(self) && !mailbox.did().equals(merchant))
                .flatMap(mailbox -> at(mailbox).stream())
                .toList();
    }

    /** What the own profile names, or whatever another one does. */
    Optional<PeerAddress> at(Mailbox mailbox) {
        return at(mailbox.did(), mailbox.endpoints());
    }

    /** As discovery knows it; else as a profile says, which may name addresses of the open Internet alone. */
    private Optional<PeerAddress> at(Did did, List<String> named) {
        if (shunned.test(did)) {
            return Optional.empty();
        }
        return peers.find(did).or(() -> {
            var open = named.stream()
                    .flatMap(url -> Endpoint.parse(url).stream())
                    .filter(Roads::isOpen)
                    .toList();
            return open.isEmpty() ? Optional.empty() : Optional.of(new PeerAddress(did, open, false));
        });
    }

    /** A name is judged by what it stands for, when it is dialled. */
    private static boolean isOpen(Endpoint endpoint) {
        Optional<InetAddress> literal = endpoint.literal();
        return literal.isEmpty() || AddressRule.isPublic(literal.get());
    }

    private Optional<ShopProfile> profile(Did merchant) {
        return repos.record(merchant, PROFILE).flatMap(record -> {
            try {
                return Optional.of(ShopProfile.of(DagCbor.record(record.bytes())));
            } catch (BadRepository e) {
                return Optional.empty();
            }
        });
    }
}
