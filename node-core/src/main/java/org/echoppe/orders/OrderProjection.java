package org.echoppe.orders;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.echoppe.store.OrderRow;
import org.echoppe.store.OrderStore;

/** What a step of an order changes in its row: the fields that it names, and those alone. */
final class OrderProjection {
    private static final int AT_ONCE = 500;

    private final OrderStore store;

    OrderProjection(OrderStore store) {
        this.store = store;
    }

    void apply(Noted noted, Event.OrderEvent step) {
        if (step.step().equals(OrderStep.EARLY)) {
            return;
        }
        var known = store.find(step.order());
        var fields = known.map(before -> merged(before, step.detail())).orElse(step.detail());
        var before = known.orElseGet(() -> first(noted, step));
        var state = fields.text(OrderStep.STATE).orElse("");
        boolean moved = !before.state().equals(state)
                || step.detail().get(OrderStep.WRITTEN_OFF).isPresent();
        store.save(row(
                fields,
                new OrderRow(
                        step.order(),
                        state,
                        before.slot(),
                        before.placed(),
                        step.step().equals(OrderStep.ANSWERED) ? OptionalLong.of(noted.sequence()) : before.answered(),
                        before.receivedAt(),
                        moved ? noted.when() : before.changedAt(),
                        fields.integer(OrderStep.DUE).map(Instant::ofEpochMilli).orElse(noted.when()),
                        fields.isTrue(OrderStep.SEEN),
                        before.erased())));
    }

    /** With what the fields come to. */
    private static OrderRow row(Ipld.Fields fields, OrderRow row) {
        return new OrderRow(
                row.id(),
                row.state(),
                row.slot(),
                row.placed(),
                row.answered(),
                row.receivedAt(),
                row.changedAt(),
                row.due(),
                row.seen(),
                row.erased(),
                fields.integer(OrderStep.OWED).orElse(0L),
                OrderFields.awaited(fields),
                OrderFields.isAskedToCancel(fields),
                OrderFields.profile(fields),
                DagCbor.encode(fields));
    }

    /**
     * Reckons what an older program did not, in some of the rows that it left.
     *
     * @return whether there are more
     */
    boolean reckon() {
        var rows = store.unreckoned(AT_ONCE);
        for (var row : rows) {
            store.save(row(fields(row), row));
        }
        return rows.size() == AT_ONCE;
    }

    private static OrderRow first(Noted noted, Event.OrderEvent step) {
        var when = noted.when();
        return new OrderRow(
                step.order(), "", step.slot(), noted.sequence(), OptionalLong.empty(), when, when, when, false, false);
    }

    void erased(long slot) {
        store.erased(slot);
    }

    private static Ipld.Fields merged(OrderRow before, Ipld.Fields detail) {
        var fields = new LinkedHashMap<>(fields(before).entries());
        fields.putAll(detail.entries());
        return new Ipld.Fields(fields);
    }

    private static Ipld.Fields fields(OrderRow row) {
        try {
            return DagCbor.decodeMap(row.fields());
        } catch (BadRepository e) {
            throw new IllegalStateException("the row of an order is damaged", e);
        }
    }
}
