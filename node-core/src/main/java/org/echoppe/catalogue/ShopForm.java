package org.echoppe.catalogue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Address;
import org.echoppe.records.Geo;
import org.echoppe.records.OpeningTimes;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a shop as one form, every field still text: fields of {@link ShopField} by their key, the week day by day
 * ({@code hours-mo}), closed days and delivery zones row by row ({@code closing-1-from}, {@code zone-2-fee}).
 */
public final class ShopForm {
    /** Columns of the closed days, and how many rows there can be. */
    public static final List<String> CLOSING_COLUMNS = List.of("from", "to", "reason");

    public static final int CLOSINGS = ClosingFields.MOST;

    /** Columns of the delivery zones, and how many rows there can be. */
    public static final List<String> ZONE_COLUMNS = List.of("area", "fee", "minimum", "free");

    public static final int ZONES = ZoneFields.MOST;

    /** What the form writes in another way, or another part of the window edits. */
    private static final Set<ShopField> ELSEWHERE = EnumSet.of(
            ShopField.LAT,
            ShopField.LON,
            ShopField.OPENING_HOURS,
            ShopField.CLOSED_ON,
            ShopField.DELIVERY,
            ShopField.STATUS,
            ShopField.WEB_URL,
            ShopField.LIMITED_UP_TO);

    /** What a form says about when and where the shop is open, as far as it can be read. */
    public record Preview(
            OpeningTimes times, Optional<Pickup> pickup, Optional<Address> address, Optional<Geo> position) {}

    private ShopForm() {}

    /** Every field there is. */
    public static List<String> fields() {
        return Stream.of(
                        plain().map(ShopField::key),
                        Arrays.stream(DayOfWeek.values()).map(WeekFields::of),
                        Rows.names(ClosingFields.FROM, ClosingFields.TO, ClosingFields.REASON),
                        Rows.names(ZoneFields.AREA, ZoneFields.FEE, ZoneFields.MINIMUM, ZoneFields.FREE))
                .flatMap(names -> names)
                .toList();
    }

    private static Stream<ShopField> plain() {
        return Arrays.stream(ShopField.values()).filter(field -> !ELSEWHERE.contains(field));
    }

    /** The field of the hours of a day. */
    public static String hours(DayOfWeek day) {
        return WeekFields.of(day);
    }

    static Map<String, String> write(ShopProfile profile, ShopDefaults defaults, OrderRules rules, Language language) {
        var form = new HashMap<String, String>();
        plain().forEach(field -> form.put(field.key(), ShopTexts.text(profile, defaults, rules, field, language)));
        form.computeIfPresent(ShopField.VAT.key(), (vat, rate) -> rate.replace('.', decimal(language)));
        WeekFields.write(profile.openingHours(), form);
        ClosingFields.write(profile.closedOn(), language, form);
        ZoneFields.write(profile.deliveryZones(), defaults.currency(), decimal(language), form);
        return form;
    }

    /** @throws Rejected with every problem, by field of the form */
    static ShopProfile read(ShopProfile before, Map<String, String> form) {
        var problems = new ArrayList<Problem>();
        var profile = before.withOpeningHours(WeekFields.read(form, problems))
                .withClosedOn(ClosingFields.read(form, problems))
                .withDeliveryZones(ZoneFields.read(
                        form,
                        currency(before, form),
                        decimal(Language.of(form.getOrDefault(ShopField.LANG.key(), before.lang()))),
                        !form.getOrDefault(ShopField.POSITION.key(), "").isBlank(),
                        problems));
        return new ShopReader(texts(form), problems).read(profile);
    }

    static Map<ShopField, String> texts(Map<String, String> form) {
        var texts = new EnumMap<ShopField, String>(ShopField.class);
        plain().filter(field -> form.containsKey(field.key()))
                .forEach(field -> texts.put(field, form.getOrDefault(field.key(), "")));
        return texts;
    }

    private static char decimal(Language language) {
        return language == Language.EN ? '.' : ',';
    }

    private static Currency currency(ShopProfile before, Map<String, String> form) {
        try {
            return Currency.getInstance(
                    form.getOrDefault(ShopField.CURRENCY.key(), "").strip());
        } catch (IllegalArgumentException e) {
            return before.currency().orElse(Money.EUR);
        }
    }

    /** When the shop would be open if this form were saved; what cannot be read is left out. */
    public static Preview preview(Map<String, String> form, ShopStatus status) {
        var ignored = new ArrayList<Problem>();
        var times = new OpeningTimes(WeekFields.read(form, ignored), ClosingFields.read(form, ignored), status);
        var lead = minutes(form, ShopField.PICKUP_LEAD_MINUTES);
        var slot = minutes(form, ShopField.PICKUP_SLOT_MINUTES);
        return new Preview(
                times,
                lead == null && slot == null
                        ? Optional.empty()
                        : Optional.of(new Pickup(lead == null ? 0 : lead, slot == null ? 0 : slot)),
                Optional.of(new Address(
                        "",
                        form.getOrDefault(ShopField.POSTAL_CODE.key(), "").strip(),
                        "",
                        form.getOrDefault(ShopField.COUNTRY.key(), "").strip())),
                PositionText.parse(form.getOrDefault(ShopField.POSITION.key(), "")));
    }

    private static @Nullable Integer minutes(Map<String, String> form, ShopField field) {
        String text = form.getOrDefault(field.key(), "").strip();
        return text.matches("\\d{1,5}") ? Integer.valueOf(text) : null;
    }
}
