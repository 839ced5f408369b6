package org.echoppe.catalogue;

import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.records.Price;
import org.echoppe.store.SettingStore;

/** The rules for orders as a form writes them; an emptied field means what is usual. */
final class OrderRuleFields {
    private static final Set<ShopField> ALL = EnumSet.copyOf(OrderRules.NAMES.keySet());

    private final Currency currency;
    private final char decimal;

    OrderRuleFields(Currency currency, char decimal) {
        this.currency = currency;
        this.decimal = decimal;
    }

    String text(OrderRules rules, ShopField field) {
        return switch (field) {
            case ORDERS_AUTO -> rules.byItself() ? "1" : "0";
            case ORDERS_PER_HOUR -> Integer.toString(rules.perHour());
            case ORDERS_PER_RELAY -> Integer.toString(rules.perRelay());
            case ORDERS_UP_TO -> ZoneFields.amount(rules.upTo(), currency, decimal);
            case ORDERS_KEEP_DAYS -> Integer.toString(rules.keepDays());
            default -> throw new IllegalArgumentException(field + " is no rule for orders");
        };
    }

    /** Finds what is wrong in the fields that are mentioned. */
    void check(Map<ShopField, String> texts, List<Problem> problems) {
        for (var field : ALL) {
            var text = texts.getOrDefault(field, "").strip();
            if (!text.isEmpty()) {
                kept(field, text, problems);
            }
        }
    }

    /** Keeps the fields that are mentioned, which were checked. */
    void keep(Map<ShopField, String> texts, SettingStore settings) {
        for (var field : ALL) {
            var text = texts.get(field);
            var name = OrderRules.NAMES.getOrDefault(field, "");
            if (text != null && text.isBlank()) {
                settings.remove(name);
            } else if (text != null) {
                kept(field, text.strip(), new java.util.ArrayList<>()).ifPresent(value -> settings.put(name, value));
            }
        }
    }

    /** What is kept of a text. */
    private Optional<String> kept(ShopField field, String text, List<Problem> problems) {
        return switch (field) {
            case ORDERS_AUTO -> {
                var said = Words.yesOrNo(text);
                if (said.isEmpty()) {
                    problems.add(Problem.of(field.key(), Fault.NOT_YES_OR_NO, text));
                }
                yield said.map(yes -> Boolean.toString(yes));
            }
            case ORDERS_UP_TO -> amount(field, text, problems);
            case ORDERS_KEEP_DAYS -> number(field, text, OrderRules.LEAST_DAYS, OrderRules.MOST_DAYS, problems);
            default -> number(field, text, 1, OrderRules.MOST_AN_HOUR, problems);
        };
    }

    private Optional<String> amount(ShopField field, String text, List<Problem> problems) {
        var amount = PriceText.parse(text, currency, decimal)
                .map(Money::minorUnits)
                .filter(value -> value >= 0 && value <= Price.MOST);
        if (amount.isEmpty()) {
            problems.add(Problem.of(field.key(), Fault.NOT_A_PRICE, text));
        }
        return amount.map(value -> Long.toString(value));
    }

    private static Optional<String> number(ShopField field, String text, int least, int most, List<Problem> problems) {
        if (!text.matches("\\d{1,6}")) {
            problems.add(Problem.of(field.key(), Fault.NOT_A_NUMBER, text));
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            problems.add(Problem.of(field.key(), Fault.OUT_OF_RANGE, least, most));
            return Optional.empty();
        }
        return Optional.of(Integer.toString(number));
    }
}
