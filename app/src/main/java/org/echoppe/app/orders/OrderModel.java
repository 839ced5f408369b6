package org.echoppe.app.orders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.desk.HandingOver;
import org.jspecify.annotations.Nullable;

/** One order beside the list: what it is, and what is done about it. */
public final class OrderModel {
    /** What has to be said before something is done. */
    public enum Asking {
        NOTHING,
        /** How much of each line. */
        PART,
        /** Why it is declined. */
        DECLINE,
        /** Why it is cancelled. */
        CANCEL,
        /** Whether it is paid, and whom the invoice is for. */
        HAND_OVER,
        /** How much has come. */
        PAID,
        /** Whether nobody waits for the transfer any more. */
        WRITE_OFF,
        /** What is said with the money that was paid back. */
        REFUND,
        /** How much of each line comes back, and why. */
        TAKE_BACK
    }

    private final OrdersDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final Background.Lane reckoning;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<@Nullable OrderDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Asking> asking = new ReadOnlyObjectWrapper<>(Asking.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper wrongAmount = new ReadOnlyBooleanWrapper();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<OrdersDesk.@Nullable Forgotten> forgotten = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> handedOut = new ReadOnlyObjectWrapper<>();
    private final StringProperty message = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Money> worth = new ReadOnlyObjectWrapper<>();
    private final StringProperty received = new SimpleStringProperty("");
    private final BooleanProperty paidBack = new SimpleBooleanProperty();
    private final InvoiceTo invoiceTo = new InvoiceTo();
    private final LineAmounts amounts = new LineAmounts();
    private @Nullable OrderId id;
    private boolean working;

    /** @param changed called after something was done */
    OrderModel(OrdersDesk desk, Background background, Runnable changed) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
        this.reckoning = background.lane();
        this.changed = changed;
    }

    /** Brings up an order, and notes that somebody looked at it. */
    void show(OrderId wanted) {
        if (!wanted.equals(id)) {
            id = wanted;
            detail.set(null);
            asking.set(Asking.NOTHING);
            trouble.set(null);
            forgotten.set(null);
            handedOut.set(null);
            message.set("");
        }
        ask(found -> {
            if (!found.entry().seen()) {
                background.run(
                        () -> {
                            desk.look(wanted);
                            return true;
                        },
                        done -> changed.run(),
                        why -> {});
            }
        });
    }

    /** Nothing is shown any more. */
    void leave() {
        id = null;
        detail.set(null);
        asking.set(Asking.NOTHING);
    }

    /** Asks the node again how it stands. */
    void refresh() {
        ask(found -> {});
    }

    private void ask(Consumer<OrderDetail> then) {
        var wanted = id;
        if (wanted == null) {
            return;
        }
        lane.run(
                () -> desk.detail(wanted),
                found -> found.ifPresent(now -> {
                    if (!now.equals(detail.get())) {
                        detail.set(now);
                    }
                    then.accept(now);
                }),
                trouble::set);
    }

    /** Does it, or asks what has to be said first. What the order does not allow is not done. */
    public void act(OrderAction action, Language language) {
        var now = detail.get();
        if (now == null || !OrderAction.possible(now).contains(action)) {
            return;
        }
        switch (action) {
            case ACCEPT -> work(order -> desk.accept(order, List.of(), ""));
            case PART -> askAmounts(now, language);
            case DECLINE -> askReason(Asking.DECLINE);
            case CANCEL -> askReason(Asking.CANCEL);
            case READY -> work(desk::ready);
            case SHIP -> work(desk::ship);
            case HAND_OVER -> askHandOver();
            case PAID -> askPaid(now, language);
            case WRITE_OFF -> asking.set(Asking.WRITE_OFF);
            case AWAIT_AGAIN -> work(desk::awaitAgain);
            case REFUND -> askReason(Asking.REFUND);
            case TAKE_BACK -> askBack(now);
            case SAY, PRINT -> {
                // the view brings the keyboard to the message, and opens the paper
            }
        }
    }

    private void askHandOver() {
        invoiceTo.clear();
        asking.set(Asking.HAND_OVER);
    }

    private void askPaid(OrderDetail now, Language language) {
        wrongAmount.set(false);
        var expected = now.entry().state().stands() ? now.due() : now.entry().total();
        received.set(Amounts.typed(expected, language.locale()));
        asking.set(Asking.PAID);
    }

    /** @param paid whether the money is here, too */
    public void handOver(boolean paid) {
        var how = new HandingOver(paid, invoiceTo.company());
        work(order -> desk.complete(order, how));
    }

    private void notePaid() {
        var now = detail.get();
        var came = now == null
                ? Optional.<Money>empty()
                : Amounts.money(received.get(), now.due().currency());
        wrongAmount.set(came.isEmpty());
        came.ifPresent(money -> work(order -> desk.paid(order, money)));
    }

    private void askAmounts(OrderDetail now, Language language) {
        amounts.all(now, language);
        wrongAmount.set(false);
        askReason(Asking.PART);
    }

    private void askBack(OrderDetail now) {
        worth.set(null);
        amounts.none(now, this::reckon);
        wrongAmount.set(false);
        askReason(Asking.TAKE_BACK);
    }

