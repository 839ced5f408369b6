package org.echoppe.app.orders;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.OrderState.Party;
import org.echoppe.orders.desk.ToDo;
import org.echoppe.orders.wire.Payment;

/** What can be done about an order, each with its one key. */
public enum OrderAction {
    ACCEPT('A'),
    /** Line by line, or with a message. */
    PART('L'),
    DECLINE('R'),
    READY('P'),
    SHIP('E'),
    HAND_OVER('H'),
    PAID('V'),
    /** The transfer will not come. */
    WRITE_OFF('J'),
    /** It is waited for after all. */
    AWAIT_AGAIN('W'),
    REFUND('B'),
    /** Something that was handed over comes back, or cannot be given after all, in whole or in part. */
    TAKE_BACK('T'),
    CANCEL('N'),
    SAY('M'),
    PRINT('I');

    private final char key;

    OrderAction(char key) {
        this.key = key;
    }

    /** A letter, in capitals. */
    public char key() {
        return key;
    }

    public static Optional<OrderAction> of(String key) {
        return Arrays.stream(values())
                .filter(action -> key.equals(String.valueOf(action.key)))
                .findFirst();
    }

    /** What can be done about this order as it stands. */
    public static Set<OrderAction> possible(OrderDetail order) {
        var possible = EnumSet.noneOf(OrderAction.class);
        for (var action : values()) {
            if (action.isPossible(order)) {
                possible.add(action);
            }
        }
        return possible;
    }

    private boolean isPossible(OrderDetail order) {
        boolean known = order.contact().isPresent();
        return switch (this) {
            case ACCEPT -> may(order, OrderState.ACCEPTED);
            case PART -> may(order, OrderState.ACCEPTED);
            case DECLINE -> may(order, OrderState.DECLINED);
            case READY -> may(order, OrderState.READY) && !order.isDelivered();
            case SHIP -> may(order, OrderState.SHIPPED) && order.isDelivered();
            case HAND_OVER -> may(order, OrderState.COMPLETED);
            case PAID ->
                order.payment() == Payment.TRANSFER
                        && !order.paid()
                        && wasTold(order.entry().state());
            case WRITE_OFF -> order.awaitsTransfer() && order.entry().state() == OrderState.COMPLETED;
            case AWAIT_AGAIN -> order.entry().writtenOff();
            case REFUND ->
                order.owed().minorUnits() > 0 && (order.entry().state().stands() || may(order, OrderState.REFUNDED));
            case TAKE_BACK ->
                order.entry().state().stands() && order.lines().stream().anyMatch(OrderDetail.Line::stays);
            case CANCEL -> may(order, OrderState.CANCELLED);
            case SAY, PRINT -> known;
        };
    }

    private static boolean may(OrderDetail order, OrderState next) {
        return order.entry().state().mayBecome(next, Party.SHOP);
    }

    /** A shopper who was told where to pay may have paid, also after it was cancelled. */
    private static boolean wasTold(OrderState state) {
        return state.stands() || state == OrderState.CANCELLED || state == OrderState.WITHDRAWN;
    }

    /** The one that is most likely wanted; empty where nothing has to be done, or somebody has to decide. */
    public static Optional<OrderAction> next(OrderDetail order) {
        if (order.entry().todo() == ToDo.DECIDE) {
            return Optional.empty();
        }
        var possible = possible(order);
        return Arrays.stream(new OrderAction[] {ACCEPT, READY, SHIP, HAND_OVER, REFUND})
                .filter(possible::contains)
                .findFirst();
    }
}
