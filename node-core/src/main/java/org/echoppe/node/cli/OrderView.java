package org.echoppe.node.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.echoppe.domain.Money;
import org.echoppe.node.Node;
import org.echoppe.orders.desk.OrderLine;
import org.echoppe.orders.desk.ShopOrder;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.PlacedOrder;

/** An order on the terminal, or as JSON; who ordered is told of one order alone, and never in a list for programs. */
final class OrderView {
    private OrderView() {}

    static String state(ShopOrder order, Session session) {
        return session.texts().get("order.state." + order.state().name());
    }

    static String[] cells(Node node, ShopOrder order, Session session) {
        return new String[] {
            order.reference(),
            state(order, session),
            Moments.text(order.row().due(), session),
            money(order.total(), session),
            node.orders().person(order).map(person -> person.contact().name()).orElse("–")
        };
    }

    private static String money(Money money, Session session) {
        return money.format(session.language().locale());
    }

    static Map<String, Object> json(ShopOrder order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", order.id().value());
        json.put("reference", order.reference());
        json.put("state", order.state().code());
        json.put("received", order.row().receivedAt().toString());
        json.put("due", order.row().due().toString());
        json.put("currency", order.currency().getCurrencyCode());
        json.put("lines", order.lines().stream().map(OrderView::json).toList());
        json.put("fee", order.fee());
        json.put("total", order.total().minorUnits());
        json.put("payment", order.payment().code());
        json.put("paid", order.paid());
        json.put("writtenOff", order.writtenOff());
        json.put("owed", order.owed());
        order.invoice().ifPresent(number -> json.put("invoice", number));
        json.put("creditNotes", order.creditNotes());
        json.put("erased", order.erased());
        return json;
    }

    private static Map<String, Object> json(OrderLine line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", line.name());
        json.put("quantity", line.quantity());
        json.put("accepted", line.accepted());
        json.put("loose", line.loose());
        json.put("unitPrice", line.unitPrice());
        json.put("total", line.total());
        json.put("back", line.back());
        return json;
    }

    static void show(Node node, ShopOrder order, Session session) {
        var person = node.orders().person(order);
        if (session.json()) {
            var json = json(order);
            person.ifPresent(one -> json.put("shopper", shopper(one)));
            session.answer(json);
            return;
        }
        var table = new Table();
        row(table, session, "reference", order.reference());
        row(table, session, "state", state(order, session));
        row(table, session, "received", Moments.text(order.row().receivedAt(), session));
        row(table, session, "due", Moments.text(order.row().due(), session));
        if (person.isPresent()) {
            row(table, session, "shopper", contact(person.get()));
            row(table, session, "place", place(person.get(), session));
            row(table, session, "note", person.get().note());
        } else {
            row(table, session, "shopper", session.texts().get("order.shopper.erased"));
        }
        int number = 1;
        for (var line : order.lines()) {
            table.row(Integer.toString(number++), goods(line, order, session));
        }
        row(table, session, "fee", order.fee() == 0 ? "" : money(new Money(order.fee(), order.currency()), session));
        row(table, session, "total", money(order.total(), session));
        row(
                table,
                session,
                "payment",
                session.texts().get("order.payment." + order.payment().name()));
        row(
                table,
                session,
                "paid",
                session.texts().get(order.paid() ? "yes" : order.writtenOff() ? "order.paid.never" : "no"));
        row(table, session, "owed", order.owed() == 0 ? "" : money(new Money(order.owed(), order.currency()), session));
        row(table, session, "papers", String.join(", ", order.papers()));
        table.print(session.output());
    }

    private static void row(Table table, Session session, String key, String text) {
        if (!text.isEmpty()) {
            table.row(session.texts().get("order." + key), text);
        }
    }

    private static String goods(OrderLine line, ShopOrder order, Session session) {
        var words = new ArrayList<String>();
        words.add(amount(line) + " × " + line.name());
        words.add(money(new Money(line.total(), order.currency()), session));
        if (line.accepted() < line.quantity()) {
            words.add(session.texts().get("order.line.asked", line.quantity()));
        }
        if (line.back()) {
            words.add(session.texts().get("order.line.back"));
        }
        return String.join(" · ", words);
    }

    private static String amount(OrderLine line) {
        return line.measure()
                .map(measure -> java.math.BigDecimal.valueOf(line.accepted(), 3)
                                .stripTrailingZeros()
                                .toPlainString() + " " + measure.unit().code())
                .orElseGet(() -> Long.toString(line.accepted()));
    }

    private static String contact(PlacedOrder person) {
        var contact = person.contact();
        return String.join(
                " · ",
                Stream.of(contact.name(), contact.phone(), contact.email())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String place(PlacedOrder person, Session session) {
        return switch (person.fulfilment()) {
            case Fulfilment.Pickup(var from, var to) ->
                session.texts().get("order.pickup", Moments.text(from, session), Moments.text(to, session));
            case Fulfilment.Delivery(var address) ->
                session.texts()
                        .get(
                                "order.delivery",
                                String.join(
                                        ", ",
                                        List.of(
                                                address.street(),
                                                address.postalCode() + " " + address.locality(),
                                                address.country())));
        };
    }

    private static Map<String, Object> shopper(PlacedOrder person) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", person.contact().name());
        json.put("phone", person.contact().phone());
        json.put("email", person.contact().email());
        json.put("note", person.note());
        switch (person.fulfilment()) {
            case Fulfilment.Pickup(var from, var to) ->
                json.put("pickup", Map.of("from", from.toString(), "to", to.toString()));
            case Fulfilment.Delivery(var address) ->
                json.put(
                        "delivery",
                        Map.of(
                                "street", address.street(),
                                "postalCode", address.postalCode(),
                                "locality", address.locality(),
                                "country", address.country()));
        }
        return json;
    }
}
