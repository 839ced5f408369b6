package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.discovery.KnownPeer;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Fingerprint;
import org.echoppe.node.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code echoppe peer}: the nodes this one talks to, named by DID or address. */
@Command(
        name = "peer",
        subcommands = {
            PeerCommands.Add.class,
            PeerCommands.ListThem.class,
            PeerCommands.Remove.class,
            PeerCommands.Block.class,
            DecisionCommands.Unblock.class,
            DecisionCommands.Follow.class,
            DecisionCommands.Pause.class,
            DecisionCommands.Invite.class
        })
final class PeerCommands {
    private PeerCommands() {}

    private static Did did(String text) {
        try {
            return new Did(text.strip());
        } catch (IllegalArgumentException e) {
            throw Rejected.because(Fault.NOT_A_DID, text);
        }
    }

    /** By DID, or by one of its addresses. */
    static Did named(Node node, String text) {
        if (text.startsWith("did:")) {
            return did(text);
        }
        var address = text.replaceAll("/+$", "");
        return node.peers().all().stream()
                .filter(peer -> peer.row().endpoints().contains(address))
                .map(peer -> peer.row().did())
                .findFirst()
                .orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, text));
    }

    /** {@code peer add URL [--did DID]}. */
    @Command(name = "add")
    static final class Add extends NodeCommand {
        @Parameters(paramLabel = "URL", descriptionKey = "peer.url")
        String url = "";

        @Option(names = "--did", paramLabel = "DID")
        @Nullable
        String did;

        @Override
        int run(Node node, Session session) {
            var added = node.peers().add(url, did == null ? null : did(did));
            if (session.json()) {
                session.answer(
                        added.map(PeerCommands::json).orElseGet(() -> Map.of("url", url, "word", "never_reached")));
            } else if (added.isEmpty()) {
                session.say("peer.silent", url);
            } else {
                told(added.get(), session);
            }
            return Exit.DONE;
        }

        private static void told(KnownPeer peer, Session session) {
            var did = peer.row().did();
            session.say("peer.added", did.value(), session.texts().get("peer." + peer.word()));
            if (!peer.row().standing().verified()) {
                session.say("peer.compare", Fingerprint.of(did).text());
            }
        }
    }

    /** {@code peer list}. */
    @Command(name = "list")
    static final class ListThem extends NodeCommand {
        @Override
        int run(Node node, Session session) {
            var peers = node.peers().all();
            var silent = node.peers().unansweredAddresses();
            if (session.json()) {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("peers", peers.stream().map(PeerCommands::json).toList());
                answer.put("unanswered", silent);
                session.answer(answer);
            } else {
                var table = new Table();
                peers.forEach(peer -> table.row(
                        name(node, peer),
                        peer.row().endpoints().isEmpty()
                                ? "–"
                                : peer.row().endpoints().getFirst(),
                        session.texts().get("peer." + peer.word()),
                        session.texts().get(peer.row().standing().verified() ? "peer.verified" : "peer.unverified"),
                        peer.row().did().value()));
                silent.forEach(url -> table.row("–", url, session.texts().get("peer.NEVER_REACHED")));
                table.print(session.output());
                session.remark("peer.total", peers.size() + silent.size());
            }
            return Exit.DONE;
        }

        private static String name(Node node, KnownPeer peer) {
            return node.listings()
                    .merchant(peer.row().did())
                    .map(merchant -> merchant.profile().name())
                    .orElse("–");
        }
    }

    /** {@code peer remove DID|URL}. */
    @Command(name = "remove")
    static final class Remove extends NodeCommand {
        @Parameters(paramLabel = "DID|URL", descriptionKey = "peer.named")
        String peer = "";

        @Override
        int run(Node node, Session session) {
            if (node.peers().unansweredAddresses().contains(peer)) {
                node.peers().removeAddress(peer);
            } else {
                node.peers().decisions().remove(named(node, peer));
            }
            done("peer.removed", peer, session);
            return Exit.DONE;
        }
    }

    /** {@code peer block DID|URL}. */
    @Command(name = "block")
    static final class Block extends NodeCommand {
        @Parameters(paramLabel = "DID|URL", descriptionKey = "peer.named")
        String peer = "";

        @Option(names = "--reason", paramLabel = "…")
        String reason = "";

        @Override
        int run(Node node, Session session) {
            var did = named(node, peer);
            if (did.equals(node.identity().did())) {
                throw Rejected.because(Fault.PEER_IS_SELF);
            }
            node.peers().decisions().block(did, reason);
            done("peer.blocked", did.value(), session);
            return Exit.DONE;
        }
    }

    static void done(String key, String peer, Session session) {
        if (session.json()) {
            session.answer(Map.of("peer", peer));
        } else {
            session.say(key, peer);
        }
    }

    static Map<String, Object> json(KnownPeer peer) {
        var json = new LinkedHashMap<String, Object>();
        var row = peer.row();
        json.put("did", row.did().value());
        json.put("fingerprint", Fingerprint.of(row.did()).text());
        json.put("endpoints", row.endpoints());
        json.put("role", row.card().role());
        json.put("software", row.card().software());
        json.put("verified", row.standing().verified());
        json.put("followed", row.standing().followed());
        json.put("paused", row.standing().paused());
        json.put("word", peer.word().name().toLowerCase(java.util.Locale.ROOT));
        json.put("reachable", peer.state().reachable());
        put(json, "lastContact", peer.state().lastContact());
        put(json, "awaySince", peer.state().awaySince());
        put(json, "syncedAt", peer.syncedAt().orElse(null));
        put(json, "blocked", row.standing().blocked());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
