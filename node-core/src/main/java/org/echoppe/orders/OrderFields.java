package org.echoppe.orders;

import java.util.List;
import java.util.Optional;
import org.echoppe.domain.OrderState;
import org.echoppe.repo.Ipld;

/** What the fields of an order come to: what is to be paid, and what somebody waits for. Amounts are minor units. */
public final class OrderFields {
    private static final String TRANSFER = "transfer";

    private OrderFields() {}

    /** What is to be paid for what stays with the shopper, paid or not. */
    public static long due(Ipld.Fields order) {
        var staying = order.items("lines").orElse(List.of()).stream()
                .map(Ipld.Fields.class::cast)
                .filter(line -> EventCodec.integer(line, "accepted") > 0 && !line.isTrue("back"))
                .toList();
        long goods = staying.stream()
                .mapToLong(line -> EventCodec.integer(line, "total"))
                .sum();
        return staying.isEmpty() ? 0 : goods + order.integer("fee").orElse(0L);
    }

    /** What of it is to be paid by a transfer that has not come. */
    public static long unpaidTransfer(Ipld.Fields order) {
        boolean open = order.text("payment").equals(Optional.of(TRANSFER)) && !order.isTrue("paid");
        return open && state(order).filter(OrderState::stands).isPresent() ? due(order) : 0;
    }

    /** The same, but for what the shop has given up. */
    public static long awaited(Ipld.Fields order) {
        return order.isTrue(OrderStep.WRITTEN_OFF) ? 0 : unpaidTransfer(order);
    }

    /** Whether the shopper asks to cancel what was accepted, and the shop can and has not said yet. */
    public static boolean isAskedToCancel(Ipld.Fields order) {
        return order.isTrue(OrderStep.CANCEL_ASKED)
                && state(order)
                        .filter(state -> state.mayBecome(OrderState.CANCELLED, OrderState.Party.SHOP))
                        .isPresent();
    }

    /** The CID of the profile that the shopper read. */
    static String profile(Ipld.Fields order) {
        return order.text("profile").orElse("");
    }

    private static Optional<OrderState> state(Ipld.Fields order) {
        return order.text(OrderStep.STATE).flatMap(OrderState::of);
    }
}
