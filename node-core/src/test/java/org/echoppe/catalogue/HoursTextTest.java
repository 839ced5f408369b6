package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import org.echoppe.domain.Language;
import org.echoppe.records.OpeningHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTest {
    @Test
    void theHoursOnADoorAreRead() {
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var saturday = EnumSet.of(DayOfWeek.SATURDAY);
        assertThat(HoursText.parse("lu-ve 9:00-12:30 14:00-19:00, sa 9h-13h").orElseThrow())
                .containsExactly(
                        new OpeningHours(week, LocalTime.of(9, 0), LocalTime.of(12, 30)),
                        new OpeningHours(week, LocalTime.of(14, 0), LocalTime.of(19, 0)),
                        new OpeningHours(saturday, LocalTime.of(9, 0), LocalTime.of(13, 0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lu-ve 9:00-12:30 14:00-19:00, sa 9h-13h | lu-ve 09:00-12:30 14:00-19:00, sa 09:00-13:00",
                "Mon-Fri 9:00-17:30; Sat 10:00-13:00 | lu-ve 09:00-17:30, sa 10:00-13:00",
                "lundi au vendredi | ",
                "mardi, jeudi et samedi 8h30-12h | ma je sa 08:30-12:00",
                "ve-lu 18:00-02:00 | lu ve-di 18:00-02:00",
                "lu 9-12 dimanche fermé | lu 09:00-12:00",
                "lu-di 0:00-24:00 | lu-di 00:00-00:00"
            })
    void theyAreShownAsTheyAreReadBack(String typed, String shown) {
        var hours = HoursText.parse(typed);
        assertThat(hours.map(known -> HoursText.format(known, Language.FR)).orElse(null))
                .isEqualTo(shown);
        for (var language : Language.values()) {
            hours.ifPresent(known -> assertThat(HoursText.parse(HoursText.format(known, language)))
                    .contains(known));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:00-12:00",
                "lu",
                "lu 25:00-26:00",
                "xy 9:00-12:00",
                "lu 9:75-12:00",
                "toujours ouvert",
                "lu-ve 9:00"
            })
    void whatNoDoorSaysIsRefused(String typed) {
        assertThat(HoursText.parse(typed)).isEmpty();
    }
}
