package org.echoppe.app;

import static org.echoppe.app.FakeOrders.euros;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.echoppe.app.orders.OrderDetail;
import org.echoppe.app.orders.OrderEntry;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.desk.Change;
import org.echoppe.orders.desk.Happening;
import org.echoppe.orders.desk.ToDo;
import org.echoppe.orders.wire.Contact;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.Payment;
import org.echoppe.records.Address;
import org.echoppe.records.Measure;
import org.echoppe.records.Unit;
import org.jspecify.annotations.Nullable;

/** Made-up orders of made-up people, one in every state. */
final class SampleOrders {
    private static final Contact AGNES = new Contact("Agnès Martin", "+33 6 12 34 56 78", "agnes.martin@example.org");
    private static final Fulfilment TOMORROW =
            new Fulfilment.Pickup(Instant.parse("2026-11-23T07:15:00Z"), Instant.parse("2026-11-23T07:30:00Z"));
    private static final Fulfilment LYON =
            new Fulfilment.Delivery(new Address("3 rue Mercière", "69002", "Lyon 2e", "FR"));

    private SampleOrders() {}

    static OrderId id(int number) {
        byte[] bytes = new byte[32];
        bytes[30] = (byte) (number >> 8);
        bytes[31] = (byte) number;
        return new OrderId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static OrderDetail.Line line(String name, long quantity, long accepted, long cents, long left) {
        return new OrderDetail.Line(
                name,
                quantity,
                accepted,
                Optional.empty(),
                euros(cents),
                euros(cents * accepted),
                false,
                Optional.of(left));
    }

    /** Two croissants and a sandwich, for tomorrow morning. */
    static OrderDetail order(OrderId id, String reference, String name, Instant when, OrderState state) {
        var lines = List.of(
                line("Croissant au beurre", 2, 2, 120, 24), line("Sandwich jambon, beurre et comté", 1, 1, 590, 3));
        return detail(id, reference, new Contact(name, "+33 6 12 34 56 78", ""), when, state, TOMORROW, lines);
    }

    private static OrderDetail detail(
            OrderId id,
            String reference,
            Contact contact,
            Instant when,
            OrderState state,
            Fulfilment way,
            List<OrderDetail.Line> lines) {
        boolean brought = way instanceof Fulfilment.Delivery;
        boolean owes = state == OrderState.CANCELLED;
        long goods = lines.stream().mapToLong(one -> one.total().minorUnits()).sum();
        var total = euros(goods + (brought ? 300 : 0));
        var entry = new OrderEntry(
                id,
                reference,
                contact.name(),
                lines.stream()
                        .map(one -> new OrderEntry.Goods(one.name(), one.quantity(), one.measure()))
                        .toList(),
                total,
                brought,
                Optional.of(way),
                when,
                state,
                FakeOrders.todo(state, owes),
                owes,
                false,
                false,
                state == OrderState.COMPLETED ? List.of("F2026-000118") : List.of(),
                state != OrderState.RECEIVED);
        var placed = new Happening(when, Happening.Kind.PLACED, OrderState.RECEIVED, "", List.of());
        return new OrderDetail(
                entry,
                lines,
                Optional.of(contact),
                "",
                brought ? Payment.TRANSFER : Payment.IN_SHOP,
                owes || state == OrderState.COMPLETED,
                brought && !owes && awaited(entry),
                euros(brought ? 300 : 0),
                owes ? total : euros(0),
                total,
                OrderDetail.Terms.TODAYS,
                state == OrderState.COMPLETED ? Optional.of("F2026-000118") : Optional.empty(),
                List.of(),
                List.of(placed),
                List.of());
    }

    private static boolean awaited(OrderEntry entry) {
        return entry.state().stands() && !entry.writtenOff();
    }

    static List<OrderDetail> morning(Instant now) {
        var all = new ArrayList<OrderDetail>();
        var over = order(id(9), "5TN-QX2", "Agnès Martin", now.minus(Duration.ofHours(26)), OrderState.COMPLETED);
        all.add(withNote(
                order(id(1), "K7Q-2MX", "Agnès Martin", now.minus(Duration.ofMinutes(3)), OrderState.RECEIVED),
                "Bien cuits, s’il vous plaît",
                List.of(over.entry())));
        var cheese = new OrderDetail.Line(
                "Comté 18 mois, à la coupe",
                350,
                350,
                Optional.of(new Measure(1_000, Unit.KG)),
                euros(2_450),
                euros(858),
                false,
                Optional.empty());
        var karim = new Contact("Karim Benali", "", "karim.benali@example.org");
        all.add(detail(
                id(2),
                "W4D-7HA",
                karim,
                now.minus(Duration.ofMinutes(47)),
                OrderState.RECEIVED,
                LYON,
                List.of(line("Miel de châtaignier", 2, 2, 950, 12), cheese)));
        all.add(order(id(3), "ZB3-M6E", "Jeanne Roche", now.minus(Duration.ofHours(2)), OrderState.ACCEPTED));
        all.add(detail(
                id(4),
                "QF5-2WP",
                new Contact("Famille de La Rochefoucauld-Montbazon", "04 78 00 00 00", ""),
                now.minus(Duration.ofHours(3)),
                OrderState.READY,
                TOMORROW,
                List.of(line("Tarte aux pralines roses, 8 parts", 1, 1, 2_800, 0))));
        all.add(changed(
                order(id(5), "T6Y-R4N", "Paul Vidal", now.minus(Duration.ofHours(4)), OrderState.CHANGED), now));
        all.add(detail(
                id(6),
                "M2K-L8V",
                new Contact("Inès Garnier", "+33 7 00 00 00 00", "ines@example.org"),
                now.minus(Duration.ofDays(1)),
                OrderState.CANCELLED,
                LYON,
                List.of(line("La Promesse de l’aube", 1, 1, 890, 4), line("Les Années", 1, 1, 1_250, 2))));
        all.add(over);
        all.add(erased(order(id(10), "A1B-C2D", "", now.minus(Duration.ofDays(40)), OrderState.COMPLETED)));
        return all;
    }

    private static OrderDetail changed(OrderDetail order, Instant now) {
        var told = new Happening(
                now.minus(Duration.ofHours(4)),
                Happening.Kind.MOVED,
                OrderState.CHANGED,
                "",
                List.of(
                        new Happening.Told("Croissant au beurre", Change.What.PRICE, "110", "120"),
                        new Happening.Told("Sandwich jambon, beurre et comté", Change.What.STOCK, "4", "1")));
        var wrote = new Happening(
                now.minus(Duration.ofMinutes(20)),
                Happening.Kind.SAID_BY_SHOPPER,
                OrderState.CHANGED,
                "Aurez-vous d’autres sandwichs à midi\u00a0?",
                List.of());
        return with(with(order, order.entry(), told), order.entry(), wrote);
    }

    private static OrderDetail withNote(OrderDetail one, String note, List<OrderEntry> earlier) {
        return new OrderDetail(
                one.entry(),
                one.lines(),
                Optional.of(AGNES),
                note,
                one.payment(),
                one.paid(),
                one.awaitsTransfer(),
                one.fee(),
                one.owed(),
                one.due(),
                one.terms(),
                one.invoice(),
                one.creditNotes(),
                one.story(),
                earlier);
    }

    private static OrderDetail erased(OrderDetail one) {
        var entry = one.entry();
        var nobody = new OrderEntry(
                entry.id(),
                entry.reference(),
                "",
                entry.goods(),
                entry.total(),
                false,
                Optional.empty(),
                entry.received(),
                entry.state(),
                entry.todo(),
                false,
                false,
                false,
                entry.papers(),
                true);
        return new OrderDetail(
                nobody,
                one.lines(),
                Optional.empty(),
                "",
                one.payment(),
                true,
                false,
                one.fee(),
                one.owed(),
                one.due(),
                one.terms(),
                one.invoice(),
                List.of(),
                one.story(),
                List.of());
    }

    static OrderDetail with(OrderDetail one, OrderEntry entry, @Nullable Happening next) {
        var story = new ArrayList<>(one.story());
        if (next != null) {
            story.add(next);
        }
        return new OrderDetail(
                entry,
                one.lines(),
                one.contact(),
                one.note(),
                one.payment(),
                one.paid(),
                one.payment() == Payment.TRANSFER && !one.paid() && awaited(entry),
                one.fee(),
                one.owed(),
                one.due(),
                one.terms(),
                one.invoice(),
                one.creditNotes(),
                story,
                one.earlier());
    }

    /** The same, its transfer still to come. */
    static OrderEntry unpaid(OrderEntry one) {
        return copy(one, one.state(), one.seen(), ToDo.COLLECT);
    }

    /** The same, its transfer not waited for any more, or again. */
    static OrderEntry givenUp(OrderEntry one, boolean givenUp) {
        return copy(one, one.state(), one.seen(), givenUp ? ToDo.NOTHING : ToDo.COLLECT, givenUp);
    }

    static OrderEntry at(OrderEntry one, OrderState state) {
        return copy(one, state, one.seen());
    }

    static OrderEntry toDecide(OrderEntry one) {
        return copy(one, one.state(), false, ToDo.DECIDE);
    }

    static OrderEntry seen(OrderEntry one) {
        return copy(one, one.state(), true);
    }

    private static OrderEntry copy(OrderEntry one, OrderState state, boolean seen) {
        boolean owes = one.owes() && state != OrderState.REFUNDED;
        return copy(one, state, seen, FakeOrders.todo(state, owes));
    }

    private static OrderEntry copy(OrderEntry one, OrderState state, boolean seen, ToDo todo) {
        return copy(one, state, seen, todo, one.writtenOff());
    }

    private static OrderEntry copy(OrderEntry one, OrderState state, boolean seen, ToDo todo, boolean writtenOff) {
        boolean owes = one.owes() && state != OrderState.REFUNDED;
        return new OrderEntry(
                one.id(),
                one.reference(),
                one.name(),
                one.goods(),
                one.total(),
                one.delivered(),
                one.way(),
                one.received(),
                state,
                todo,
                owes,
                writtenOff,
                one.returned(),
                one.papers(),
                seen);
    }
}
