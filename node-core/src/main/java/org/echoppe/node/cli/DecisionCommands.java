package org.echoppe.node.cli;

import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.node.Node;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.Invitation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is decided about a shop, and the invitation to this one: the part of {@code echoppe peer} that the window's sheet has too. */
final class DecisionCommands {
    private DecisionCommands() {}

    /** A decision that can be taken back. */
    abstract static class Decision extends NodeCommand {
        @Parameters(paramLabel = "DID|URL", descriptionKey = "peer.named")
        String peer = "";

        @Option(names = "--stop", descriptionKey = "peer.stop")
        boolean stop;

        @Override
        int run(Node node, Session session) {
            var did = PeerCommands.named(node, peer);
            decide(node, did);
            PeerCommands.done(stop ? key() + ".stop" : key(), did.value(), session);
            return Exit.DONE;
        }

        abstract void decide(Node node, Did did);

        abstract String key();
    }

    /** {@code peer follow DID|URL [--stop]}. */
    @Command(name = "follow")
    static final class Follow extends Decision {
        @Override
        void decide(Node node, Did did) {
            node.peers().decisions().follow(did, !stop);
        }

        @Override
        String key() {
            return "peer.followed";
        }
    }

    /** {@code peer pause DID|URL [--stop]}. */
    @Command(name = "pause")
    static final class Pause extends Decision {
        @Override
        void decide(Node node, Did did) {
            node.peers().decisions().pause(did, !stop);
        }

        @Override
        String key() {
            return "peer.paused";
        }
    }

    /** {@code peer unblock DID|URL}. */
    @Command(name = "unblock")
    static final class Unblock extends NodeCommand {
        @Parameters(paramLabel = "DID|URL", descriptionKey = "peer.named")
        String peer = "";

        @Override
        int run(Node node, Session session) {
            var did = PeerCommands.named(node, peer);
            node.peers().decisions().unblock(did);
            PeerCommands.done("peer.unblocked", did.value(), session);
            return Exit.DONE;
        }
    }

    /** {@code peer invite}: needs the ports open, since it carries the address. */
    @Command(name = "invite")
    static final class Invite extends NodeCommand {
        @Override
        int run(Node node, Session session) {
            var places = node.places();
            if (places == null) {
                session.say("peer.invite.closed");
                return Exit.FAILED;
            }
            var text = new Invitation(
                            Endpoint.typed(places.peer()), node.identity().did())
                    .text();
            if (session.json()) {
                session.answer(Map.of("invitation", text));
            } else {
                session.output().line(text);
            }
            return Exit.DONE;
        }
    }
}
