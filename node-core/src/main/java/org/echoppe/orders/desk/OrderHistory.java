package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.ShopperWord;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Event;
import org.echoppe.orders.Noted;
import org.echoppe.orders.OrderStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is held of orders, step by step, for the person who asks for it. */
final class OrderHistory {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final OrderDesk.Parts parts;
    private final OrderBook book;

    OrderHistory(OrderDesk.Parts parts, OrderBook book) {
        this.parts = parts;
        this.book = book;
    }

    /** UTF-8. */
    byte[] json(List<ShopOrder> orders) {
        var json = JSON.createObjectNode();
        json.put("shop", book.shop().name()).put("made", parts.clock().instant().toString());
        var all = json.putArray("orders");
        orders.forEach(order -> add(all.addObject(), order));
        return JSON.writeValueAsString(json).getBytes(UTF_8);
    }

    private void add(ObjectNode json, ShopOrder order) {
        json.put("id", order.id().value())
                .put("reference", order.reference())
                .put("state", order.state().code())
                .put("total", order.total().amount())
                .put("currency", order.currency().getCurrencyCode())
                .put("paid", order.paid());
        var documents = json.putArray("documents");
        order.papers().forEach(documents::add);
        var steps = json.putArray("steps");
        for (long sequence : book.ledgerStore().steps(order.row().id())) {
            parts.ledger()
                    .event(sequence)
                    .filter(noted -> noted.event() instanceof Event.OrderEvent)
                    .ifPresent(noted -> add(steps.addObject(), noted, (Event.OrderEvent) noted.event()));
        }
    }

    private static void add(ObjectNode json, Noted noted, Event.OrderEvent step) {
        json.put("at", noted.when().toString()).put("step", step.step());
        step.detail().text(OrderStep.STATE).ifPresent(state -> json.put("state", state));
        boolean bill = step.step().equals(OrderStep.INVOICED) || step.step().equals(OrderStep.CREDITED);
        if (!bill && step.personal() instanceof Personal.Known(byte[] bytes)) {
            json.set("content", content(step.step(), new String(bytes, UTF_8)));
        }
    }

    /** The order and the answers are JSON themselves, all else is words. */
    private static JsonNode content(String step, String text) {
        try {
            return switch (step) {
                case OrderStep.PLACED ->
                    JSON.readTree(ShopperWord.parse(text, ShopperWord.ORDER).json());
                case OrderStep.ANSWERED -> JSON.readTree(text);
                default -> JSON.getNodeFactory().stringNode(text);
            };
        } catch (BadEnvelope e) {
            throw new IllegalStateException("an order that was read can't be read", e);
        }
    }
}
