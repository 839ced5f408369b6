package org.echoppe.orders.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.wire.Contact;

/**
 * Which orders were placed with one telephone or e-mail address. It is in memory alone, and made out of the journal when it is first
 * asked: a table of it would be one more place that tells of people who were erased.
 */
final class KnownContacts {
    private final OrderDesk desk;
    private final Map<String, Set<OrderId>> orders = new HashMap<>();
    private final Set<OrderId> known = new HashSet<>();
    /** What happened since it was made: the ledger's thread is not kept. */
    private final Set<OrderId> changed = ConcurrentHashMap.newKeySet();

    private volatile boolean made;

    KnownContacts(OrderDesk desk) {
        this.desk = desk;
        desk.onChange(id -> {
            if (made) {
                changed.add(id);
            }
        });
    }

    /** Reads every order that still tells who placed it: seconds for thousands, once. */
    synchronized void catchUp() {
        if (!made) {
            made = true;
            desk.newest(Integer.MAX_VALUE).forEach(this::learn);
        }
        for (var id : List.copyOf(changed)) {
            changed.remove(id);
            if (!known.contains(id)) {
                desk.find(id).ifPresent(this::learn);
            }
        }
    }

    private void learn(ShopOrder order) {
        if (order.erased()) {
            return;
        }
        desk.person(order).ifPresent(placed -> {
            known.add(order.id());
            placed.contact()
                    .marks()
                    .forEach(mark -> orders.computeIfAbsent(mark, ignored -> new HashSet<>())
                            .add(order.id()));
        });
    }

    /** Orders of who is reached there, the newest first. Those that were erased meanwhile are forgotten here, too. */
    synchronized List<ShopOrder> of(Contact contact) {
        catchUp();
        var ids = new HashSet<OrderId>();
        for (var mark : contact.marks()) {
            ids.addAll(orders.getOrDefault(mark, Set.of()));
        }
        var found = new ArrayList<ShopOrder>();
        for (var id : ids) {
            desk.find(id).filter(order -> !order.erased()).ifPresentOrElse(found::add, () -> forget(id));
        }
        found.sort(Comparator.comparing((ShopOrder order) -> order.row().receivedAt())
                .reversed());
        return List.copyOf(found);
    }

    private void forget(OrderId id) {
        known.remove(id);
        orders.values().forEach(all -> all.remove(id));
        orders.values().removeIf(Set::isEmpty);
    }
}
