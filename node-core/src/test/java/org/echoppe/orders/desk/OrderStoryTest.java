package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.OrderState;
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
    void whoWantsToCancelWhatWasAcceptedIsReadByTheShopWhichDecides() throws Exception {
        try (var shop = new TestDesk(home)) {
            var croissant = shop.product("Croissant", "1,20", "stock", "10", "vat_rate", "5,5");
            var other = new FakeShopper();
            for (var one : List.of(shopper, other)) {
                shop.send(one, shop.order(one, 240, wish(croissant, 2)));
                shop.desk.accept(one.id(), List.of(), "");
                var wish = one.word(1, "cancel", shop.clock.instant()).put("text", "J’aimerais annuler.");
                shop.say(one, wish);
                assertThat(shop.lastAnswer(one).path("state").stringValue()).isEqualTo("accepted");
                assertThat(shop.lastAnswer(one).path("cancelAsked").booleanValue())
                        .isTrue();
                assertThat(ToDo.of(shop.of(one))).isEqualTo(ToDo.DECIDE);
                assertThat(shop.of(one).row().seen()).isFalse();
            }
            shop.desk.say(shopper.id(), "Ils sont au four.");
            assertThat(ToDo.of(shop.of(shopper))).as("it goes on").isEqualTo(ToDo.PREPARE);
            assertThat(shop.lastAnswer(shopper).path("cancelAsked").booleanValue(true))
                    .isFalse();
            shop.desk.cancel(other.id(), "Volontiers");
            assertThat(shop.lastAnswer(other).path("reason").stringValue()).isEqualTo("Volontiers");
            assertThat(ToDo.of(shop.of(other))).isEqualTo(ToDo.NOTHING);
            assertThat(shop.stock(croissant.key())).isEqualTo(8);
            assertThat(kinds(shop.desk.story(shopper.id())))
                    .containsExactly(
                            Happening.Kind.PLACED,
                            Happening.Kind.MOVED,
                            Happening.Kind.ASKED_TO_CANCEL,
                            Happening.Kind.SAID_BY_SHOP);
            assertThat(shop.desk.story(shopper.id()).get(2).words()).isEqualTo("J’aimerais annuler.");
            var ready = new FakeShopper();
            shop.send(ready, shop.order(ready, 120, wish(croissant, 1)));
            shop.desk.accept(ready.id(), List.of(), "");
            shop.say(ready, ready.word(1, "cancel", shop.clock.instant()));
            assertThat(kinds(shop.desk.story(ready.id())))
                    .as("also without a word")
                    .endsWith(Happening.Kind.ASKED_TO_CANCEL);
            assertThat(shop.desk.tally().toDecide()).isEqualTo(1);
            assertThat(shop.desk.tally().toPrepare())
                    .as("without what may be cancelled")
                    .isEqualTo(1);
            shop.desk.ready(ready.id());
            assertThat(ToDo.of(shop.of(ready))).isEqualTo(ToDo.HAND_OVER);
            assertThat(shop.desk.tally().toDecide()).isZero();
            shop.say(ready, ready.word(2, "cancel", shop.clock.instant()));
            assertThat(shop.desk.tally().toDecide())
                    .as("also of one that is ready")
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsWrittenWithAWordThatMovesNothingIsReadAllTheSame() {
        try (var shop = new TestDesk(home)) {
            var croissant = shop.product(
                    "Croissant", "1,20", "stock", "10", "vat_rate", "5,5", "withdrawal", "excluded: Frais");
            shop.send(shopper, shop.order(shopper, 240, wish(croissant, 2)));
            shop.desk.accept(shopper.id(), List.of(), "");
            shop.desk.complete(shopper.id());
            var words = List.of("Trop cuits.", "Je les rends.", "D’accord.");
            var kinds = List.of("cancel", "withdraw", "agree");
            for (int i = 0; i < words.size(); i++) {
                shop.desk.look(shopper.id());
                var word = shopper.word(i + 1, kinds.get(i), shop.clock.instant());
                shop.say(shopper, word.put("answer", 1).put("text", words.get(i)));
                assertThat(shop.of(shopper).row().seen()).as(kinds.get(i)).isFalse();
            }
            assertThat(shop.of(shopper).state()).isEqualTo(OrderState.COMPLETED);
            assertThat(shop.desk.story(shopper.id()))
                    .filteredOn(one -> one.kind() == Happening.Kind.SAID_BY_SHOPPER
                            || one.kind() == Happening.Kind.WITHDRAWAL_REFUSED)
                    .extracting(Happening::words)
                    .containsExactlyElementsOf(words);
        }
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
