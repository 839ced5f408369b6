package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.echoppe.domain.Language;
import org.echoppe.records.Address;
import org.echoppe.records.Closing;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.web.view.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static OpenHours hours(ShopProfile shop, ZonedDateTime now) {
        var texts = new Texts(Language.FR);
        return new OpenHours(texts, new Figures(texts, Clock.fixed(now.toInstant(), now.getZone())), shop, now);
    }

    private static String words(ShopProfile shop, String moment) {
        var now = ZonedDateTime.parse(moment + ":00+01:00[Europe/Paris]");
        return Objects.requireNonNull(hours(shop, now).now()).words().replace('\u00a0', ' ');
    }

    private static OpeningHours span(DayOfWeek from, DayOfWeek to, String opens, String closes) {
        return new OpeningHours(EnumSet.range(from, to), LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static ShopProfile shop(OpeningHours... hours) {
        return ShopProfile.blank().withOpeningHours(List.of(hours));
    }

    /** 2026-11-19 is a Thursday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-19T06:59, 'Fermé, ouvre à 7 h'",
        "2026-11-19T07:00, Ouvert jusqu’à 13 h",
        "2026-11-19T12:59, Ouvert jusqu’à 13 h",
        "2026-11-19T13:00, 'Fermé, ouvre à 15 h 30'",
        "2026-11-19T19:00, 'Fermé, ouvre demain à 7 h'",
        "2026-11-21T20:00, 'Fermé, ouvre lundi à 7 h'",
        "2026-11-22T10:00, 'Fermé, ouvre demain à 7 h'",
    })
    void aShopWithALunchBreak(String moment, String words) {
        var shop = shop(
                span(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "15:30", "19:00"),
                span(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "07:00", "13:00"));
        assertThat(words(shop, moment)).isEqualTo(words);
    }

    @Test
    void allHoursOfTodayAreNamed() {
        var shop = shop(
                span(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "15:30", "19:00"),
                span(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "07:00", "13:00"));
        assertThat(today(shop, "2026-11-19T08:00")).isEqualTo("Aujourd’hui : 7 h – 13 h, 15 h 30 – 19 h");
        assertThat(today(shop, "2026-11-22T08:00")).as("Sunday").isNull();
        assertThat(today(
                        shop.withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.empty())), "2026-11-19T08:00"))
                .isNull();
        var machine = shop(span(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00", "00:00"));
        assertThat(today(machine, "2026-11-19T08:00"))
                .as("there is nothing to name")
                .isNull();
    }

    private static @Nullable String today(ShopProfile shop, String moment) {
        var now = ZonedDateTime.parse(moment + ":00+01:00[Europe/Paris]");
        String today = hours(shop, now).today();
        return today == null ? null : today.replace('\u00a0', ' ');
    }

    @Test
    void aBarIsStillOpenAfterMidnight() {
        var bar = shop(span(DayOfWeek.SATURDAY, DayOfWeek.SATURDAY, "18:00", "02:00"));
        assertThat(words(bar, "2026-11-22T01:30")).isEqualTo("Ouvert jusqu’à 2 h");
        assertThat(words(bar, "2026-11-22T02:00")).isEqualTo("Fermé, ouvre samedi à 18 h");
    }

    @Test
    void whoNeverClosesIsOpen() {
        var machine = shop(span(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00", "00:00"));
        assertThat(words(machine, "2026-11-22T03:00")).isEqualTo("Ouvert");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28T12:00:00+02:00", "2027-10-31T12:00:00+01:00"})
    void whoNeverClosesIsOpenOnADayOfTwentyThreeHoursAndOnOneOfTwentyFive(String moment) {
        var now = ZonedDateTime.parse(moment + "[Europe/Paris]");
        var machine = hours(shop(span(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00", "00:00")), now);
        assertThat(Objects.requireNonNull(machine.now()).words()).isEqualTo("Ouvert");
        assertThat(machine.today()).isNull();
        var nearly = hours(shop(span(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00", "23:30")), now);
        assertThat(nearly.today()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "98800, FR, Pacific/Noumea",
        "98714, FR, Pacific/Tahiti",
        "98600, FR, Pacific/Wallis",
        "97400, FR, Indian/Reunion",
        "98800, NC, Pacific/Noumea",
        "97133, BL, America/St_Barthelemy",
        "98000, MC, Europe/Monaco",
        "69001, FR, Europe/Paris",
        "1000, BG, Europe/Sofia",
        "20000, MA, Africa/Casablanca",
        "28001, ES, Europe/Paris",
    })
    void theAddressTellsTheZoneWhereThereIsButOne(String postcode, String country, String zone) {
        assertThat(ShopClock.zone(Optional.of(new Address("", postcode, "", country)), PARIS))
                .isEqualTo(ZoneId.of(zone));
    }

    @Test
    void anAnnouncedClosingCountsMoreThanTheWeek() {
        var shop = shop(span(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "08:00", "18:00"))
                .withClosedOn(List.of(new Closing(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 20), "congés")));
        assertThat(words(shop, "2026-11-19T10:00")).isEqualTo("Fermé, ouvre samedi à 8 h");
        var now = ZonedDateTime.parse("2026-11-18T10:00:00+01:00[Europe/Paris]");
        assertThat(hours(shop, now).notice()).isEqualTo("Fermé du 19 novembre au 20 novembre\u00a0: congés");
    }

    @Test
    void aShopThatSaysItIsClosedIsClosed() {
        var shop = shop(span(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "08:00", "18:00"))
                .withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.of(2027, 1, 1))));
        assertThat(words(shop, "2026-11-19T10:00")).isEqualTo("Fermé, rouvre le 1er janvier 2027");
    }

    @Test
    void theShopsOwnClockDecides() {
        var shop = shop(span(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "08:00", "18:00"));
        var london = shop.withAddress(new Address("", "", "London", "GB"));
        var now = ZonedDateTime.of(2026, 11, 19, 18, 30, 0, 0, PARIS);
        assertThat(Objects.requireNonNull(hours(shop, now).now()).words()).startsWith("Fermé");
        assertThat(Objects.requireNonNull(hours(london, now).now()).words()).startsWith("Ouvert");
    }

    @Test
    void aShopThatSaysNothingIsNeitherOpenNorClosed() {
        var now = ZonedDateTime.of(2026, 11, 19, 12, 0, 0, 0, PARIS);
        assertThat(hours(ShopProfile.blank(), now).now()).isNull();
        assertThat(hours(ShopProfile.blank(), now).week()).isEmpty();
    }

    @Test
    void daysOfTheSameHoursShareALine() {
        var shop = shop(span(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, "09:00", "18:00"));
        var week =
                hours(shop, ZonedDateTime.of(2026, 11, 19, 12, 0, 0, 0, PARIS)).week();
        assertThat(week)
                .extracting(line -> line.days())
                .containsExactly("lundi", "mardi – vendredi", "samedi – dimanche");
        assertThat(week).extracting(line -> line.today()).containsExactly(false, true, false);
    }
}
