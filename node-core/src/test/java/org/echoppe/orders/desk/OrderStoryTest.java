package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shopkeeper is told of an order's life, and what waits for the shop. */
class OrderStoryTest {
    @TempDir
    Path home;

    private final FakeShopper shopper = new FakeShopper();

    private static List<Happening.Kind> kinds(List<Happening> story) {
        return story.stream().map(Happening::kind).toList();
    }

    @Test
    void everyWordAndStepIsToldInItsPlaceAndErasedWordsAreNot() {
        try (var shop = new TestDesk(home)) {
            var croissant = shop.product("Croissant", "1,20", "stock", "10", "vat_rate", "5,5");
            var stale = shop.order(shopper, 240, wish(croissant, 2));
            shop.catalogue.change(croissant.key(), ProductDraft.EMPTY.with(ProductField.PRICE, "1,30"));
            shop.publish();
            shop.send(shopper, stale);
            assertThat(ToDo.of(shop.of(shopper))).isEqualTo(ToDo.AGREE);
            shop.say(shopper, shopper.word(1, "agree", shop.clock.instant()).put("answer", 1));
            assertThat(shop.desk.tally().toAnswer()).isEqualTo(1);
            assertThat(shop.desk.tally().oldest()).contains(shop.clock.instant());
            shop.say(shopper, shopper.word(2, "message", shop.clock.instant()).put("text", "Bien cuits"));
            shop.desk.look(shopper.id());
            shop.desk.accept(shopper.id(), List.of(), "À demain");
            shop.desk.paid(shopper.id());
            assertThat(shop.desk.tally().toPrepare()).isEqualTo(1);
            shop.desk.cancel(shopper.id(), "Four en panne");
            assertThat(ToDo.of(shop.of(shopper))).isEqualTo(ToDo.REFUND);
            assertThat(shop.desk.owing()).extracting(ShopOrder::id).containsExactly(shopper.id());
            assertThat(shop.desk.tally().toRefund()).isEqualTo(1);
            shop.desk.refund(shopper.id(), "");
            assertThat(shop.desk.tally().toRefund()).isZero();

            var story = shop.desk.story(shopper.id());
            assertThat(kinds(story))
                    .containsExactly(
                            Happening.Kind.PLACED,
                            Happening.Kind.MOVED,
                            Happening.Kind.MOVED_BY_SHOPPER,
                            Happening.Kind.SAID_BY_SHOPPER,
                            Happening.Kind.SEEN,
                            Happening.Kind.MOVED,
                            Happening.Kind.SAID_BY_SHOP,
                            Happening.Kind.PAID,
                            Happening.Kind.MOVED,
                            Happening.Kind.REFUNDED);
            assertThat(story.get(1).changes())
                    .containsExactly(new Happening.Told("Croissant", Change.What.PRICE, "120", "130"));
            assertThat(story.stream().map(Happening::words).filter(words -> !words.isEmpty()))
                    .containsExactly("Bien cuits", "À demain", "Four en panne");

            shop.desk.erase(shopper.id());
            assertThat(shop.desk.story(shopper.id()))
                    .allMatch(one -> one.words().isEmpty());
        }
    }
}
