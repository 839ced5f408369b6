package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.echoppe.domain.Did;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings, peers and the security journal. */
class SmallStoresTest {
    private static final Did DID = did(1);

    @TempDir
    Path home;

    private Database database;

    @BeforeEach
    void open() {
        database = TestHome.open(home);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSettingIsPutReadReplacedAndRemoved() {
        var settings = new SettingStore(database);
        assertThat(settings.get("rev")).isEmpty();
        settings.put("rev", "1");
        settings.put("rev", "é".repeat(300_000));
        settings.put("shop.name", "Chez Léa");
        settings.put("shop.city", "Lyon");
        assertThat(settings.get("rev")).contains("é".repeat(300_000));
        assertThat(settings.startingWith("shop.")).containsOnlyKeys("shop.city", "shop.name");
        settings.remove("rev");
        assertThat(settings.get("rev")).isEmpty();
    }

    @Test
    void aPeerComesBackAsItWasSaved() {
        var peers = new PeerStore(database);
        var row = PeerRow.found(
                        DID,
                        List.of("https://a.example:8444", "https://b.example:8444"),
                        PeerSource.TYPED,
                        true,
                        TestHome.NOW)
                .with(new PeerCard(List.of("https://c.example:8444"), "shop", "Échoppe/0.1", 7, "e30.e30.sig"))
                .with(new PeerStanding(true, true, false, "spam"))
                .failed(TestHome.NOW.plusSeconds(30));
        peers.save(row);
        assertThat(peers.find(DID)).contains(row);
        var forgiven = row.reached(TestHome.NOW).with(row.standing().withBlocked(null));
        peers.save(forgiven);
        assertThat(peers.all()).containsExactly(forgiven);
        assertThat(peers.count()).isEqualTo(1);
        peers.remove(DID);
        assertThat(peers.find(DID)).isEmpty();
    }

    @Test
    void aPeerIsChangedInOneTransactionAndOnlyWhenItIsKnown() {
        var peers = new PeerStore(database);
        UnaryOperator<PeerRow> pause = row -> row.with(row.standing().withPaused(true));
        assertThat(peers.change(DID, pause)).isEmpty();
        peers.save(PeerRow.found(DID, List.of(), PeerSource.LAN, false, TestHome.NOW));
        assertThat(peers.change(DID, pause).orElseThrow().standing().paused()).isTrue();
        assertThat(peers.find(DID).orElseThrow().standing().paused()).isTrue();
    }

    @Test
    void anAddressWaitsUntilItIsRemoved() {
        var peers = new PeerStore(database);
        peers.addAddress("https://a.example:8444");
        peers.addAddress("https://a.example:8444");
        assertThat(peers.unansweredAddresses()).containsExactly("https://a.example:8444");
        peers.removeAddress("https://a.example:8444");
        assertThat(peers.unansweredAddresses()).isEmpty();
    }

    @Test
    void theSecurityJournalKeepsTheNewestLinesOfEachShelfAndCutsLongOnes() {
        var journal = new SecurityStore(database);
        var shelves = List.of(
                new SecurityStore.Shelf(List.of("REFUSED", "BLOCKED"), 300),
                new SecurityStore.Shelf(List.of("DAMAGED"), 5));
        journal.add(List.of(), shelves);
        journal.add(List.of(line("DAMAGED", "the disk")), shelves);
        for (int i = 0; i < 8; i++) {
            journal.add(
                    IntStream.range(50 * i, 50 * (i + 1))
                            .mapToObj(n -> line(n % 2 == 0 ? "REFUSED" : "BLOCKED", "line " + n))
                            .toList(),
                    shelves);
        }
        var lines = journal.latest(20_000);
        assertThat(lines.size()).isEqualTo(301);
        assertThat(lines.getFirst().what()).isEqualTo("line 399");
        assertThat(lines.get(299).what()).isEqualTo("line 100");
        assertThat(lines.getLast().what()).isEqualTo("the disk");
        assertThat(lines.getFirst().why()).hasSize(2_000).endsWith("…");
        assertThat(journal.latest(3)).hasSize(3);
    }

    private static SecurityEvent line(String kind, String what) {
        return new SecurityEvent(TestHome.NOW, kind, "who", what, "w".repeat(5_000));
    }

    private static Did did(int seed) {
        byte[] point = new byte[33];
        point[0] = 2;
        point[32] = (byte) seed;
        return Did.of(point);
    }
}
