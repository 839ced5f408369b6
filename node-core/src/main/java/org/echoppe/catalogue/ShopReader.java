package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Iban;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Address;
import org.echoppe.records.BankTransfer;
import org.echoppe.records.Geo;
import org.echoppe.records.Legal;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Limits;
import org.jspecify.annotations.Nullable;

/** Makes a profile of what a shopkeeper typed, or finds everything that is wrong with it. One reader, one typing. */
final class ShopReader {
    private static final String STATES = "open, closed, closed until 2027-01-02";
    /** Bytes that publishing adds to a profile: keys and addresses. */
    private static final int ROOM_FOR_KEYS = 8 << 10;

    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private final Map<ShopField, String> texts;
    private final List<Problem> problems;

    ShopReader(Map<ShopField, String> texts) {
        this(texts, new ArrayList<>());
    }

    /** @param problems found already; those of these fields are added */
    ShopReader(Map<ShopField, String> texts, List<Problem> problems) {
        this.texts = texts;
        this.problems = problems;
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
        profile = withTransfer(withDelivery(withGeo(profile)));
        for (Problem problem : profile.check()) {
            String field = fieldOf(problem.field());
            if (problems.stream().noneMatch(other -> other.field().equals(field))) {
                problems.add(new Problem(field, problem.fault(), problem.arguments()));
            }
        }
        checkPrivate();
        new OrderRuleFields(profile.currency().orElse(Money.EUR), decimal(profile)).check(texts, problems);
        int bytes = DagCbor.encode(profile.toFields()).length;
        if (bytes > Limits.RECORD_BYTES - ROOM_FOR_KEYS) {
            problems.add(Problem.of("", Fault.PAGE_TOO_LARGE, (Limits.RECORD_BYTES - ROOM_FOR_KEYS) >> 10));
        }
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
            case OPENING_HOURS -> profile.withOpeningHours(hours(text));
            case CLOSED_ON ->
                profile.withClosedOn(orProblem(field, text, Fault.NOT_A_DATE, ClosingsText.parse(text))
                        .orElse(List.of()));
            case COMPANY_NAME, REGISTRATION_ID, VAT_ID, TERMS, WITHDRAWAL, MEDIATOR, LEGAL_NOTICE, PRIVACY ->
                legal(profile, field, text);
            case PICKUP_LEAD_MINUTES, PICKUP_SLOT_MINUTES -> pickup(profile, field, text);
            case PAYMENTS_IN_SHOP ->
                profile.withPaymentsInShop(Arrays.stream(text.split("[,;]"))
                        .map(String::strip)
                        .filter(way -> !way.isEmpty())
                        .toList());
            case STATUS ->
                profile.withStatus(orProblem(field, text, Fault.NOT_A_CHOICE, StatusText.parse(text))
                        .orElse(ShopStatus.OPEN));
            case LAT,
                    LON,
                    POSITION,
                    DELIVERY,
                    TRANSFER_HOLDER,
                    TRANSFER_IBAN,
                    TRANSFER_BIC,
                    VAT,
                    LIMITED_UP_TO,
                    ORDERS_AUTO,
                    ORDERS_PER_HOUR,
                    ORDERS_PER_RELAY,
                    ORDERS_UP_TO,
                    ORDERS_KEEP_DAYS -> profile;
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
                field == ShopField.MEDIATOR ? text : old.mediator(),
                field == ShopField.LEGAL_NOTICE ? text : old.notice(),
                field == ShopField.PRIVACY ? text : old.privacy()));
    }

    private ShopProfile pickup(ShopProfile profile, ShopField field, String text) {
        var old = profile.pickup().orElse(new Pickup(0, 0));
        int minutes = text.isEmpty() ? 0 : number(field, text).orElse(0);
        var pickup = field == ShopField.PICKUP_LEAD_MINUTES
                ? new Pickup(minutes, old.slotMinutes())
                : new Pickup(old.leadMinutes(), minutes);
        return profile.withPickup(pickup.equals(new Pickup(0, 0)) ? null : pickup);
    }

    private List<OpeningHours> hours(String text) {
        var hours = orProblem(ShopField.OPENING_HOURS, text, Fault.NOT_OPENING_HOURS, HoursText.parse(text))
                .orElse(List.of());
        if (WeekFields.overlap(hours).isPresent()) {
            problems.add(Problem.of(ShopField.OPENING_HOURS.key(), Fault.HOURS_OVERLAP));
        }
        return hours;
    }

    /** After currency and position, which it needs. */
    private ShopProfile withDelivery(ShopProfile profile) {
        String text = texts.get(ShopField.DELIVERY);
        if (text == null) {
            return profile;
        }
        char decimal = decimal(profile);
        var currency = profile.currency().orElse(Money.EUR);
        boolean located = profile.geo().isPresent();
        return profile.withDeliveryZones(DeliveryText.parse(text, currency, decimal, located, problems));
    }

    private static char decimal(ShopProfile profile) {
        return Language.of(profile.lang()) == Language.EN ? '.' : ',';
    }

    private ShopProfile withTransfer(ShopProfile profile) {
        var old = profile.transfer().orElse(new BankTransfer("", "", ""));
        String holder =
                texts.getOrDefault(ShopField.TRANSFER_HOLDER, old.holder()).strip();
        String iban = texts.getOrDefault(ShopField.TRANSFER_IBAN, old.iban()).strip();
        String bic = texts.getOrDefault(ShopField.TRANSFER_BIC, old.bic())
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (iban.isEmpty()) {
            if (!holder.isEmpty() && texts.containsKey(ShopField.TRANSFER_HOLDER)) {
                problems.add(Problem.of(ShopField.TRANSFER_IBAN.key(), Fault.REQUIRED));
            }
            return profile.withTransfer(null);
        }
        var account = orProblem(ShopField.TRANSFER_IBAN, iban, Fault.NOT_AN_IBAN, Iban.parse(iban));
        if (holder.isEmpty()) {
            problems.add(Problem.of(ShopField.TRANSFER_HOLDER.key(), Fault.REQUIRED));
        }
        if (!bic.isEmpty() && !BIC.matcher(bic).matches()) {
            problems.add(Problem.of(ShopField.TRANSFER_BIC.key(), Fault.NOT_A_BIC, bic));
        }
        return profile.withTransfer(
                new BankTransfer(holder, account.map(Iban::value).orElse(""), bic));
    }

    private ShopProfile withGeo(ShopProfile profile) {
        String position = texts.get(ShopField.POSITION);
        if (position != null) {
            return profile.withGeo(
                    position.isBlank()
                            ? null
                            : orProblem(
                                            ShopField.POSITION,
                                            position,
                                            Fault.NOT_A_POSITION,
                                            PositionText.parse(position))
                                    .orElse(null));
        }
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

    private <T> Optional<T> orProblem(ShopField field, String text, Fault fault, Optional<T> value) {
        if (value.isEmpty()) {
            problems.add(Problem.of(field.key(), fault, text, STATES));
        }
        return value;
    }

    private static String fieldOf(String path) {
        if (path.startsWith("legal.notice")) {
            return ShopField.LEGAL_NOTICE.key();
        }
        if (path.startsWith("payments.transfer.")) {
            return "transfer-" + path.substring("payments.transfer.".length());
        }
        if (path.matches("closedOn\\[\\d+]\\.reason")) {
            return ClosingFields.REASON.of(Integer.parseInt(path.replaceAll("\\D", "")) + 1);
        }
        String last = path.replaceAll("\\[.*", "");
        return ShopField.find(last.substring(last.lastIndexOf('.') + 1))
                .map(ShopField::key)
                .orElse(path);
    }
}
