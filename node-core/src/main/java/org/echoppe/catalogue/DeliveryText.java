package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.records.DeliveryZone;

/** Delivery zones in one line for the command line: {@code 69001, 690*: 3,50 min 20 offert 50; 5 km: 2}. */
final class DeliveryText {
    private static final String AMOUNT = "([\\d.,]*\\d)";
    private static final Pattern ZONE = Pattern.compile("([^:]+?)\\s*(?::\\s*" + AMOUNT + "?"
            + "(?:\\s*,?\\s*(?:min|minimum|d\u00e8s|from)\\s+" + AMOUNT + ")?"
            + "(?:\\s*,?\\s*(?:offert|offerte|gratuit|free)(?:\\s+(?:d\u00e8s|from))?\\s+" + AMOUNT + ")?)?");

    private DeliveryText() {}

    static List<DeliveryZone> parse(
            String text, Currency currency, char decimal, boolean located, List<Problem> problems) {
        var form = new HashMap<String, String>();
        int row = 0;
        for (String part : text.split("[;\\n]")) {
            if (part.isBlank()) {
                continue;
            }
            var zone = ZONE.matcher(part.strip());
            if (!zone.matches() || ++row > ZoneFields.MOST) {
                problems.add(Problem.of(
                        ShopField.DELIVERY.key(),
                        row > ZoneFields.MOST ? Fault.TOO_MANY : Fault.NOT_A_DELIVERY_ZONE,
                        row > ZoneFields.MOST ? ZoneFields.MOST : part.strip()));
                return List.of();
            }
            put(form, ZoneFields.AREA.of(row), zone.group(1));
            put(form, ZoneFields.FEE.of(row), zone.group(2));
            put(form, ZoneFields.MINIMUM.of(row), zone.group(3));
            put(form, ZoneFields.FREE.of(row), zone.group(4));
        }
        var found = new ArrayList<Problem>();
        var zones = ZoneFields.read(form, currency, decimal, located, found);
        found.forEach(
                problem -> problems.add(new Problem(ShopField.DELIVERY.key(), problem.fault(), problem.arguments())));
        return zones;
    }

    private static void put(Map<String, String> form, String field, @org.jspecify.annotations.Nullable String text) {
        form.put(field, text == null ? "" : text);
    }

    static String format(List<DeliveryZone> zones, Currency currency, char decimal, Language language) {
        return zones.stream()
                .map(zone -> AreaText.format(zone) + ": " + ZoneFields.amount(zone.fee(), currency, decimal)
                        + (zone.minimum() == 0 ? "" : " min " + ZoneFields.amount(zone.minimum(), currency, decimal))
                        + (zone.freeFrom() == 0
                                ? ""
                                : (language == Language.EN ? " free " : " offert ")
                                        + ZoneFields.amount(zone.freeFrom(), currency, decimal)))
                .collect(Collectors.joining("; "));
    }
}
