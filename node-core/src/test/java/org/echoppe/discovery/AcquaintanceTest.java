package org.echoppe.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.Reachability;
import org.echoppe.repo.TestSigner;
import org.echoppe.store.Database;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerSource;
import org.echoppe.store.PeerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nodes that nobody here added may cost: a DID is free to make, so a network of them has its share. */
class AcquaintanceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final InetAddress BRINGER = InetAddress.ofLiteral("93.184.216.9");

    private final AdjustableClock clock = new AdjustableClock();
    private final FakePeers peers = new FakePeers();
    private final Reachability reachability = new Reachability(clock);
    private Database database;
    private PeerTable table;
    private Acquaintance acquaintance;

    @BeforeEach
    void open(@TempDir Path home) {
        database = Database.open(home, new byte[32], clock);
        table = new PeerTable(new PeerStore(database));
        acquaintance = new Acquaintance(table, peers, reachability, new TestSigner().did(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private boolean introduced(String host) {
        var signer = new TestSigner();
        var record = NodeRecord.sign(
                signer,
                List.of(new Endpoint(host, 8444)),
                NodeRecord.SHOP,
                "test",
                1,
                clock.instant().plus(Duration.ofDays(14)));
        peers.add(record);
        return acquaintance.isNews(record) && acquaintance.believe(record, BRINGER, PeerSource.CALLER);
    }

    private Did kept(PeerSource source, Instant lastContact) {
        var row = PeerRow.found(new TestSigner().did(), List.of("https://93.184.216.34:8444"), source, true, NOON);
        return table.save(row.reached(lastContact)).did();
    }

    @Test
    void aNetworkOfStrangersHasItsShareAndTheNextOneHasItsOwn() {
        for (int i = 0; i < Acquaintance.MOST_OF_NETWORK; i++) {
            assertThat(introduced("93.184.216." + i)).isTrue();
        }
        assertThat(introduced("93.184.216.200")).isFalse();
        assertThat(introduced("93.184.217.1")).isTrue();
    }

    @Test
    void theOperatorsOwnPeersTakeNoStrangersPlace() {
        for (int i = 0; i < Acquaintance.MOST_OF_NETWORK; i++) {
            kept(PeerSource.TYPED, NOON);
        }
        assertThat(introduced("93.184.216.200")).isTrue();
    }

    @Test
    void aStrangerThatNobodyReachedForAWeekIsForgotten() {
        var lost = kept(PeerSource.EXCHANGE, NOON);
        kept(PeerSource.TYPED, NOON);
        var followed = kept(PeerSource.CALLER, NOON);
        table.change(followed, row -> row.with(row.standing().withFollowed(true)));
        kept(PeerSource.EXCHANGE, NOON.plus(Duration.ofDays(3)));
        clock.pass(Duration.ofDays(8));
        assertThat(acquaintance.lost()).containsExactly(lost);
        var justStarted = new Acquaintance(table, peers, reachability, new TestSigner().did(), clock);
        assertThat(justStarted.lost()).as("it was off itself").isEmpty();
    }
}
