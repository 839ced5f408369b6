package org.echoppe.app.orders;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Money;
import org.echoppe.records.Measure;
import org.echoppe.records.Unit;

/** How much of something, as it is typed and said: pieces, or kilos and litres with their decimals. */
final class Amounts {
    private static final int DECIMALS = 3;
    private static final long MOST = 9_999_000;

    private Amounts() {}

    /** « 2 », or « 0,25 » for 250 thousandths. */
    static String typed(long quantity, Optional<Measure> measure, Locale locale) {
        if (measure.isEmpty()) {
            return Long.toString(quantity);
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        format.setGroupingUsed(false);
        return format.format(BigDecimal.valueOf(quantity, DECIMALS));
    }

    /** What was typed, with comma or point; empty where it is no amount. */
    static OptionalLong read(String text, Optional<Measure> measure) {
        var plain = text.strip().replace(',', '.');
        if (!plain.matches("\\d{1,7}(\\.\\d{1,3})?")) {
            return OptionalLong.empty();
        }
        var amount = new BigDecimal(plain);
        var scaled = measure.isPresent() ? amount.movePointRight(DECIMALS) : amount;
        return scaled.stripTrailingZeros().scale() > 0 || scaled.longValue() > MOST
                ? OptionalLong.empty()
                : OptionalLong.of(scaled.longValue());
    }

    /** « 12,50 », as it would be typed. */
    static String typed(Money money, Locale locale) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setGroupingUsed(false);
        return format.format(BigDecimal.valueOf(money.minorUnits(), digits));
    }

    /** An amount of money as it was typed, with comma or point; empty where it is none. */
    static Optional<Money> money(String text, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var plain = text.strip()
                .replace(',', '.')
                .replace("\u00a0", "")
                .replace("\u202f", "")
                .replace(" ", "");
        if (!plain.matches("\\d{1,9}(\\.\\d{1," + Math.max(1, digits) + "})?")) {
            return Optional.empty();
        }
        var minor = new BigDecimal(plain).movePointRight(digits).stripTrailingZeros();
        return minor.scale() > 0 ? Optional.empty() : Optional.of(new Money(minor.longValue(), currency));
    }

    /** « 2 × » or « 0,25 kg », before the name of the goods. */
    static String say(long quantity, Optional<Measure> measure, Texts texts) {
        var amount = typed(quantity, measure, texts.locale());
        return measure.map(whole -> amount + "\u00a0" + unit(whole.unit(), texts))
                .orElse(amount + "\u00a0×");
    }

    /** What a price is for: « /kg », « /100 g »; empty for pieces. */
    static String per(Optional<Measure> measure, Texts texts) {
        return measure.map(whole -> " / "
                        + (whole.quantity() == 1_000 ? "" : typed(whole.quantity(), measure, texts.locale()) + "\u00a0")
                        + unit(whole.unit(), texts))
                .orElse("");
    }

    private static String unit(Unit unit, Texts texts) {
        return texts.say("unit." + unit.code());
    }
}
