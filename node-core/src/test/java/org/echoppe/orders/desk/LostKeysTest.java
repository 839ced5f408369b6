package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.LedgerFiles;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the orders' keys is gone: who ordered is not known any more, and the orders can still be brought to their end. */
class LostKeysTest {
    @TempDir
    Path home;

    @Test
    void ordersGoOnWithoutTheirNames() throws Exception {
        var known = new FakeShopper();
        var later = new FakeShopper();
        try (var shop = new TestDesk(home)) {
            var jam = DeskCustomers.product(shop);
            shop.send(known, shop.order(known, 870, TestDesk.wish(jam, 2)));
        }
        Files.delete(home.resolve(LedgerFiles.KEYS));
        try (var shop = new TestDesk(home)) {
            assertThat(shop.ledger.trouble()).isEmpty();
            assertThat(shop.desk.person(shop.of(known))).isEmpty();
            shop.desk.accept(known.id(), List.of(), "Prêt demain");
            assertThat(shop.lastAnswer(known).path("message").asString()).isEqualTo("Prêt demain");
            shop.desk.complete(known.id());
            assertThat(shop.of(known).state()).isEqualTo(OrderState.COMPLETED);
            assertThat(shop.of(known).invoice().orElseThrow()).endsWith("1");
            var jam = DeskCustomers.product(shop);
            shop.send(later, shop.order(later, 435, TestDesk.wish(jam, 1)));
            assertThat(shop.desk.person(shop.of(later))).isPresent();
            shop.desk.erase(known.id());
            assertThat(shop.of(known).erased()).isTrue();
        }
        try (var shop = new TestDesk(home)) {
            assertThat(shop.desk.person(shop.of(later))).isPresent();
            assertThat(shop.desk.person(shop.of(known))).isEmpty();
        }
    }
}