    /** What it comes to is the node's to say. */
    private void reckon() {
        var order = id;
        var taken = amounts(OrderDetail.Line::accepted);
        boolean nothing = taken.isEmpty() || taken.get().stream().allMatch(amount -> amount == 0);
        wrongAmount.set(taken.isEmpty());
        if (order == null || nothing) {
            // what is still being reckoned is not wanted any more
            reckoning.run(() -> true, done -> worth.set(null), why -> {});
        } else {
            reckoning.run(() -> desk.worth(order, taken.get()), worth::set, trouble::set);
        }
    }

    private void askReason(Asking what) {
        reason.set("");
        paidBack.set(false);
        asking.set(what);
    }

    public void askNothing() {
        asking.set(Asking.NOTHING);
    }

    /** Does what was asked about. */
    public void answer() {
        switch (asking.get()) {
            case NOTHING -> {}
            case PART -> acceptPart();
            case DECLINE -> work(order -> desk.decline(order, reason.get().strip()));
            case CANCEL -> cancel();
            case HAND_OVER -> handOver(true);
            case PAID -> notePaid();
            case WRITE_OFF -> work(desk::writeOff);
            case REFUND -> work(order -> desk.refund(order, reason.get().strip()));
            case TAKE_BACK -> takeBack();
        }
    }

    private void cancel() {
        boolean wentBack = paidBack.get();
        work(order -> desk.cancel(order, reason.get().strip(), wentBack));
    }

    private void acceptPart() {
        var given = amounts(OrderDetail.Line::quantity);
        wrongAmount.set(given.isEmpty());
        given.ifPresent(
                all -> work(order -> desk.accept(order, all, reason.get().strip())));
    }

    private void takeBack() {
        var taken = amounts(OrderDetail.Line::accepted);
        wrongAmount.set(taken.isEmpty());
        if (worth.get() != null) {
            taken.ifPresent(
                    all -> work(order -> desk.takeBack(order, all, reason.get().strip())));
        }
    }

    private Optional<List<Long>> amounts(ToLongFunction<OrderDetail.Line> most) {
        var now = detail.get();
        return now == null ? Optional.empty() : amounts.read(now, most);
    }

    /** Sends the message that was written. */
    public void say() {
        var words = message.get().strip();
        if (!words.isEmpty()) {
            work(order -> {
                desk.say(order, words);
                background.deliver(() -> message.set(""));
            });
        }
    }

    /** Forgets the customer, wherever they ordered. */
    public void forget() {
        asked(desk::forget, forgotten::set);
    }

    /** Writes what is held of the customer into this folder. */
    public void handOut(Path folder) {
        asked(order -> desk.handOut(order, folder), files -> handedOut.set(folder));
    }

    private <T> void asked(Function<OrderId, T> question, Consumer<T> then) {
        ask(question, then, () -> {});
    }

    /** One thing at a time. */
    private <T> void ask(Function<OrderId, T> question, Consumer<T> then, Runnable failed) {
        var order = id;
        if (order == null || working) {
            return;
        }
        working = true;
        trouble.set(null);
        background.run(
                () -> question.apply(order),
                answer -> {
                    working = false;
                    then.accept(answer);
                    changed.run();
                },
                why -> {
                    working = false;
                    trouble.set(why);
                    failed.run();
                });
    }

    /** @param open is given the document's address on the window's thread */
    public void print(OrderPaper paper, Consumer<String> open) {
        var order = id;
        if (order != null) {
            trouble.set(null);
            background.run(() -> desk.print(order, paper), open, trouble::set);
        }
    }

    public void save(OrderPaper paper, Path file) {
        work(order -> desk.save(order, paper, file));
    }

    private void work(Consumer<OrderId> work) {
        ask(
                order -> {
                    work.accept(order);
                    return true;
                },
                done -> asking.set(Asking.NOTHING),
                changed);
    }

    /** Null until the node told of it. */
    public ReadOnlyObjectProperty<@Nullable OrderDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What became of the wish to be forgotten; null where there was none. */
    public ReadOnlyObjectProperty<OrdersDesk.@Nullable Forgotten> forgottenProperty() {
        return forgotten.getReadOnlyProperty();
    }

    /** Where the customer's data were written to; null before. */
    public ReadOnlyObjectProperty<@Nullable Path> handedOutProperty() {
        return handedOut.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asking> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether what was typed for a line is no amount, or more than was ordered. */
    public ReadOnlyBooleanProperty wrongAmountProperty() {
        return wrongAmount.getReadOnlyProperty();
    }

    /** What is paid back for what was typed; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Money> worthProperty() {
        return worth.getReadOnlyProperty();
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    public StringProperty messageProperty() {
        return message;
    }

    /** How much money has come, as it is typed. */
    public StringProperty receivedProperty() {
        return received;
    }

    /** Whether what was paid for an order that is cancelled went back already. */
    public BooleanProperty paidBackProperty() {
        return paidBack;
    }

    /** Whom the invoice is made out to, while that is asked. */
    public InvoiceTo invoiceTo() {
        return invoiceTo;
    }

    /** What is given of each line, while that is asked. */
    public List<StringProperty> amounts() {
        return amounts.typed();
    }
}
