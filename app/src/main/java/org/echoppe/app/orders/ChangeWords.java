package org.echoppe.app.orders;

import java.util.Currency;
import java.util.Locale;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Money;
import org.echoppe.orders.desk.Happening;

/** Why an order was answered "changed", in words. */
final class ChangeWords {
    private final Texts texts;

    ChangeWords(Texts texts) {
        this.texts = texts;
    }

    String say(Happening.Told change, Currency currency) {
        var key = "change." + change.what().name().toLowerCase(Locale.ROOT);
        return switch (change.what()) {
            case PRICE ->
                change.was().isEmpty()
                        ? texts.say(key + ".unknown", change.line(), money(change.now(), currency))
                        : texts.say(key, change.line(), money(change.was(), currency), money(change.now(), currency));
            case STOCK -> texts.say(key, change.line(), change.was(), change.now());
            case TOTAL, MINIMUM -> texts.say(key, money(change.was(), currency), money(change.now(), currency));
            case GONE -> texts.say(key, change.line());
            case CLOSED, SLOT, AREA, TERMS -> texts.say(key);
        };
    }

    private String money(String minorUnits, Currency currency) {
        return new Money(Long.parseLong(minorUnits), currency).format(texts.locale());
    }
}
