package org.echoppe.orders.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/**
 * An order that runs, with less than was accepted: something is missing, or broke before it was handed over.
 *
 * @param lines as they are then
 * @param fee for bringing what is left, minor units
 * @param freed what is not to be paid any more, minor units
 */
record GivenLess(List<OrderLine> lines, long fee, long freed) {
    /**
     * @param amounts of each line that are not given after all, 0 for none
     * @param fees what bringing these lines of the order costs
     * @throws Rejected ORDER_STANDS_ELSEWHERE, ORDER_QUANTITY, ORDER_OWES_NOTHING
     */
    static GivenLess of(ShopOrder order, List<Long> amounts, ToLongBiFunction<ShopOrder, List<OrderLine>> fees) {
        if (!order.state().stands()) {
            throw Rejected.because(Fault.ORDER_STANDS_ELSEWHERE, order.reference());
        }
        var lines = new ArrayList<>(order.lines());
        if (amounts.size() != lines.size() || amounts.stream().allMatch(amount -> amount == 0)) {
            throw Rejected.because(Fault.ORDER_OWES_NOTHING);
        }
        for (int i = 0; i < amounts.size(); i++) {
            long amount = amounts.get(i);
            var line = lines.get(i);
            if (amount < 0 || (amount > 0 && (!line.stays() || amount > line.accepted()))) {
                throw Rejected.because(Fault.ORDER_QUANTITY, line.name());
            }
            if (amount > 0) {
                long left = line.accepted() - amount;
                lines.set(i, line.accepting(left, Math.min(line.total(), line.priceOf(left))));
            }
        }
        boolean nothing = lines.stream().noneMatch(OrderLine::stays);
        // it was agreed to: what the shop can't give makes nothing dearer
        long fee = nothing ? order.fee() : Math.min(order.fee(), fees.applyAsLong(order, lines));
        long goods = lines.stream()
                .filter(OrderLine::stays)
                .mapToLong(OrderLine::total)
                .sum();
        return new GivenLess(List.copyOf(lines), fee, order.due().minorUnits() - (nothing ? 0 : goods + fee));
    }

    boolean isNothing() {
        return lines.stream().noneMatch(OrderLine::stays);
    }
}
