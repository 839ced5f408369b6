package org.echoppe.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.store.RecordedDatabase;
import org.echoppe.store.disk.CutHome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while shoppers order and the shopkeeper counts: journal, keys and tables are cut at one and the same moment. */
class LedgerPowerCutTest {
    static final long STOCK = 30;
    private static final int CUSTOMERS = 3;
    private static final int VISITS = 25;
    private static final String NOTHING = "nothing";

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        assertThat(broken(50, NOTHING, false)).isEmpty();
    }

    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostInManyCuts() throws Exception {
        assertThat(broken(Integer.getInteger("echoppe.cuts", 500), NOTHING, false))
                .isEmpty();
    }

    /** So that the test is known to see something. */
    @Test
    void withoutTheForceOfTheJournalSomethingIsLost() throws Exception {
        assertThat(broken(200, "journal", true)).isNotEmpty();
    }

    @Test
    void withoutTheForceOfTheKeysSomethingIsLost() throws Exception {
        assertThat(broken(200, LedgerFiles.KEYS, true)).isNotEmpty();
    }

    @Test
    void withoutTheForceOfTheTablesSomethingIsLost() throws Exception {
        assertThat(broken(200, "node.mv.db", true)).isNotEmpty();
    }

    /**
     * @param unforced files that the disk is not told to force
     * @param first stop at the first cut that breaks a promise
     */
    private List<String> broken(int cuts, String unforced, boolean first) throws Exception {
        try (var home = new CutHome(folder)) {
            var database = RecordedDatabase.open(home.path(), TestTill.KEY);
            try (var till = new TestTill(home.path(), home.disk(), database)) {
                home.disk().log().forgetForces(unforced);
                var products = List.of(till.product("Confiture", STOCK), till.product("Miel", STOCK));
                home.work(CUSTOMERS, (number, acknowledged) -> {
                    var product = products.get(number % products.size()).key();
                    new Customers(till, "c" + number, product, acknowledged).come(VISITS);
                });
            }
            return home.broken(cuts, first, Promises::broken);
        }
    }
}
