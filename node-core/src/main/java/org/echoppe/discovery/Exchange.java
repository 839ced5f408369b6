package org.echoppe.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.echoppe.domain.Did;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.identity.BadJws;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.store.PeerSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Introduces this node to a peer that answers, and asks it whom it knows: often at first, then every ten minutes. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1));
    private static final Duration USUAL = Duration.ofMinutes(10);
    /** New nodes that one peer may name at a time; the rest come with the next. */
    private static final int MOST_NAMED = 100;

    private final PeerTable table;
    private final PeerClient client;
    private final Acquaintance acquaintance;
    private final OwnRecord own;
    private final SecurityJournal journal;
    private final Agenda agenda;
    private final Consumer<Did> found;
    /** The talk under way with each peer: a new one ends the one before. */
    private final Map<Did, Long> talks = new ConcurrentHashMap<>();

    private final AtomicLong number = new AtomicLong();

    /** @param found is told of every node that is newly known */
    Exchange(
            PeerTable table,
            PeerClient client,
            Acquaintance acquaintance,
            OwnRecord own,
            SecurityJournal journal,
            Agenda agenda,
            Consumer<Did> found) {
        this.table = table;
        this.client = client;
        this.acquaintance = acquaintance;
        this.own = own;
        this.journal = journal;
        this.agenda = agenda;
        this.found = found;
    }

    /** The peer answers now: greets it, and keeps asking it as long as it does. */
    void begin(Did did) {
        long talk = number.incrementAndGet();
        talks.put(did, talk);
        agenda.soon(() -> {
            try {
                introduce(did);
            } finally {
                ask(did, talk, 0);
            }
        });
    }

    void end(Did did) {
        talks.remove(did);
    }

    /** Whenever the own address changes, too. */
    void introduce(Did did) {
        table.find(did).ifPresent(row -> {
            try {
                boolean reached = client.introduce(PeerTable.address(row), own.current());
                LOG.debug("{} {} call back", did, reached ? "can" : "cannot");
            } catch (PeerFailed e) {
                LOG.debug("{} was not greeted: {}", did, e.getMessage());
            }
        });
    }

    private void ask(Did did, Long talk, int times) {
        if (!talk.equals(talks.get(did))) {
            return;
        }
        table.find(did)
                .filter(row -> !row.isBlocked() && !row.standing().paused())
                .ifPresent(row -> {
                    try {
                        var answer = client.peers(PeerTable.address(row));
                        answer.content().stream()
                                .flatMap(jws -> read(did, jws))
                                .filter(acquaintance::isNews)
                                .limit(MOST_NAMED)
                                .filter(record -> acquaintance.believe(record, answer.from(), PeerSource.EXCHANGE))
                                .forEach(record -> found.accept(record.did()));
                    } catch (PeerFailed e) {
                        LOG.debug("{} did not say whom it knows: {}", did, e.getMessage());
                    } finally {
                        agenda.after(
                                times < PAUSES.size() ? PAUSES.get(times) : USUAL, () -> ask(did, talk, times + 1));
                    }
                });
    }

    private Stream<NodeRecord> read(Did from, String jws) {
        try {
            return Stream.of(NodeRecord.read(jws));
        } catch (BadJws e) {
            journal.record(
                    SecurityKind.SIGNED_WORD_REFUSED, from.value(), "a node record", String.valueOf(e.getMessage()));
            return Stream.empty();
        }
    }
}
