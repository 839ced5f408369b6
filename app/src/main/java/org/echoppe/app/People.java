package org.echoppe.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.desk.OrderDesk;
import org.echoppe.orders.desk.ShopOrder;
import org.echoppe.orders.wire.PlacedOrder;

/** Who ordered, read once from the journal and verified, and kept as long as the program runs and nobody erases it. */
final class People {
    private final Map<OrderId, PlacedOrder> known = new ConcurrentHashMap<>();

    Optional<PlacedOrder> of(OrderDesk desk, ShopOrder order) {
        if (order.erased()) {
            known.remove(order.id());
            return Optional.empty();
        }
        var before = known.get(order.id());
        if (before != null) {
            return Optional.of(before);
        }
        var read = desk.person(order);
        read.ifPresent(placed -> known.put(order.id(), placed));
        return read;
    }
}
