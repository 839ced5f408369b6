package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Address;
import org.echoppe.records.Geo;
import org.echoppe.records.Legal;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.jspecify.annotations.Nullable;

/** Makes a profile of what a shopkeeper typed, or finds everything that is wrong with it. One reader, one typing. */
final class ShopReader {
    private static final String STATES = "open, closed, closed until 2027-01-02";

    private final Map<ShopField, String> texts;
    private final List<Problem> problems = new ArrayList<>();

    ShopReader(Map<ShopField, String> texts) {
        this.texts = texts;
    }

    /** @throws Rejected with every problem */
    ShopProfile read(ShopProfile before) {
        var profile = before;
        for (var entry : texts.entrySet()) {
            profile = with(
                    profile,
                    entry.getKey(),
                    entry.getValue().replace("\r\n", "\n").strip());
        }
        profile = withGeo(profile);
        for (Problem problem : profile.check()) {
            String field = fieldOf(problem.field());
            if (problems.stream().noneMatch(other -> other.field().equals(field))) {
                problems.add(new Problem(field, problem.fault(), problem.arguments()));
            }
        }
        checkPrivate();
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return profile;
    }

    private ShopProfile with(ShopProfile profile, ShopField field, String text) {
        return switch (field) {
            case NAME -> profile.withName(text);
            case TAGLINE -> profile.withTagline(text);
            case DESCRIPTION -> profile.withDescription(text);
            case LANG -> profile.withLang(text);
            case CURRENCY -> currency(profile, text);
            case STREET, POSTAL_CODE, LOCALITY, COUNTRY -> address(profile, field, text);
            case PHONE -> profile.withPhone(text);
            case EMAIL -> profile.withEmail(text);
            case WEBSITE -> profile.withWebsite(text);
            case WEB_URL -> profile.withWebUrl(text);
            case OPENING_HOURS ->
                profile.withOpeningHours(orProblem(field, text, Fault.NOT_OPENING_HOURS, HoursText.parse(text))
                        .orElse(List.of()));
            case CLOSED_ON ->
                profile.withClosedOn(orProblem(field, text, Fault.NOT_A_DATE, ClosingsText.parse(text))
                        .orElse(List.of()));
            case COMPANY_NAME, REGISTRATION_ID, VAT_ID, TERMS, WITHDRAWAL, MEDIATOR -> legal(profile, field, text);
            case PICKUP_LEAD_MINUTES, PICKUP_SLOT_MINUTES -> pickup(profile, field, text);
            case PAYMENTS_IN_SHOP ->
                profile.withPaymentsInShop(Arrays.stream(text.split("[,;]"))
                        .map(String::strip)
                        .filter(way -> !way.isEmpty())
                        .toList());
            case STATUS ->
                profile.withStatus(
                        orProblem(field, text, Fault.NOT_A_CHOICE, status(text)).orElse(ShopStatus.OPEN));
            case LAT, LON, VAT, LIMITED_UP_TO -> profile;
        };
    }

