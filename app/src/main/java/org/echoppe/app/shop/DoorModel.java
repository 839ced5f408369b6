package org.echoppe.app.shop;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.catalogue.DateText;
import org.echoppe.catalogue.ShopForm;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Geo;
import org.echoppe.records.OpeningTimes;
import org.echoppe.records.OpeningTimes.Span;
import org.echoppe.records.Pickup;
import org.echoppe.records.PickupSlots;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopStatus;
import org.jspecify.annotations.Nullable;

/** The shop's door: open or not as the form says it, the slots that follow, and the switch for holidays. */
public final class DoorModel {
    /** How far ahead slots are shown. */
    private static final int DAYS = 7;

    /**
     * The door as it would be if the form were saved.
     *
     * @param now by the shop's clock
     * @param open until when, where it is
     * @param next when it opens next
     * @param slots the first ones, in order; empty where the shop offers no pick-up
     * @param position where the shop is, as far as it can be read
     */
    public record Door(
            ZonedDateTime now,
            boolean hasHours,
            ShopStatus status,
            Optional<Span> open,
            Optional<Span> next,
            List<Span> slots,
            Optional<Geo> position) {}

    private final FormModel form;
    private final Clock clock;
    private final Background background;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<@Nullable Door> door = new ReadOnlyObjectWrapper<>();
    private final StringProperty lastDay = new SimpleStringProperty("");
    private ShopStatus status = ShopStatus.OPEN;

    DoorModel(FormModel form, Background background, Clock clock) {
        this.form = form;
        this.background = background;
        this.clock = clock;
        form.fields().stream()
                .filter(field -> ShopSection.HOURS.holds(field)
                        || ShopSection.CLOSINGS.holds(field)
                        || ShopSection.PICKUP.holds(field)
                        || ShopSection.ADDRESS.holds(field))
                .forEach(field -> form.text(field).addListener((property, before, now) -> lookSoon()));
    }

    void know(ShopStatus now, Language language) {
        status = now.on(today());
        lastDay.set(status.until()
                .map(open -> DateText.format(open.minusDays(1), language))
                .orElse(""));
        look();
    }

    /** Filling a form changes many fields at once, and the door is looked at once. */
    private void lookSoon() {
        if (looking.compareAndSet(false, true)) {
            background.deliver(this::look);
        }
    }

    private void look() {
        looking.set(false);
        var preview = ShopForm.preview(form.values(), status);
        var zone = ShopClock.zone(preview.address(), clock.getZone());
        var now = clock.instant().atZone(zone);
        door.set(new Door(
                now,
                !preview.times().week().isEmpty(),
                status,
                preview.times().at(now),
                preview.times().after(now),
                preview.pickup()
                        .map(pickup -> slots(preview.times(), pickup, now))
                        .orElse(List.of()),
                preview.position()));
    }

    private static List<Span> slots(OpeningTimes times, Pickup pickup, ZonedDateTime now) {
        return PickupSlots.of(times, pickup, now.getZone(), now.toInstant(), DAYS);
    }

    private LocalDate today() {
        return clock.instant().atZone(clock.getZone()).toLocalDate();
    }

    /**
     * Closed from now on, to the last day typed or until further notice.
     *
     * @throws Rejected for what is no day, or is over
     */
    ShopStatus closed() {
        String typed = lastDay.get().strip();
        if (typed.isEmpty()) {
            return new ShopStatus(ShopStatus.State.CLOSED, Optional.empty());
        }
        var last = DateText.parse(typed)
                .orElseThrow(() -> new Rejected(List.of(Problem.of("last-day", Fault.NOT_A_DATE, typed))));
        if (last.isBefore(today())) {
            throw new Rejected(List.of(Problem.of("last-day", Fault.DAY_IS_PAST)));
        }
        return new ShopStatus(ShopStatus.State.CLOSED, Optional.of(last.plusDays(1)));
    }

    ShopStatus status() {
        return status;
    }

    /** Writes the hours of one day on others. */
    public void copyHours(DayOfWeek from, Collection<DayOfWeek> to) {
        String hours = form.text(ShopForm.hours(from)).get();
        to.forEach(day -> form.text(ShopForm.hours(day)).set(hours));
    }

    /** Null until the shop is known. */
    public ReadOnlyObjectProperty<@Nullable Door> doorProperty() {
        return door.getReadOnlyProperty();
    }

    /** The last day of the holidays as it is typed; empty for until further notice. */
    public StringProperty lastDayProperty() {
        return lastDay;
    }
}
