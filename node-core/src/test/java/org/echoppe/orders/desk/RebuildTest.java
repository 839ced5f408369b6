package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.store.LedgerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables made anew from a journal in which orders were erased, also such as went on afterwards. */
class RebuildTest {
    private static final String OF_ALL = "";

    @TempDir
    Path home;

    @Test
    void ordersThatWereErasedAndAnsweredAfterwardsAreMadeAnewAsTheyWere() throws Exception {
        var over = new FakeShopper();
        var open = new FakeShopper();
        var late = new FakeShopper();
        try (var shop = new TestDesk(home)) {
            order(shop, over);
            shop.desk.accept(over.id(), List.of(), "Avec plaisir");
            shop.desk.complete(over.id());
            shop.desk.erase(over.id());
            order(shop, open);
            shop.desk.erase(open.id());
            shop.desk.accept(open.id(), List.of(), "Cela ne se lira plus");
            shop.desk.complete(open.id());
            var before = new LedgerStore(shop.database).contents();
            long stock = shop.stock(DeskCustomers.product(shop).key());

            shop.ledger.rebuild();

            assertThat(new LedgerStore(shop.database).contents()).isEqualTo(before);
            assertThat(shop.stock(DeskCustomers.product(shop).key())).isEqualTo(stock);
            assertThat(shop.of(open).state()).isEqualTo(OrderState.COMPLETED);
            assertThat(List.of(shop.of(over), shop.of(open)))
                    .allMatch(order -> order.erased() && shop.desk.person(order).isEmpty());
            order(shop, late);
            shop.desk.accept(late.id(), List.of(), OF_ALL);
            shop.desk.complete(late.id());
        }
        try (var shop = new TestDesk(home)) {
            assertThat(shop.ledger.trouble()).isEmpty();
            var store = new LedgerStore(shop.database);
            assertThat(store.numbers(NumberSeries.INVOICE.code(), 2026)).containsExactly(1L, 2L, 3L);
            assertThat(List.of(shop.of(over), shop.of(open), shop.of(late)))
                    .extracting(order -> order.invoice().orElseThrow())
                    .doesNotHaveDuplicates();
            var before = store.contents();
            shop.ledger.rebuild();
            assertThat(store.contents()).isEqualTo(before);
            assertThat(shop.desk.person(shop.of(late))).isPresent();
            assertThat(shop.lastAnswer(open).path("state").asString()).isEqualTo("completed");
            assertThat(shop.lastAnswer(open).toString()).doesNotContain("Cela ne se lira plus");
        }
    }

    private static void order(TestDesk shop, FakeShopper shopper) {
        shop.send(shopper, shop.order(shopper, 435, TestDesk.wish(DeskCustomers.product(shop), 1)));
    }
}
