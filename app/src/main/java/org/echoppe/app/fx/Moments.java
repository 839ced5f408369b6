package org.echoppe.app.fx;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says when something was, as people say it: « il y a 3 s », « à 14:05 », « hier à 19:02 ». */
public final class Moments {
    /** What is further ahead than this was dated by a clock that was wrong then, or is now. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Texts texts;
    private final Clock clock;

    public Moments(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** For what was done: « il y a 3 s ». */
    public String ago(Instant then) {
        if (isAhead(then)) {
            return texts.say("moment.ahead");
        }
        var age = Duration.between(then, clock.instant());
        if (age.toSeconds() < 2) {
            return texts.say("moment.now");
        }
        if (age.toSeconds() < 60) {
            return texts.say("moment.seconds", age.toSeconds());
        }
        if (age.toMinutes() < 60) {
            return texts.say("moment.minutes", age.toMinutes());
        }
        return at("moment", then);
    }

    /** Whether it was dated in what is still to come. */
    public boolean isAhead(Instant then) {
        return then.isAfter(clock.instant().plus(AHEAD));
    }

    /** For what lasts: « depuis 14:05 ». */
    public String since(Instant then) {
        return at("since", then);
    }

    private String at(String key, Instant then) {
        var moment = ZonedDateTime.ofInstant(then, clock.getZone());
        var today = ZonedDateTime.now(clock).toLocalDate();
        var time = DateTimeFormatter.ofPattern("HH:mm", texts.locale()).format(moment);
        if (moment.toLocalDate().equals(today)) {
            return texts.say(key + ".today", time);
        }
        if (moment.toLocalDate().equals(today.minusDays(1))) {
            return texts.say(key + ".yesterday", time);
        }
        var day = key.equals("since") ? brief(moment) : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        return texts.say(key + ".date", day.withLocale(texts.locale()).format(moment));
    }

    /** In a list there is little room: no year where it is this one. */
    private DateTimeFormatter brief(ZonedDateTime moment) {
        return moment.getYear() == ZonedDateTime.now(clock).getYear()
                ? DateTimeFormatter.ofPattern("d MMM")
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
    }
}
