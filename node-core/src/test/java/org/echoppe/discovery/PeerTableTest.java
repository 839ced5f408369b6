package org.echoppe.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.store.Database;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerSource;
import org.echoppe.store.PeerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTableTest {
    private static final Did PEER = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @TempDir
    Path home;

    @Test
    void whatIsOnlyObservedCountsWhereItCannotBeStored() {
        PeerTable table;
        try (var database = Database.open(home, new byte[32], Clock.systemUTC())) {
            table = new PeerTable(new PeerStore(database));
            table.save(PeerRow.found(PEER, List.of("https://a.example"), PeerSource.TYPED, true, NOW));
        }
        var before = table.find(PEER).orElseThrow();
        assertThatThrownBy(() -> table.change(PEER, row -> row.reached(NOW)))
                .as("the database is closed")
                .isInstanceOf(RuntimeException.class);
        assertThat(table.find(PEER)).contains(before);
        assertThat(table.note(PEER, row -> row.reached(NOW))).contains(before.reached(NOW));
        assertThat(table.find(PEER)).contains(before.reached(NOW));
    }
}
