package org.echoppe.web;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.echoppe.domain.Money;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.OpeningTimes;
import org.echoppe.records.Pickup;
import org.echoppe.records.PickupSlots;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Line;

/** How one gets goods from a shop, and how one pays, in words. */
final class Handover {
    /** How far ahead the first slot is looked for. */
    private static final int DAYS = 14;

    /** So many postcodes of a zone are written out. */
    private static final int CODES = 12;

    private final Visit visit;
    private final ShopProfile shop;
    private final Currency currency;
    private final List<Line> lines = new ArrayList<>();

    private Handover(Visit visit, ShopProfile shop) {
        this.visit = visit;
        this.shop = shop;
        this.currency = shop.currency().orElse(Money.EUR);
    }

    static List<Line> of(Visit visit, ShopProfile shop) {
        var handover = new Handover(visit, shop);
        shop.pickup().ifPresent(handover::pickup);
        shop.deliveryZones().forEach(handover::delivery);
        var ways = new ArrayList<>(shop.paymentsInShop());
        if (shop.transfer().isPresent()) {
            ways.add(visit.say("shop.transfer"));
        }
        handover.add("check", "shop.payments", String.join(", ", ways));
        return List.copyOf(handover.lines);
    }

    private void add(String icon, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(new Line(icon, visit.say(label), new Foreign(text, null), null));
        }
    }

    private void pickup(Pickup pickup) {
        var clock = visit.clock();
        var zone = ShopClock.zone(shop.address(), clock.getZone());
        String words = PickupSlots.of(OpeningTimes.of(shop), pickup, zone, clock.instant(), DAYS).stream()
                .findFirst()
                .map(slot -> visit.say(
                        "pickup.from", moment(slot.from(), clock.instant().atZone(zone))))
                .orElseGet(() -> visit.say("pickup"));
        add("package", "pickup.label", words);
    }

    private String moment(ZonedDateTime then, ZonedDateTime now) {
        String time = visit.figures().time(then.toLocalTime());
        long ahead = ChronoUnit.DAYS.between(now.toLocalDate(), then.toLocalDate());
        return ahead == 0
                ? visit.say("pickup.today", time)
                : ahead == 1
                        ? visit.say("pickup.tomorrow", time)
                        : visit.say("pickup.day", visit.figures().day(then.toLocalDate()), time);
    }

    private void delivery(DeliveryZone zone) {
        var words = new StringBuilder(
                zone.radiusMetres() > 0
                        ? visit.say("delivery.radius", kilometres(zone.radiusMetres()))
                        : visit.say("delivery.codes", codes(zone.postalCodes())));
        words.append(zone.fee() == 0 ? visit.say("delivery.free") : visit.say("delivery.fee", money(zone.fee())));
        if (zone.fee() > 0 && zone.freeFrom() > 0) {
            words.append(visit.say("delivery.free.from", money(zone.freeFrom())));
        }
        if (zone.minimum() > 0) {
            words.append(visit.say("delivery.minimum", money(zone.minimum())));
        }
        add("pin", "delivery.label", words.toString());
    }

    private static String codes(List<String> codes) {
        String first = codes.stream().limit(CODES).collect(Collectors.joining(", "));
        return codes.size() > CODES ? first + " …" : first;
    }

    private static double kilometres(int metres) {
        return metres / 1000.0;
    }

    private String money(long minorUnits) {
        return new Money(minorUnits, currency).format(visit.texts().language().locale());
    }
}
