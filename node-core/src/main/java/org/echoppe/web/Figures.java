package org.echoppe.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.search.Label;
import org.echoppe.web.view.Texts;
import org.jspecify.annotations.Nullable;

/** Numbers, prices and moments as people of one language write them. */
final class Figures {
    private final Texts texts;
    private final Locale locale;
    private final Clock clock;
    /** For one visit, so for one thread. */
    private @Nullable NumberFormat numbers;

    Figures(Texts texts, Clock clock) {
        this.texts = texts;
        this.locale = texts.language().locale();
        this.clock = clock;
    }

    String number(long count) {
        var format = numbers == null ? NumberFormat.getIntegerInstance(locale) : numbers;
        numbers = format;
        return format.format(count);
    }

    org.echoppe.web.view.Price price(Price price, Measure measure) {
        var money = price.asPaid().money();
        return price(money.format(locale), unitPrice(money, measure), price);
    }

    /** « 28,90 €/kg » alone: of goods sold by weight nobody pays the price of the whole measure. */
    org.echoppe.web.view.Price loose(Price price, Measure measure) {
        return price(loose(price.asPaid().money(), measure), "", price);
    }

    private String loose(Money money, Measure measure) {
        var each = unitPrice(money, measure);
        return each.isEmpty() ? money.format(locale) : each;
    }

    org.echoppe.web.view.Price price(Price price) {
        return price(price.asPaid().money().format(locale), "", price);
    }

    /** « dès 12 € » of the cheapest, which is of this price. */
    org.echoppe.web.view.Price from(Price price) {
        return price(from(price.asPaid().money()), "", price);
    }

    private org.echoppe.web.view.Price price(String amount, String unit, Price price) {
        boolean paid = price.asPaid().vatIncluded();
        return new org.echoppe.web.view.Price(amount, unit, plus(!paid), paid ? vat(price) : "");
    }

    private String plus(boolean vat) {
        return vat ? texts.say("price.vat.excluded") : "";
    }

    /** « dès 12 € » where other kinds cost more: then no one price of the unit holds either. */
    org.echoppe.web.view.Price price(Label label, Money money) {
        String plus = plus(label.plusVat());
        if (label.from()) {
            return new org.echoppe.web.view.Price(from(money), "", plus, "");
        }
        var measure = label.measure();
        if (label.loose() && measure != null) {
            return new org.echoppe.web.view.Price(loose(money, measure), "", plus, "");
        }
        return new org.echoppe.web.view.Price(
                money.format(locale), measure == null ? "" : unitPrice(money, measure), plus, "");
    }

    /** « dès 12 € » */
    String from(Money money) {
        return texts.say("price.from", money.format(locale));
    }

    /** « 450 m », « 2,3 km », « 14 km »: no more exact than it is useful. */
    String distance(float metres) {
        if (metres < 1_000) {
            return texts.say("distance.m", Math.max(50, Math.round(metres / 50) * 50));
        }
        double kilometres = metres / 1_000.0;
        return texts.say("distance.km", kilometres < 10 ? Math.round(kilometres * 10) / 10.0 : Math.round(kilometres));
    }

    /** « 7,80 €/kg »; the price of the unit, rounded half up to the smallest coin. */
    private String unitPrice(Money money, Measure measure) {
        return measure.unitPrice(money)
                .map(perUnit -> texts.say("price.per." + measure.unit().code(), perUnit.format(locale)))
                .orElse("");
    }

    private String vat(Price price) {
        if (price.vatRate().isEmpty()) {
            return texts.say("price.vat.included");
        }
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        var rate = format.format(BigDecimal.valueOf(price.vatRate().getAsInt(), 4));
        return texts.say("price.vat.included.rate", rate);
    }

    /** « il y a 3 min »; what a clock that runs ahead signed counts as just now. */
    String ago(Instant then) {
        var age = Duration.between(then, clock.instant());
        if (age.toSeconds() < 60) {
            return texts.say("ago.now");
        }
        if (age.toMinutes() < 60) {
            return texts.say("ago.minutes", age.toMinutes());
        }
        return age.toHours() < 48 ? texts.say("ago.hours", age.toHours()) : texts.say("ago.days", age.toDays());
    }

    /** « depuis 14 h 05 » today, « depuis le 20 novembre » before, by the clock of this node. */
    String since(Instant then) {
        var zone = clock.getZone();
        var day = LocalDate.ofInstant(then, zone);
        return day.equals(LocalDate.now(clock))
                ? texts.say("since.today", time(LocalTime.ofInstant(then, zone)))
                : texts.say("since.day", day(day));
    }

    /** « 8 h 15 » in French, 8:15 am in English. */
    String time(LocalTime time) {
        String pattern = texts.say(time.getMinute() == 0 ? "time.full" : "time.minutes");
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }

    /** The day and month, with the year when it is another one. */
    String day(LocalDate day) {
        boolean thisYear = day.getYear() == LocalDate.now(clock).getYear();
        String written = DateTimeFormatter.ofPattern(texts.say(thisYear ? "day" : "day.year"), locale)
                .format(day);
        boolean first = day.getDayOfMonth() == 1 && texts.language() == Language.FR;
        return first ? written.replaceFirst("^1 ", "1er ") : written;
    }

    /** A moment to the second, with its zone: for the curious. */
    String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(texts.say("moment"), locale).format(instant.atZone(zone()));
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
