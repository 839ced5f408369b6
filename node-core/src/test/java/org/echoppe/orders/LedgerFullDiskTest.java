package org.echoppe.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.store.RecordedDatabase;
import org.echoppe.store.disk.DiskLog;
import org.echoppe.store.disk.RecordingDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up: under the journal, nothing happened; under the tables alone, it has happened, and they follow later. */
class LedgerFullDiskTest {
    @TempDir
    Path home;

    private DiskLog disk;
    private TestTill till;
    private RecordKey jam;

    @BeforeEach
    void open() {
        disk = DiskLog.of(home);
        till = new TestTill(home, new RecordingDisk(disk), RecordedDatabase.open(home, TestTill.KEY));
        jam = till.product("Confiture", 10).key();
        assertThat(sell("a")).isEqualTo(1);
    }

    @AfterEach
    void forget() {
        DiskLog.forget(home);
    }

    @Test
    void aSaleThatTheJournalDidNotTakeDidNotHappen() {
        disk.setFull(true);
        assertThatThrownBy(() -> sell("b")).isInstanceOf(Rejected.class);
        assertThat(till.stock(jam)).isEqualTo(9);
        disk.setFull(false);
        assertThat(sell("c")).isEqualTo(2);
        assertAllIsThere(8, List.of(1L, 2L));
    }

    @Test
    void aSaleThatOnlyTheJournalTookHappenedAndTheTablesFollowBeforeAnythingElseIsWritten() {
        disk.fillUp("node.mv.db");
        assertThat(sell("b")).isEqualTo(2);
        assertThatThrownBy(() -> till.product("Miel", 3)).isInstanceOf(RuntimeException.class);
        disk.setFull(false);
        till.product("Miel", 3);
        assertThat(till.stock(jam)).isEqualTo(8);
        assertThat(sell("c")).isEqualTo(3);
        assertAllIsThere(7, List.of(1L, 2L, 3L));
    }

    private long sell(String sale) {
        return till.ledger.run(till.sale(sale, jam, 1)).number();
    }

    private void assertAllIsThere(long stock, List<Long> receipts) {
        till.close();
        try (var again = new TestTill(home)) {
            assertThat(again.ledger.trouble()).isEmpty();
            assertThat(again.stock(jam)).isEqualTo(stock);
            assertThat(again.store.numbers("receipt", 2026)).isEqualTo(receipts);
        }
    }
}
