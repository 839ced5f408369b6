package org.echoppe.app.orders;

import org.echoppe.orders.desk.ToDo;

/** Which orders the list shows. */
public enum OrderFilter {
    /** Whatever still wants a hand or an eye. */
    OPEN,
    ANSWER,
    PREPARE,
    HAND_OVER,
    REFUND,
    COLLECT,
    OVER;

    boolean takes(OrderEntry order) {
        return switch (this) {
            case OPEN -> order.todo() != ToDo.NOTHING || order.owes() || !order.seen();
            case ANSWER -> order.todo() == ToDo.ANSWER || order.todo() == ToDo.DECIDE;
            case PREPARE -> order.todo() == ToDo.PREPARE;
            case HAND_OVER -> order.todo() == ToDo.HAND_OVER;
            case REFUND -> order.owes();
            case COLLECT -> order.todo() == ToDo.COLLECT;
            case OVER -> order.todo() == ToDo.NOTHING;
        };
    }
}
