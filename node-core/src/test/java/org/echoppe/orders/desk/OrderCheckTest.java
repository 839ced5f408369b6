package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What an order is held to: the records that it names, and the shop's own clock. It is eight in the morning in Lyon. */
class OrderCheckTest extends Bakery {
    private void becomesSomethingElse(String price) {
        shop.catalogue.change(
                croissant.key(),
                ProductDraft.EMPTY
                        .with(ProductField.NAME, "Cahier")
                        .with(ProductField.PRICE, price)
                        .with(ProductField.WITHDRAWAL, "allowed"));
        shop.publish();
    }

    private void isAsItWasRead() {
        var line = shop.of(shopper).lines().getFirst();
        assertThat(line.name()).isEqualTo("Croissant");
        assertThat(line.record()).isEqualTo(croissant.publishedCid().orElseThrow());
        assertThat(line.withdrawal().orElseThrow().reason()).isEqualTo("Denrée périssable");
    }

    @Test
    void aLineBearsTheNameAndTheRuleOfTheRecordThatWasRead() throws Exception {
        var order = twoCroissants(shopper);
        becomesSomethingElse("1,20");
        shop.send(shopper, order);
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("received");
        isAsItWasRead();
    }

    @Test
    void whoAgreesToAnotherPriceAgreesToNothingElse() throws Exception {
        var order = twoCroissants(shopper);
        becomesSomethingElse("1,30");
        shop.send(shopper, order);
        assertThat(shop.lastAnswer(shopper).path("lines").get(0).path("name").stringValue())
                .isEqualTo("Croissant");
        shop.say(shopper, shopper.word(1, "agree", shop.clock.instant()).put("answer", 1));
        var agreed = shop.lastAnswer(shopper);
        assertThat(agreed.path("state").stringValue()).isEqualTo("received");
        assertThat(agreed.path("total").intValue()).isEqualTo(260);
        isAsItWasRead();
    }

    @Test
    void aLineThatIsNotToBeHadLeavesTheOthersTheirNumbers() throws Exception {
        var novel = shop.product("Roman", "8,90", "stock", "2", "vat_rate", "5,5");
        var essay = shop.product("Essai", "12,50", "stock", "2", "vat_rate", "5,5");
        var order = shop.order(shopper, 2_380, wish(croissant, 2), wish(novel, 1), wish(essay, 1));
        shop.catalogue.change(croissant.key(), ProductDraft.EMPTY.with(ProductField.STOCK, "0"));
        shop.publish();
        shop.send(shopper, order);
        shop.say(shopper, shopper.word(1, "agree", shop.clock.instant()).put("answer", 1));
        shop.desk.accept(shopper.id(), List.of(), "");
        var withdrawal = shopper.word(2, "withdraw", shop.clock.instant());
        withdrawal.putArray("lines").add(1);
        shop.say(shopper, withdrawal);
        assertThat(shop.lastAnswer(shopper).path("withdrawal").path("lines").toString())
                .isEqualTo("[1]");
        assertThat(shop.stock(novel.key())).as("it is back").isEqualTo(2);
        assertThat(shop.stock(essay.key())).isEqualTo(1);
        assertThat(shop.of(shopper).due().minorUnits()).isEqualTo(1_250);
    }

    /** Where it stands when it was made then, for that slot of today. */
    private OrderState standing(Instant made, String from, String to) {
        var one = new FakeShopper();
        var order = twoCroissants(one).put("createdAt", made.toString());
        ((ObjectNode) order.path("fulfilment")).put("from", from).put("to", to);
        shop.send(one, order);
        return shop.of(one).state();
    }

    private void takesOrdersByItself(String slotMinutes) {
        new OrderSettings(shop.settings).acceptByItself(true, 100, 100, 100_000);
        shop.shop.set(Map.of(ShopField.PICKUP_LEAD_MINUTES, "60", ShopField.PICKUP_SLOT_MINUTES, slotMinutes));
        shop.publish();
    }

    @Test
    void aSlotIsPromisedByTheShopsClockWhateverTheShoppersSays() {
        takesOrdersByItself("15");
        var now = shop.clock.instant();
        assertThat(standing(now, "2026-11-23T08:00:00Z", "2026-11-23T08:15:00Z"))
                .isEqualTo(OrderState.ACCEPTED);
        assertThat(standing(now.plusSeconds(540), "2026-11-23T08:00:00Z", "2026-11-23T08:15:00Z"))
                .as("a clock that is fast")
                .isEqualTo(OrderState.ACCEPTED);
        assertThat(standing(now.minusSeconds(3_600), "2026-11-23T07:15:00Z", "2026-11-23T07:30:00Z"))
                .as("a clock that is slow, or a mailbox: somebody looks")
                .isEqualTo(OrderState.RECEIVED);
        assertThat(standing(now.minusSeconds(7_200), "2026-11-23T06:45:00Z", "2026-11-23T07:00:00Z"))
                .as("over")
                .isEqualTo(OrderState.CHANGED);
        assertThat(standing(now.minusSeconds(7_200), "2026-11-23T06:50:00Z", "2026-11-23T07:05:00Z"))
                .as("none that the shop has")
                .isEqualTo(OrderState.CHANGED);
        assertThat(standing(now.minusSeconds(7_200), "2026-11-23T07:00:00Z", "2026-11-23T07:15:00Z"))
                .as("about to begin")
                .isEqualTo(OrderState.RECEIVED);
    }

    @Test
    void anOpeningThatIsNoLongerThanTheLeadTimeIsPromisedByNobodyAlone() {
        takesOrdersByItself("0");
        var now = shop.clock.instant();
        assertThat(standing(now, "2026-11-23T08:00:00Z", "2026-11-23T18:00:00Z"))
                .isEqualTo(OrderState.ACCEPTED);
        assertThat(standing(now.minusSeconds(3_600), "2026-11-23T07:00:00Z", "2026-11-23T18:00:00Z"))
                .as("late, and there is still the day")
                .isEqualTo(OrderState.ACCEPTED);
        assertThat(standing(now.minusSeconds(3_600), "2026-11-23T07:00:00Z", "2026-11-23T08:05:00Z"))
                .isEqualTo(OrderState.RECEIVED);
    }
}
