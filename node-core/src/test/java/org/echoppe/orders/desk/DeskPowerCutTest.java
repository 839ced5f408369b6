package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.identity.Identity;
import org.echoppe.store.RecordedDatabase;
import org.echoppe.store.disk.CutHome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while sealed orders are received, accepted and closed with their invoices, while words come and go, and while
 * money is paid back or given up.
 */
class DeskPowerCutTest {
    private static final int SHOPPERS = 3;
    private static final int ORDERS = 15;
    private static final String NOTHING = "nothing";

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        assertThat(broken(10, NOTHING, false)).isEmpty();
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
        assertThat(broken(100, "journal", true)).isNotEmpty();
    }

    /**
     * @param unforced files that the disk is not told to force
     * @param first stop at the first cut that breaks a promise
     */
    private List<String> broken(int cuts, String unforced, boolean first) throws Exception {
        try (var home = new CutHome(folder, "passphrase", Identity.FILE)) {
            try (var desk = new TestDesk(home.path(), home.disk(), (at, key, _) -> RecordedDatabase.open(at, key))) {
                home.disk().log().forgetForces(unforced);
                var product = DeskCustomers.product(desk);
                home.work(
                        SHOPPERS,
                        (number, acknowledged) -> new DeskCustomers(desk, product, number, acknowledged).come(ORDERS));
            }
            return home.broken(cuts, first, DeskPromises::broken);
        }
    }
}
