package org.echoppe.discovery;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The shops on the own network. What others say is listened to while somebody looks or this node says a word itself, and only
 * shown; whom the shopkeeper chooses is called and compared like a shop whose address was typed.
 */
public final class Neighbourhood implements AutoCloseable {
    /** Who asked last so long ago looks no more. */
    static final Duration LOOK = Duration.ofSeconds(15);
    /** How often cards are looked for that came or went. */
    static final Duration TEND = Duration.ofSeconds(5);

    private final LocalNetwork network;
    private final Sightings sightings;
    private final Agenda agenda;
    private final Clock clock;
    private LocalNetwork.@Nullable Word own;
    private Instant looked = Instant.MIN;

    Neighbourhood(LocalNetwork network, Did self, Agenda agenda, Clock clock) {
        this.network = network;
        this.sightings = new Sightings(self);
        this.agenda = agenda;
        this.clock = clock;
    }

    /**
     * The networks that a node is on.
     *
     * @param bind the address it listens on: with a single one, that one's network alone
     */
    public static Neighbourhood around(InetAddress bind, Did self, Agenda agenda, Clock clock) {
        return new Neighbourhood(new MulticastDns(self, Cards.of(bind)), self, agenda, clock);
    }

    /** From now on follows the cards. */
    public void start() {
        agenda.every(() -> TEND, this::tend);
    }

    /** Says from now on that this shop is here, until it is closed. */
    public synchronized void announce(Did did, String name, int port) {
        own = new LocalNetwork.Word(did, name, port);
        tend();
    }

    /** Who is here, as far as was heard since somebody began to look: ask again every second or so. */
    public synchronized List<Neighbour> look() {
        boolean begins = !isLookedAt();
        looked = clock.instant();
        if (begins) {
            tend();
        }
        return sightings.all();
    }

    /** Whether the own network said this key to be at this address. */
    public boolean knows(Did did, Endpoint endpoint) {
        return sightings.all().stream()
                .anyMatch(one -> one.did().equals(did) && one.endpoints().contains(endpoint));
    }

    private boolean isLookedAt() {
        return looked.isAfter(clock.instant().minus(LOOK));
    }

    private synchronized void tend() {
        network.keep(own, own != null || isLookedAt() ? sightings : null);
    }

    @Override
    public void close() {
        network.close();
    }
}
