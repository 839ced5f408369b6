package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.echoppe.domain.OrderState;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Event;
import org.echoppe.orders.Noted;
import org.echoppe.orders.OrderStep;
import org.echoppe.repo.Ipld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a story of the journal's entries about one order: what a shopkeeper wants to know, and none of the bookkeeping. */
final class OrderStory {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Happening> story = new ArrayList<>();
    private OrderState state = OrderState.RECEIVED;

    private OrderStory() {}

    /** @param entries in order */
    static List<Happening> of(List<Noted> entries) {
        var told = new OrderStory();
        for (var entry : entries) {
            if (entry.event() instanceof Event.OrderEvent step && !step.step().equals(OrderStep.EARLY)) {
                told.add(entry, step);
            }
        }
        return List.copyOf(told.story);
    }

    private void add(Noted entry, Event.OrderEvent step) {
        var before = state;
        state = OrderState.of(Stored.text(step.detail(), OrderStep.STATE)).orElseThrow();
        switch (step.step()) {
            case OrderStep.PLACED -> happens(entry, Happening.Kind.PLACED, "");
            case OrderStep.MOVED -> kind(step, before).ifPresent(kind -> happens(entry, kind, words(step)));
            case OrderStep.SAID -> {
                if (step.detail().isTrue(OrderStep.CANCEL_ASKED)) {
                    happens(entry, Happening.Kind.ASKED_TO_CANCEL, words(step));
                } else if (step.detail().isTrue(OrderStep.WITHDRAWAL_REFUSED)) {
                    happens(entry, Happening.Kind.WITHDRAWAL_REFUSED, words(step));
                } else if (!words(step).isEmpty()) {
                    happens(entry, Happening.Kind.SAID_BY_SHOPPER, words(step));
                }
            }
            case OrderStep.LOOKED -> happens(entry, Happening.Kind.SEEN, "");
            case OrderStep.ANSWERED -> answered(entry, words(step));
            default -> {
                // what an invoice keeps is on the invoice
            }
        }
    }

    private Optional<Happening.Kind> kind(Event.OrderEvent step, OrderState before) {
        var detail = step.detail();
        if (detail.integer("refunded").isPresent()) {
            return Optional.of(Happening.Kind.REFUNDED);
        }
        if (state != before) {
            return Optional.of(
                    detail.isTrue("byItself")
                            ? Happening.Kind.ACCEPTED_BY_ITSELF
                            : isByShopper(step) ? Happening.Kind.MOVED_BY_SHOPPER : Happening.Kind.MOVED);
        }
        if (detail.isTrue("paid")) {
            return Optional.of(Happening.Kind.PAID);
        }
        if (detail.get(OrderStep.WRITTEN_OFF).isPresent()) {
            return Optional.of(
                    detail.isTrue(OrderStep.WRITTEN_OFF) ? Happening.Kind.WRITTEN_OFF : Happening.Kind.AWAITED_AGAIN);
        }
        if (detail.isTrue(Steps.LESS)) {
            return Optional.of(Happening.Kind.GIVEN_LESS);
        }
        boolean unseen = detail.get(OrderStep.SEEN).equals(Optional.of(new Ipld.Bool(false)));
        return unseen && detail.get("lines").isPresent()
                ? Optional.of(Happening.Kind.WITHDRAWN_IN_PART)
                : Optional.empty();
    }

    /** What the shopper moves, nobody at the shop has looked at yet. */
    private boolean isByShopper(Event.OrderEvent step) {
        return state != OrderState.CHANGED && !step.detail().isTrue(OrderStep.SEEN);
    }

    private static String words(Event.OrderEvent step) {
        return step.personal() instanceof Personal.Known(byte[] bytes) ? new String(bytes, UTF_8) : "";
    }

    private void answered(Noted entry, String reply) {
        var json = reply.isEmpty() ? JSON.createObjectNode() : JSON.readTree(reply);
        var changes =
                json.path("changes").valueStream().map(one -> told(one, json)).toList();
        if (!changes.isEmpty() && !story.isEmpty() && story.getLast().state() == OrderState.CHANGED) {
            var moved = story.removeLast();
            story.add(new Happening(moved.when(), moved.kind(), moved.state(), moved.words(), changes));
        }
        var reason = json.path("reason").stringValue("");
        if (!reason.isEmpty() && !story.isEmpty() && story.getLast().kind() == Happening.Kind.REFUNDED) {
            var paid = story.removeLast();
            story.add(new Happening(paid.when(), paid.kind(), paid.state(), reason, paid.changes()));
        }
        var message = json.path("message").stringValue("");
        if (!message.isEmpty()) {
            happens(entry, Happening.Kind.SAID_BY_SHOP, message);
        }
    }

    private static Happening.Told told(JsonNode change, JsonNode reply) {
        int line = change.path("line").intValue(Change.WHOLE);
        return new Happening.Told(
                line == Change.WHOLE
                        ? ""
                        : reply.path("lines").path(line).path("name").stringValue(""),
                Change.What.valueOf(change.path("what").stringValue("").toUpperCase(Locale.ROOT)),
                change.path("was").stringValue(""),
                change.path("now").stringValue(""));
    }

    private void happens(Noted entry, Happening.Kind kind, String words) {
        story.add(new Happening(entry.when(), kind, state, words, List.of()));
    }
}
