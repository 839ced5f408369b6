package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A shop that is open while a test runs, and somebody who orders there. */
abstract class OpenShop {
    @TempDir
    Path home;

    TestDesk shop;
    final FakeShopper shopper = new FakeShopper();

    @BeforeEach
    void open() {
        shop = new TestDesk(home);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    void reopen() {
        shop.close();
        shop = new TestDesk(home);
    }

    /** What the shopper read last. */
    JsonNode told() throws Exception {
        return shop.lastAnswer(shopper);
    }

    void sameFromTheJournal() {
        var store = new LedgerStore(shop.database);
        var before = store.contents();
        shop.ledger.rebuild();
        assertThat(store.contents()).as("made again from the journal").isEqualTo(before);
    }
}
