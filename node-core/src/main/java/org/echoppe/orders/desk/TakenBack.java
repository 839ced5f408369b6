package org.echoppe.orders.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.rules.Refund;

/**
 * What the shop takes back of an order that was handed over, and what is paid for it.
 *
 * @param lines as they are then: of a line that stays in part, the part that was taken back stands at the end
 */
record TakenBack(List<OrderLine> lines, Refund refund) {
    /**
     * @param amounts of each line, 0 for none
     * @throws Rejected ORDER_STANDS_ELSEWHERE, ORDER_QUANTITY, ORDER_OWES_NOTHING
     */
    static TakenBack of(ShopOrder order, List<Long> amounts) {
        mustBeHandedOver(order);
        var lines = new ArrayList<>(order.lines());
        if (amounts.size() != lines.size() || amounts.stream().allMatch(amount -> amount == 0)) {
            throw Rejected.because(Fault.ORDER_OWES_NOTHING);
        }
        var now = new HashSet<Integer>();
        for (int i = 0; i < amounts.size(); i++) {
            long amount = amounts.get(i);
            var line = lines.get(i);
            if (amount == 0) {
                continue;
            }
            if (amount < 0 || !line.stays() || amount > line.accepted()) {
                throw Rejected.because(Fault.ORDER_QUANTITY, line.name());
            }
            if (amount == line.accepted()) {
                lines.set(i, line.givenBack());
                now.add(i);
            } else {
                var taken = line.taken(amount, i);
                lines.set(i, line.without(taken));
                now.add(lines.size());
                lines.add(taken);
            }
        }
        var totals = lines.stream().map(OrderLine::total).toList();
        return new TakenBack(List.copyOf(lines), Refund.of(totals, now, PayingBack.back(order), order.fee()));
    }

    /**
     * All of these lines.
     *
     * @param wanted from 0
     * @throws Rejected ORDER_STANDS_ELSEWHERE; ORDER_OWES_NOTHING for a line that is none, or of which nothing stayed
     */
    static List<Long> whole(ShopOrder order, Collection<Integer> wanted) {
        mustStand(order);
        var lines = order.lines();
        if (!wanted.stream()
                .allMatch(line ->
                        line >= 0 && line < lines.size() && lines.get(line).stays())) {
            throw Rejected.because(Fault.ORDER_OWES_NOTHING);
        }
        return IntStream.range(0, lines.size())
                .mapToObj(line -> wanted.contains(line) ? lines.get(line).accepted() : 0L)
                .toList();
    }

    private static void mustStand(ShopOrder order) {
        if (!order.state().stands()) {
            throw Rejected.because(Fault.ORDER_STANDS_ELSEWHERE, order.reference());
        }
    }

    private static void mustBeHandedOver(ShopOrder order) {
        if (order.state() != OrderState.COMPLETED) {
            throw Rejected.because(Fault.ORDER_STANDS_ELSEWHERE, order.reference());
        }
    }
}
