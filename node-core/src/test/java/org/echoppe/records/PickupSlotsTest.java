package org.echoppe.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.echoppe.records.OpeningTimes.Span;
import org.junit.jupiter.api.Test;

class PickupSlotsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static OpeningHours daily(String opens, String closes) {
        return new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static OpeningTimes times(OpeningHours... week) {
        return new OpeningTimes(List.of(week), List.of(), ShopStatus.OPEN);
    }

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + ":00+01:00[Europe/Paris]").toInstant();
    }

    private static List<String> words(List<Span> slots) {
        return slots.stream()
                .map(slot -> slot.from().toLocalDateTime() + "/" + slot.to().toLocalTime())
                .toList();
    }

    @Test
    void slotsBeginWhenTheOrderCanBeReadyAndEndBeforeTheDoorIsShut() {
        var slots = PickupSlots.of(
                times(daily("08:00", "09:10"), daily("14:00", "15:00")),
                new Pickup(60, 30),
                PARIS,
                at("2026-11-19T07:20"),
                2);
        assertThat(words(slots))
                .containsExactly(
                        "2026-11-19T08:30/09:00",
                        "2026-11-19T14:00/14:30",
                        "2026-11-19T14:30/15:00",
                        "2026-11-20T08:00/08:30",
                        "2026-11-20T08:30/09:00",
                        "2026-11-20T14:00/14:30",
                        "2026-11-20T14:30/15:00");
    }

    @Test
    void withoutALengthTheRestOfTheOpeningIsOneSlot() {
        var slots = PickupSlots.of(times(daily("08:00", "12:00")), new Pickup(30, 0), PARIS, at("2026-11-19T09:15"), 2);
        assertThat(words(slots)).containsExactly("2026-11-19T09:45/12:00", "2026-11-20T08:00/12:00");
    }

    @Test
    void aNightThatBeganYesterdayStillHasSlots() {
        var slots = PickupSlots.of(times(daily("22:00", "02:00")), new Pickup(0, 60), PARIS, at("2026-11-19T00:30"), 1);
        assertThat(words(slots))
                .containsExactly(
                        "2026-11-19T01:00/02:00",
                        "2026-11-19T22:00/23:00",
                        "2026-11-19T23:00/00:00",
                        "2026-11-20T00:00/01:00",
                        "2026-11-20T01:00/02:00");
    }

    @Test
    void closedDaysAndHolidaysHaveNone() {
        var week = List.of(daily("10:00", "11:00"));
        var closings = List.of(new Closing(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23), ""));
        var away = new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.of(2026, 11, 22)));
        var slots = PickupSlots.of(
                new OpeningTimes(week, closings, away), new Pickup(0, 60), PARIS, at("2026-11-19T00:00"), 6);
        assertThat(words(slots)).containsExactly("2026-11-22T10:00/11:00", "2026-11-24T10:00/11:00");
        var gone = new ShopStatus(ShopStatus.State.CLOSED, Optional.empty());
        assertThat(PickupSlots.of(
                        new OpeningTimes(week, closings, gone), new Pickup(0, 60), PARIS, at("2026-11-19T00:00"), 60))
                .isEmpty();
    }

    /** 2027-03-28, 2 o'clock does not exist; 2026-10-25, it comes twice. */
    @Test
    void aSlotLastsAsLongInTheNightsWhenClocksAreChanged() {
        var night = times(daily("00:00", "05:00"));
        var spring = PickupSlots.of(night, new Pickup(0, 60), PARIS, Instant.parse("2027-03-27T23:00:00Z"), 1);
        var autumn = PickupSlots.of(night, new Pickup(0, 60), PARIS, Instant.parse("2026-10-24T22:00:00Z"), 1);
        assertThat(spring).hasSize(4);
        assertThat(autumn).hasSize(6);
    }

    @Test
    void whateverTheWeekSlotsAreInOrderApartLongEnoughAndWithinOpeningTimes() {
        var random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            var week = new ArrayList<OpeningHours>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                week.add(new OpeningHours(
                        EnumSet.range(DayOfWeek.of(1 + random.nextInt(3)), DayOfWeek.of(3 + random.nextInt(5))),
                        LocalTime.of(random.nextInt(24), random.nextInt(60)),
                        LocalTime.of(random.nextInt(24), random.nextInt(60))));
            }
            // across both nights of changed clocks
            var from = Instant.parse("2026-10-20T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(400_000)));
            var pickup = new Pickup(random.nextInt(2_000), random.nextInt(3) == 0 ? 0 : 5 + random.nextInt(120));
            var zone = ZoneId.of(
                    List.of("Europe/Paris", "Europe/London", "Indian/Reunion").get(random.nextInt(3)));
            var times = times(week.toArray(OpeningHours[]::new));
            var slots = PickupSlots.of(times, pickup, zone, from, 10);
            assertThat(slots).isEqualTo(PickupSlots.of(times, pickup, zone, from, 10));
            for (int i = 0; i < slots.size(); i++) {
                var slot = slots.get(i);
                assertThat(slot.from()).isBefore(slot.to());
                assertThat(Duration.between(from, slot.from()))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(pickup.leadMinutes()));
                if (pickup.slotMinutes() > 0) {
                    assertThat(Duration.between(slot.from(), slot.to()).toMinutes())
                            .isEqualTo(pickup.slotMinutes());
                }
                if (i > 0) {
                    assertThat(slot.from()).isAfterOrEqualTo(slots.get(i - 1).to());
                }
                assertThat(times.at(slot.from())).as("%s in %s", slot, week).isPresent();
                assertThat(times.at(slot.to().minusNanos(1)))
                        .as("%s in %s", slot, week)
                        .isPresent();
            }
        }
    }
}