    private ShopProfile currency(ShopProfile profile, String text) {
        try {
            return profile.withCurrency(Currency.getInstance(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            problems.add(
                    text.isEmpty()
                            ? Problem.of(ShopField.CURRENCY.key(), Fault.REQUIRED)
                            : Problem.of(ShopField.CURRENCY.key(), Fault.NOT_A_CURRENCY, text));
            return profile;
        }
    }

    private static ShopProfile address(ShopProfile profile, ShopField field, String text) {
        var old = profile.address().orElse(new Address("", "", "", ""));
        return profile.withAddress(new Address(
                field == ShopField.STREET ? text : old.street(),
                field == ShopField.POSTAL_CODE ? text : old.postalCode(),
                field == ShopField.LOCALITY ? text : old.locality(),
                field == ShopField.COUNTRY ? text.toUpperCase(Locale.ROOT) : old.country()));
    }

    private static ShopProfile legal(ShopProfile profile, ShopField field, String text) {
        var old = profile.legal();
        return profile.withLegal(new Legal(
                field == ShopField.COMPANY_NAME ? text : old.companyName(),
                field == ShopField.REGISTRATION_ID ? text : old.registrationId(),
                field == ShopField.VAT_ID ? text : old.vatId(),
                field == ShopField.TERMS ? text : old.terms(),
                field == ShopField.WITHDRAWAL ? text : old.withdrawal(),
                field == ShopField.MEDIATOR ? text : old.mediator()));
    }

    private ShopProfile pickup(ShopProfile profile, ShopField field, String text) {
        var old = profile.pickup().orElse(new Pickup(0, 0));
        int minutes = text.isEmpty() ? 0 : number(field, text).orElse(0);
        var pickup = field == ShopField.PICKUP_LEAD_MINUTES
                ? new Pickup(minutes, old.slotMinutes())
                : new Pickup(old.leadMinutes(), minutes);
        return profile.withPickup(pickup.equals(new Pickup(0, 0)) ? null : pickup);
    }

    private ShopProfile withGeo(ShopProfile profile) {
        if (!texts.containsKey(ShopField.LAT) && !texts.containsKey(ShopField.LON)) {
            return profile;
        }
        var lat = microdegrees(
                ShopField.LAT, Geo.MOST_LAT, profile.geo().map(Geo::lat).orElse(null));
        var lon = microdegrees(
                ShopField.LON, Geo.MOST_LON, profile.geo().map(Geo::lon).orElse(null));
        if (lat.isPresent() != lon.isPresent() && problems.isEmpty()) {
            problems.add(Problem.of((lat.isPresent() ? ShopField.LON : ShopField.LAT).key(), Fault.REQUIRED));
        }
        return profile.withGeo(lat.isPresent() && lon.isPresent() ? new Geo(lat.get(), lon.get()) : null);
    }

    private Optional<Integer> microdegrees(ShopField field, int most, @Nullable Integer before) {
        String text = texts.get(field);
        if (text == null) {
            return Optional.ofNullable(before);
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var degrees = new BigDecimal(text.strip().replace(',', '.')).setScale(6, RoundingMode.HALF_UP);
            if (degrees.abs().compareTo(BigDecimal.valueOf(most, 6)) <= 0) {
                return Optional.of(degrees.unscaledValue().intValueExact());
            }
            problems.add(Problem.of(field.key(), Fault.OUT_OF_RANGE, -most / 1_000_000, most / 1_000_000));
        } catch (NumberFormatException e) {
            problems.add(Problem.of(field.key(), Fault.NOT_A_NUMBER, text));
        }
        return Optional.empty();
    }

    private void checkPrivate() {
        String vat = texts.getOrDefault(ShopField.VAT, "").strip();
        var rate = PriceFields.basisPoints(vat, ',');
        if (!vat.isEmpty() && rate.isEmpty()) {
            problems.add(Problem.of(ShopField.VAT.key(), Fault.NOT_A_NUMBER, vat));
        } else if (rate.isPresent() && (rate.get() < 0 || rate.get() > 10_000)) {
            problems.add(Problem.of(ShopField.VAT.key(), Fault.OUT_OF_RANGE, 0, 100));
        }
        String limited = texts.getOrDefault(ShopField.LIMITED_UP_TO, "").strip();
        if (!limited.isEmpty()) {
            number(ShopField.LIMITED_UP_TO, limited);
        }
    }

    private Optional<Integer> number(ShopField field, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // falls through to the problem below
        }
        problems.add(Problem.of(field.key(), Fault.NOT_A_NUMBER, text));
        return Optional.empty();
    }

    /** In French or English: {@code open}, {@code fermé jusqu’au 2027-01-02}. */
    private static Optional<ShopStatus> status(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("open") || plain.equals("ouvert")) {
            return Optional.of(ShopStatus.OPEN);
        }
        if (!plain.startsWith("closed") && !plain.startsWith("ferm")) {
            return Optional.empty();
        }
        String[] words = plain.split("[\\s\u2019']+");
        if (words.length == 1) {
            return Optional.of(new ShopStatus(ShopStatus.State.CLOSED, Optional.empty()));
        }
        try {
            var until = LocalDate.parse(words[words.length - 1]);
            return Optional.of(new ShopStatus(ShopStatus.State.CLOSED, Optional.of(until)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> orProblem(ShopField field, String text, Fault fault, Optional<T> value) {
        if (value.isEmpty()) {
            problems.add(Problem.of(field.key(), fault, text, STATES));
        }
        return value;
    }

    private static String fieldOf(String path) {
        String last = path.replaceAll("\\[.*", "");
        return ShopField.find(last.substring(last.lastIndexOf('.') + 1))
                .map(ShopField::key)
                .orElse(path);
    }
}
