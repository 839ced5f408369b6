package org.echoppe.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.MailClient;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.store.Database;
import org.echoppe.store.MailLimits;
import org.echoppe.store.MailStore;
import org.echoppe.store.OutgoingStore;
import org.echoppe.store.RepoStore;

/** The mail of a node that knows nobody to call: what comes is held. */
public final class FakeMail {
    private FakeMail() {}

    public static Mail lonely(Database database, Did self, SecurityJournal journal, Clock clock) {
        var parts = new Mail.Parts(
                new MailStore(database),
                new OutgoingStore(database),
                new RepoStore(database),
                new Nobody(),
                new NoPeers(),
                new Reachability(clock),
                journal,
                new Never(),
                clock,
                new Random(1));
        return new Mail(parts, new Mail.Rules(self, _ -> false, _ -> false, List::of, MailLimits.USUAL));
    }

    private static final class Never implements Agenda {
        @Override
        public void soon(Runnable work) {}

        @Override
        public void after(Duration delay, Runnable work) {}
    }

    private static final class NoPeers implements PeerBook {
        @Override
        public List<PeerAddress> reachable() {
            return List.of();
        }

        @Override
        public Optional<PeerAddress> find(Did did) {
            return Optional.empty();
        }
    }

    private static final class Nobody implements MailClient {
        private static PeerFailed away() {
            return new PeerFailed(PeerFailed.Kind.UNREACHABLE, "nobody is there");
        }

        @Override
        public Left leave(PeerAddress peer, Did merchant, byte[] envelope) throws PeerFailed {
            throw away();
        }

        @Override
        public Held held(PeerAddress peer, EnvelopeId id) throws PeerFailed {
            throw away();
        }

        @Override
        public MailClient.Mail mail(PeerAddress peer, long after, Duration wait) throws PeerFailed {
            throw away();
        }

        @Override
        public void confirm(PeerAddress peer, EnvelopeId id, String receipt) throws PeerFailed {
            throw away();
        }

        @Override
        public void tell(PeerAddress peer, String word) throws PeerFailed {
            throw away();
        }
    }
}
