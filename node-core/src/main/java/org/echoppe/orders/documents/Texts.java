package org.echoppe.orders.documents;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.records.Measure;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;

/** The words, numbers and dates of a document in the shop's language, from {@code texts_fr.properties} and {@code texts_en.properties}. */
record Texts(Language language) {
    private static final int THOUSANDTHS = 1_000;

    static Texts of(ShopProfile shop) {
        return new Texts(Language.of(shop.lang()));
    }

    /**
     * The sentence of that name, its {0}, {1} … filled in.
     *
     * @throws java.util.MissingResourceException when no language has it
     */
    String say(String key, Object... arguments) {
        return new MessageFormat(pattern(key), language.locale()).format(arguments);
    }

    private String pattern(String key) {
        return ResourceBundle.getBundle("org.echoppe.orders.documents.texts", language.locale())
                .getString(key);
    }

    /** How something was paid: a known word (cash, card …) in this language, else as it was typed. */
    String how(String how) {
        return known("how." + how, how);
    }

    /** Why something was taken back: a known word (withdrawn) in this language, else as it was typed. */
    String why(String why) {
        return known("why." + why, why);
    }

    private String known(String key, String otherwise) {
        var bundle = ResourceBundle.getBundle("org.echoppe.orders.documents.texts", language.locale());
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    String money(Money money) {
        return money.format(language.locale());
    }

    /**
     * « 5,5 % ».
     *
     * @param rate in basis points
     */
    String rate(int rate) {
        return say("rate", number(BigDecimal.valueOf(rate, 2).stripTrailingZeros()));
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern("date"), language.locale()).format(day);
    }

    String date(Instant at, ZoneId zone) {
        return date(at.atZone(zone).toLocalDate());
    }

    String weekday(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern("weekday"), language.locale())
                .withZone(zone)
                .format(at);
    }

    String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern("time"), language.locale())
                .withZone(zone)
                .format(at);
    }

    /** « 2 », « 0,350 kg ». */
    String quantity(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Pieces(long count) -> number(BigDecimal.valueOf(count));
            case Quantity.Loose(long thousandths, Measure priced)
            when priced.unit() == Unit.PIECE ->
                number(BigDecimal.valueOf(thousandths, 3).stripTrailingZeros());
            case Quantity.Loose(long thousandths, Measure priced) ->
                say("quantity", number(BigDecimal.valueOf(thousandths, 3)), unit(priced.unit()));
        };
    }

    /** « 24,00 € », « 24,00 €/kg », « 2,40 €/100 g ». */
    String unitPrice(Money money, Quantity quantity) {
        return quantity instanceof Quantity.Loose(long ignored, Measure priced)
                ? say("price.per", money(money), measure(priced))
                : money(money);
    }

    private String measure(Measure priced) {
        long quantity = priced.quantity();
        if (quantity == THOUSANDTHS) {
            return unit(priced.unit());
        }
        boolean small = quantity < THOUSANDTHS;
        return switch (priced.unit()) {
            case KG -> small ? say("quantity", quantity, "g") : whole(priced);
            case L ->
                small
                        ? say("quantity", number(BigDecimal.valueOf(quantity, 1).stripTrailingZeros()), "cl")
                        : whole(priced);
            case M ->
                small
                        ? say("quantity", number(BigDecimal.valueOf(quantity, 1).stripTrailingZeros()), "cm")
                        : whole(priced);
            case M2, PIECE -> whole(priced);
        };
    }

    private String whole(Measure priced) {
        return say(
                "quantity", number(BigDecimal.valueOf(priced.quantity(), 3).stripTrailingZeros()), unit(priced.unit()));
    }

    private String unit(Unit unit) {
        return say("unit." + unit.code());
    }

    private String number(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** The name of a country, ISO 3166 in two letters. */
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }
}
