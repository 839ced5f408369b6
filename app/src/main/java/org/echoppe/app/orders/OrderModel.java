package org.echoppe.app.orders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Language;
import org.echoppe.domain.OrderId;
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
        CANCEL
    }

    private final OrdersDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<@Nullable OrderDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Asking> asking = new ReadOnlyObjectWrapper<>(Asking.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper wrongAmount = new ReadOnlyBooleanWrapper();
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final List<StringProperty> amounts = new ArrayList<>();
    private @Nullable OrderId id;
    private boolean working;

    /** @param changed called after something was done */
    OrderModel(OrdersDesk desk, Background background, Runnable changed) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
        this.changed = changed;
    }

    /** Brings up an order, and notes that somebody looked at it. */
    void show(OrderId wanted) {
        if (!wanted.equals(id)) {
            id = wanted;
            detail.set(null);
            asking.set(Asking.NOTHING);
            trouble.set(null);
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
            case ACCEPT -> work(order -> desk.accept(order, List.of()));
            case PART -> askAmounts(now, language);
            case DECLINE -> askReason(Asking.DECLINE);
            case CANCEL -> askReason(Asking.CANCEL);
            case READY -> work(desk::ready);
            case SHIP -> work(desk::ship);
            case HAND_OVER -> work(desk::complete);
            case PAID -> work(desk::paid);
            case REFUND -> work(desk::refund);
            case SAY, PRINT -> {
                // the view brings the keyboard to the message, and opens the paper
            }
        }
    }

    private void askAmounts(OrderDetail now, Language language) {
        amounts.clear();
        for (var line : now.lines()) {
            amounts.add(new SimpleStringProperty(Amounts.typed(line.accepted(), line.measure(), language.locale())));
        }
        wrongAmount.set(false);
        asking.set(Asking.PART);
    }

    private void askReason(Asking what) {
        reason.set("");
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
            case CANCEL -> work(order -> desk.cancel(order, reason.get().strip()));
        }
    }

    private void acceptPart() {
        var now = detail.get();
        var given = new ArrayList<Long>();
        for (int i = 0; now != null && i < now.lines().size(); i++) {
            var line = now.lines().get(i);
            var amount = Amounts.read(amounts.get(i).get(), line.measure());
            if (amount.isEmpty() || amount.getAsLong() > line.quantity()) {
                wrongAmount.set(true);
                return;
            }
            given.add(amount.getAsLong());
        }
        wrongAmount.set(false);
        work(order -> desk.accept(order, given));
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
        var order = id;
        if (order == null || working) {
            return;
        }
        working = true;
        trouble.set(null);
        background.run(
                () -> {
                    work.accept(order);
                    return true;
                },
                done -> {
                    working = false;
                    asking.set(Asking.NOTHING);
                    changed.run();
                },
                why -> {
                    working = false;
                    trouble.set(why);
                    changed.run();
                });
    }

    /** Null until the node told of it. */
    public ReadOnlyObjectProperty<@Nullable OrderDetail> detailProperty() {
        return detail.getReadOnlyProperty();
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

    public StringProperty reasonProperty() {
        return reason;
    }

    public StringProperty messageProperty() {
        return message;
    }

    /** What is given of each line, while that is asked. */
    public List<StringProperty> amounts() {
        return amounts;
    }
}
