package org.echoppe.discovery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.echoppe.domain.Did;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.peers.PeerClocks;
import org.echoppe.peers.Reachability;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerSource;
import org.echoppe.store.PeerStanding;

/** What the shopkeeper decides about each node: compared, followed, paused, blocked, forgotten. */
public final class Decisions {
    private final PeerTable table;
    private final Heartbeat heartbeat;
    private final Exchange exchange;
    private final Reachability reachability;
    private final PeerClocks clocks;
    private final SecurityJournal journal;
    private final Clock clock;
    private final List<Consumer<Did>> onBlocked = new CopyOnWriteArrayList<>();
    private final List<Consumer<Did>> onFollowed = new CopyOnWriteArrayList<>();

    Decisions(
            PeerTable table,
            Heartbeat heartbeat,
            Exchange exchange,
            Reachability reachability,
            PeerClocks clocks,
            SecurityJournal journal,
            Clock clock) {
        this.table = table;
        this.heartbeat = heartbeat;
        this.exchange = exchange;
        this.reachability = reachability;
        this.clocks = clocks;
        this.journal = journal;
        this.clock = clock;
    }

    /** The fingerprint was compared by eye. */
    public void compared(Did did) {
        table.change(did, row -> row.with(row.standing().withVerified(true)));
    }

    /** Larger limits for this shop, and its goods are never dropped. */
    public void follow(Did did, boolean followed) {
        table.changeOrAdd(unknown(did), row -> row.with(row.standing().withFollowed(followed)));
        if (followed) {
            onFollowed.forEach(listener -> listener.accept(did));
        }
    }

    /** Neither called nor answered for, until further notice; what is held of it stays as it is. */
    public void pause(Did did, boolean paused) {
        table.change(did, row -> row.with(row.standing().withPaused(paused)));
        if (paused) {
            heartbeat.stop(did);
            exchange.end(did);
            reachability.rest(did);
        } else {
            heartbeat.now(did);
        }
    }

    /**
     * Neither called nor let in, and its goods go.
     *
     * @param reason in the shopkeeper's words; may be empty
     */
    public void block(Did did, String reason) {
        table.changeOrAdd(unknown(did), row -> row.with(row.standing().withBlocked(reason)));
        journal.record(SecurityKind.PEER_BLOCKED, did.value(), "dealing with this shop", reason);
        forget(did);
        onBlocked.forEach(listener -> listener.accept(did));
    }

    public void unblock(Did did) {
        table.change(did, row -> row.with(row.standing().withBlocked(null)));
        heartbeat.now(did);
    }

    /** As if it had never been known. It may be heard of again. */
    public void remove(Did did) {
        table.remove(did);
        forget(did);
    }

    private void forget(Did did) {
        heartbeat.stop(did);
        exchange.end(did);
        reachability.forget(did);
        clocks.forget(did);
    }

    private PeerRow unknown(Did did) {
        return PeerRow.found(did, List.of(), PeerSource.EXCHANGE, false, clock.instant());
    }

    public boolean isBlocked(Did did) {
        return table.find(did).filter(PeerRow::isBlocked).isPresent();
    }

    public boolean isFollowed(Did did) {
        return standing(did).filter(PeerStanding::followed).isPresent();
    }

    public boolean isPaused(Did did) {
        return standing(did).filter(PeerStanding::paused).isPresent();
    }

    private Optional<PeerStanding> standing(Did did) {
        return table.find(did).map(PeerRow::standing);
    }

    /** Who is told of a shop that was blocked, to drop what is held of it. */
    public void onBlocked(Consumer<Did> listener) {
        onBlocked.add(listener);
    }

    /** Who is told of a shop that is followed from now on, to fetch what was too much before. */
    public void onFollowed(Consumer<Did> listener) {
        onFollowed.add(listener);
    }
}
