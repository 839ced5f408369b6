package org.echoppe.orders.desk;

/** What has to be done next about an order, and by whom. */
public enum ToDo {
    /** Accepted or declined by the shop. */
    ANSWER,
    /** Cancelled by the shop, or gone on with: the shopper asks for it. */
    DECIDE,
    /** Packed by the shop. */
    PREPARE,
    /** Fetched at the shop, or brought. */
    HAND_OVER,
    /** Something is paid back by the shop. */
    REFUND,
    /** It was handed over, and the transfer is still to come. */
    COLLECT,
    /** Something is otherwise: the shopper agrees, or cancels. */
    AGREE,
    /** Nothing any more. */
    NOTHING;

    /** Goods before money: what is owed for an order that still goes on has to be paid back once it is over, and may be before. */
    public static ToDo of(ShopOrder order) {
        if (order.askedToCancel()) {
            return DECIDE;
        }
        return switch (order.state()) {
            case RECEIVED -> ANSWER;
            case CHANGED -> AGREE;
            case ACCEPTED -> PREPARE;
            case READY, SHIPPED -> HAND_OVER;
            case COMPLETED, DECLINED, CANCELLED, WITHDRAWN, REFUNDED ->
                order.owed() > 0 ? REFUND : order.awaitsTransfer() ? COLLECT : NOTHING;
        };
    }
}
