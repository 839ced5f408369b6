package org.echoppe.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;

/** What a shopkeeper can write about the shop: {@code shop set NAME=VALUE}, and the form. */
public enum ShopField {
    NAME,
    TAGLINE,
    DESCRIPTION,
    LANG,
    CURRENCY,
    STREET,
    POSTAL_CODE,
    LOCALITY,
    COUNTRY,
    /** Degrees: 48.8566. */
    LAT,
    LON,
    /** Both at once: {@code 45.764, 4.8357}, or a link to OpenStreetMap. */
    POSITION,
    PHONE,
    EMAIL,
    WEBSITE,
    /** {@code lu-ve 9:00-12:30 14:00-19:00, sa 9:00-13:00}. */
    OPENING_HOURS,
    /** {@code 2026-12-24..2027-01-02 Noël, 2027-05-01}. */
    CLOSED_ON,
    COMPANY_NAME,
    REGISTRATION_ID,
    VAT_ID,
    TERMS,
    WITHDRAWAL,
    MEDIATOR,
    LEGAL_NOTICE,
    PRIVACY,
    WEB_URL,
    PICKUP_LEAD_MINUTES,
    PICKUP_SLOT_MINUTES,
    /** {@code 69001, 690*: 3.50 min 20 free 50; 5 km: 2}: where to, fee, minimum, free from. */
    DELIVERY,
    /** Ways to pay in the shop, parted by commas. */
    PAYMENTS_IN_SHOP,
    TRANSFER_HOLDER,
    TRANSFER_IBAN,
    TRANSFER_BIC,
    /** {@code open}, {@code closed}, {@code closed until 2027-01-02}. */
    STATUS,
    /** Private: the VAT rate of products that name none, in percent. */
    VAT,
    /** Private: whether orders are accepted without anybody looking; the next four as {@link OrderRules} has them. */
    ORDERS_AUTO,
    ORDERS_PER_HOUR,
    ORDERS_PER_RELAY,
    ORDERS_UP_TO,
    ORDERS_KEEP_DAYS,
    /** Private: a stock of one to so many pieces is published as limited. */
    LIMITED_UP_TO;

    /** As on the command line: {@code postal-code}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a person calls it. */
    public String label(Language language) {
        return ResourceBundle.getBundle("org.echoppe.catalogue.fields", language.locale())
                .getString("shop." + key());
    }

    /** The field of this name, however it is cased and parted. */
    public static Optional<ShopField> find(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(field -> plain(field.key()).equals(plain))
                .findFirst();
    }

    /** @throws Rejected UNKNOWN_FIELD, naming the known ones */
    public static ShopField of(String name) {
        return find(name)
                .orElseThrow(
                        () -> new Rejected(java.util.List.of(Problem.of(name, Fault.UNKNOWN_FIELD, name, keys()))));
    }

    private static String keys() {
        return Arrays.stream(values()).map(ShopField::key).collect(Collectors.joining(", "));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
