package org.echoppe.app.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.echoppe.app.fx.Moments;
import org.echoppe.app.fx.Texts;
import org.echoppe.orders.desk.OrderDesk;
import org.echoppe.orders.desk.ToDo;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.orders.wire.Fulfilment;

/** An order in words: what, when, where it stands. */
final class OrderWords {
    private final Texts texts;
    private final Moments moments;
    private final Clock clock;

    OrderWords(Texts texts, Texts ground, Clock clock) {
        this.texts = texts;
        this.moments = new Moments(ground, clock);
        this.clock = clock;
    }

    String name(OrderEntry order) {
        return order.name().isEmpty() ? texts.say("order.erased") : order.name();
    }

    /** « 2 × Croissant, 1 × Sandwich ». */
    String what(OrderEntry order) {
        return order.goods().stream()
                .map(goods -> Amounts.say(goods.quantity(), goods.measure(), texts) + "\u00a0" + goods.name())
                .collect(Collectors.joining(", "));
    }

    /** « Retrait demain 8:15–8:30 », « Livraison à Lyon ». */
    String way(OrderEntry order) {
        return order.way()
                .map(way -> switch (way) {
                    case Fulfilment.Pickup(var from, var to) -> texts.say("way.pickup", slot(from, to));
                    case Fulfilment.Delivery(var address) -> texts.say("way.delivery.to", address.locality());
                })
                .orElseGet(() -> texts.say(order.delivered() ? "way.delivery" : "way.pickup.erased"));
    }

    /** « Facture F2026-000118 gardée jusqu’au 31 décembre 2036 »; empty where there is none, or the customer is known. */
    Optional<String> kept(OrderEntry order) {
        if (!order.name().isEmpty()) {
            return Optional.empty();
        }
        return order.papers().stream()
                .flatMap(text -> DocumentNumber.parse(text).stream())
                .findFirst()
                .map(bill -> texts.say(
                        "order.kept",
                        bill.text(),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(texts.locale())
                                .format(OrderDesk.keptUntil(bill))));
    }

    private String slot(Instant from, Instant to) {
        var begin = from.atZone(clock.getZone());
        var end = to.atZone(clock.getZone());
        var hour = DateTimeFormatter.ofPattern("H:mm", texts.locale());
        return day(begin) + "\u00a0" + hour.format(begin) + "–" + hour.format(end);
    }

    private String day(ZonedDateTime when) {
        var today = ZonedDateTime.now(clock).toLocalDate();
        var day = when.toLocalDate();
        if (day.equals(today)) {
            return texts.say("day.today");
        }
        if (day.equals(today.plusDays(1))) {
            return texts.say("day.tomorrow");
        }
        return DateTimeFormatter.ofPattern("EEE d MMM", texts.locale()).format(when);
    }

    /** In a list there is little room: a day long past is a short date. */
    String age(OrderEntry order) {
        var came = order.received().atZone(clock.getZone());
        var yesterday = ZonedDateTime.now(clock).toLocalDate().minusDays(1);
        if (!came.toLocalDate().isBefore(yesterday)) {
            return moments.ago(order.received());
        }
        boolean thisYear = came.getYear() == yesterday.getYear();
        return DateTimeFormatter.ofPattern(thisYear ? "d MMM" : "d MMM yyyy", texts.locale())
                .format(came);
    }

    String when(Instant then) {
        return moments.ago(then);
    }

    /** What has to be done next, or what became of it. */
    String state(OrderEntry order) {
        if (order.writtenOff()) {
            return texts.say("state.unpaid");
        }
        if (order.returned()) {
            return texts.say("state.returned");
        }
        return order.todo() == ToDo.NOTHING
                ? texts.say("state." + order.state().code())
                : texts.say("todo." + order.todo().name().toLowerCase(Locale.ROOT));
    }

    /** Of the dot beside it. */
    static String colour(OrderEntry order) {
        return switch (order.todo()) {
            case ANSWER, DECIDE, REFUND -> "wrong";
            case PREPARE, HAND_OVER -> "good";
            case AGREE, COLLECT -> "wait";
            case NOTHING -> "quiet";
        };
    }
}
