package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.orders.CounterModel;
import org.echoppe.app.orders.OrderAction;
import org.echoppe.app.orders.OrderEntry;
import org.echoppe.app.orders.OrderFilter;
import org.echoppe.app.orders.OrderModel;
import org.echoppe.app.orders.OrdersModel;
import org.echoppe.app.orders.Paid;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox and the counter without a window: a busy Sunday. */
class OrdersModelTest {
    private static final OrderId AGNES = SampleOrders.id(1);
    private static final OrderId KARIM = SampleOrders.id(2);
    private static final OrderId INES = SampleOrders.id(6);

    private final FakeShop shop = Street.shop();
    private final OrdersModel model =
            new OrdersModel(shop.orders, shop.counter, new Background(Runnable::run, Runnable::run));

    @BeforeEach
    void open() {
        shop.listeners.add(model::refresh);
        model.refresh();
    }

    private void fill() {
        shop.orders.fill();
        model.refresh();
    }

    private List<String> references() {
        return model.shown().stream().map(OrderEntry::reference).toList();
    }

    @Test
    void whatHasToBeAnsweredStandsFirstAndWhatIsOverNotAtAll() {
        assertThat(model.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        fill();
        assertThat(references()).containsExactly("K7Q-2MX", "W4D-7HA", "ZB3-M6E", "QF5-2WP", "M2K-L8V", "T6Y-R4N");
        assertThat(model.countsProperty().get())
                .containsEntry(OrderFilter.ANSWER, 2)
                .containsEntry(OrderFilter.PREPARE, 1)
                .containsEntry(OrderFilter.HAND_OVER, 1)
                .containsEntry(OrderFilter.REFUND, 1)
                .containsEntry(OrderFilter.OVER, 2);
        model.show(OrderFilter.REFUND);
        assertThat(references()).containsExactly("M2K-L8V");
    }

    @Test
    void wordsFindReferenceNameAndGoodsAmongAllWithoutAccents() {
        fill();
        model.wordsProperty().set("k7q2");
        assertThat(references()).containsExactly("K7Q-2MX");
        model.wordsProperty().set("martin agnes");
        assertThat(references()).containsExactly("K7Q-2MX", "5TN-QX2");
        model.wordsProperty().set("promesse de l'aube");
        assertThat(references()).containsExactly("M2K-L8V");
        model.wordsProperty().set("");
        assertThat(references()).hasSize(6);
    }

    @Test
    void whatWasThereIsNoNewsAndWhatComesIsToldOnce() {
        fill();
        model.announced("drop what filled the shop");
        assertThat(model.newsProperty().get()).isNull();
        var first = shop.orders.come("Zoé");
        assertThat(model.newsProperty().get()).isEqualTo(new OrdersModel.News(1, first));
        model.announced("Une nouvelle commande est arrivée.");
        model.refresh();
        assertThat(model.newsProperty().get()).isNull();
        assertThat(shop.orders.rung).hasValue(2);
    }

    @Test
    void theBellIsTurnedOffAndOn() {
        model.mute(true);
        assertThat(shop.orders.muted).isTrue();
        model.refresh();
        assertThat(model.mutedProperty().get()).isTrue();
    }

    @Test
    void onlyWhatItAllowsCanBeDoneToAnOrder() {
        fill();
        assertThat(possible(AGNES))
                .containsExactlyInAnyOrder(
                        OrderAction.ACCEPT, OrderAction.PART, OrderAction.DECLINE, OrderAction.SAY, OrderAction.PRINT);
        assertThat(possible(INES)).contains(OrderAction.REFUND).doesNotContain(OrderAction.CANCEL);
        assertThat(possible(SampleOrders.id(10)))
                .as("nobody can be reached, but what is brought back after years is paid back")
                .containsExactly(OrderAction.TAKE_BACK);
        model.open(INES);
        model.order().act(OrderAction.ACCEPT, Language.FR);
        assertThat(shop.orders.done).isEmpty();
    }

    private java.util.Set<OrderAction> possible(OrderId id) {
        return OrderAction.possible(shop.orders.detail(id).orElseThrow());
    }

    @Test
    void pickUpGetsReadyAndDeliveryIsShippedAndItsTransferComes() {
        fill();
        model.open(AGNES);
        model.order().act(OrderAction.ACCEPT, Language.FR);
        assertThat(possible(AGNES)).contains(OrderAction.READY).doesNotContain(OrderAction.SHIP, OrderAction.PAID);
        model.open(KARIM);
        model.order().act(OrderAction.ACCEPT, Language.FR);
        assertThat(possible(KARIM)).contains(OrderAction.SHIP, OrderAction.PAID).doesNotContain(OrderAction.READY);
    }

    @Test
    void whatIsHandedOverIsPaidOrSaidNotToBeAndMayBeInvoicedToACompany() {
        fill();
        model.open(KARIM);
        model.order().act(OrderAction.ACCEPT, Language.FR);
        assertThat(possible(KARIM))
                .as("what can't be given after all is taken off before it is handed over")
                .contains(OrderAction.TAKE_BACK, OrderAction.CANCEL);
        model.order().act(OrderAction.HAND_OVER, Language.FR);
        assertThat(shop.orders.done).as("asked about first").hasSize(1);
        model.order().invoiceTo().wantedProperty().set(true);
        model.order().invoiceTo().nameProperty().set(" Études Martin ");
        model.order().handOver(false);
        assertThat(shop.orders.done.getLast()).startsWith("complete unpaid Études Martin");
        assertThat(possible(KARIM)).contains(OrderAction.PAID);
        model.order().act(OrderAction.PAID, Language.FR);
        assertThat(model.order().receivedProperty().get()).as("what is awaited").isEqualTo("30,58");
        model.order().receivedProperty().set("beaucoup");
        model.order().answer();
        assertThat(model.order().wrongAmountProperty().get()).isTrue();
        model.order().receivedProperty().set("31");
        model.order().answer();
        assertThat(shop.orders.done.getLast()).isEqualTo("paid 3100");
    }

    @Test
    void aTransferThatWillNotComeIsNotWaitedForAndMayBeAgain() {
        fill();
        model.open(KARIM);
        model.order().act(OrderAction.ACCEPT, Language.FR);
        assertThat(possible(KARIM)).as("not handed over").doesNotContain(OrderAction.WRITE_OFF);
        model.order().handOver(false);
        model.show(OrderFilter.COLLECT);
        assertThat(references()).containsExactly("W4D-7HA");
        model.order().act(OrderAction.WRITE_OFF, Language.FR);
        assertThat(shop.orders.done).as("said first what it means").doesNotContain("write off");
        model.order().answer();
        assertThat(shop.orders.done).endsWith("write off");
        assertThat(references()).isEmpty();
        assertThat(possible(KARIM))
                .contains(OrderAction.PAID, OrderAction.AWAIT_AGAIN)
                .doesNotContain(OrderAction.WRITE_OFF);
        model.order().act(OrderAction.AWAIT_AGAIN, Language.FR);
        assertThat(references()).containsExactly("W4D-7HA");
        assertThat(possible(KARIM)).contains(OrderAction.WRITE_OFF).doesNotContain(OrderAction.AWAIT_AGAIN);
    }

    @Test
    void whatWasPaidForAnOrderThatIsCancelledWentBackOrIsStillOwed() {
        fill();
        model.open(KARIM);
        model.order().act(OrderAction.ACCEPT, Language.FR);
        model.order().act(OrderAction.CANCEL, Language.FR);
        model.order().reasonProperty().set("Fermé");
        model.order().paidBackProperty().set(true);
        model.order().answer();
        assertThat(shop.orders.done.getLast()).isEqualTo("cancel Fermé paid back");
    }

    @Test
    void whoOpensAnOrderHasLookedAtIt() {
        fill();
        model.open(AGNES);
        assertThat(shop.orders.detail(AGNES).orElseThrow().entry().seen()).isTrue();
    }

    @Test
    void aPartIsTakenLineByLineAndNeverMoreThanWasOrdered() {
        fill();
        model.open(KARIM);
        model.order().act(OrderAction.PART, Language.FR);
        assertThat(model.order().amounts().get(1).get()).as("350 g of cheese").isEqualTo("0,35");
        model.order().amounts().get(0).set("3");
        model.order().answer();
        assertThat(model.order().wrongAmountProperty().get()).isTrue();
        model.order().amounts().get(0).set("1");
        model.order().amounts().get(1).set("0,3");
        model.order().answer();
        assertThat(shop.orders.done).containsExactly("accept [1, 300]");
        assertThat(model.order().askingProperty().get()).isEqualTo(OrderModel.Asking.NOTHING);
    }

    @Test
    void aReasonIsAskedBeforeItIsDeclined() {
        fill();
        model.open(AGNES);
        model.order().act(OrderAction.DECLINE, Language.FR);
        assertThat(shop.orders.done).isEmpty();
        model.order().reasonProperty().set(" C’est épuisé ");
        model.order().answer();
        assertThat(shop.orders.done).containsExactly("decline C’est épuisé");
    }

    @Test
    void aMessageIsSentOnceAndItsFieldIsEmptyAgain() {
        fill();
        model.open(AGNES);
        model.order().messageProperty().set("À demain");
        model.order().say();
        model.order().say();
        assertThat(shop.orders.done).containsExactly("say À demain");
    }

    @Test
    void whatIsRefusedIsSaidWhereItHappened() {
        fill();
        model.open(AGNES);
        shop.broken = Rejected.because(Fault.STOCK_TOO_SMALL, 0);
        model.order().act(OrderAction.ACCEPT, Language.FR);
        assertThat(model.order().troubleProperty().get()).isNotNull();
        assertThat(model.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
    }

    private CounterModel counter() {
        return model.counter();
    }

    private void croissant() {
        counter().wordsProperty().set("croissant");
        counter().addFirst();
    }

    @Test
    void goodsAreAddedCountedAndPaid() {
        croissant();
        croissant();
        assertThat(counter().lines()).hasSize(1);
        assertThat(counter().totalProperty().get()).isEqualTo(FakeOrders.euros(240));
        counter().more(0);
        counter().count(0, "5");
        counter().count(0, "much");
        assertThat(counter().lines().getFirst().quantity()).isEqualTo(5);
        counter().paidProperty().set(Paid.CARD);
        counter().sell(false);
        counter().sell(false);
        var sold = counter().soldProperty().get();
        assertThat(sold).isNotNull();
        assertThat(sold.number().text()).isEqualTo("T2026-000001");
        assertThat(sold.total()).isEqualTo(FakeOrders.euros(600));
        croissant();
        assertThat(counter().soldProperty().get()).as("the next sale").isNull();
        assertThat(counter().lines()).hasSize(1);
        counter().less(0);
        assertThat(counter().lines()).isEmpty();
        assertThat(counter().totalProperty().get()).isNull();
    }

    @Test
    void whatWasCountedTooFewIsSoldAllTheSameWhereItLiesOnTheCounter() {
        croissant();
        counter().count(0, "25");
        counter().sell(false);
        assertThat(CounterModel.isStock(counter().troubleProperty().get())).isTrue();
        assertThat(shop.counter.sold).isEmpty();
        counter().sell(true);
        assertThat(shop.counter.sold).hasSize(1);
    }

    @Test
    void aCodeThatNothingBearsIsSaid() {
        counter().scan("3228857000852");
        assertThat(counter().troubleProperty().get()).isNotNull();
        assertThat(counter().lines()).isEmpty();
    }
}
