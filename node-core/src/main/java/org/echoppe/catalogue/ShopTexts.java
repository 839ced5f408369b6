package org.echoppe.catalogue;

import java.util.function.Function;
import org.echoppe.domain.Iban;
import org.echoppe.domain.Language;
import org.echoppe.records.Address;
import org.echoppe.records.BankTransfer;
import org.echoppe.records.Geo;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;

/** A shop's profile as text again, so that reading the text makes the same profile. */
final class ShopTexts {
    private ShopTexts() {}

    static String text(
            ShopProfile profile, ShopDefaults defaults, OrderRules rules, ShopField field, Language language) {
        return switch (field) {
            case NAME -> profile.name();
            case TAGLINE -> profile.tagline();
            case DESCRIPTION -> profile.description();
            case LANG -> profile.lang();
            case CURRENCY ->
                profile.currency().map(currency -> currency.getCurrencyCode()).orElse("");
            case STREET -> address(profile, Address::street);
            case POSTAL_CODE -> address(profile, Address::postalCode);
            case LOCALITY -> address(profile, Address::locality);
            case COUNTRY -> address(profile, Address::country);
            case LAT -> profile.geo().map(geo -> Geo.degrees(geo.lat())).orElse("");
            case LON -> profile.geo().map(geo -> Geo.degrees(geo.lon())).orElse("");
            case POSITION -> profile.geo().map(PositionText::format).orElse("");
            case PHONE -> profile.phone();
            case EMAIL -> profile.email();
            case WEBSITE -> profile.website();
            case OPENING_HOURS -> HoursText.format(profile.openingHours(), language);
            case CLOSED_ON -> ClosingsText.format(profile.closedOn());
            case COMPANY_NAME -> profile.legal().companyName();
            case REGISTRATION_ID -> profile.legal().registrationId();
            case VAT_ID -> profile.legal().vatId();
            case TERMS -> profile.legal().terms();
            case WITHDRAWAL -> profile.legal().withdrawal();
            case MEDIATOR -> profile.legal().mediator();
            case LEGAL_NOTICE -> profile.legal().notice();
            case PRIVACY -> profile.legal().privacy();
            case WEB_URL -> profile.webUrl();
            case PICKUP_LEAD_MINUTES -> pickup(profile, Pickup::leadMinutes);
            case PICKUP_SLOT_MINUTES -> pickup(profile, Pickup::slotMinutes);
            case DELIVERY ->
                DeliveryText.format(profile.deliveryZones(), defaults.currency(), defaults.decimalSign(), language);
            case TRANSFER_HOLDER -> transfer(profile, BankTransfer::holder);
            case TRANSFER_IBAN -> transfer(profile, account -> groups(account.iban()));
            case TRANSFER_BIC -> transfer(profile, BankTransfer::bic);
            case PAYMENTS_IN_SHOP -> String.join(", ", profile.paymentsInShop());
            case STATUS -> StatusText.format(profile.status());
            case VAT ->
                defaults.vatRate().isPresent()
                        ? PriceFields.percent(defaults.vatRate().getAsInt())
                        : "";
            case ORDERS_AUTO, ORDERS_PER_HOUR, ORDERS_PER_RELAY, ORDERS_UP_TO, ORDERS_KEEP_DAYS ->
                new OrderRuleFields(defaults.currency(), defaults.decimalSign()).text(rules, field);
            case LIMITED_UP_TO -> Integer.toString(defaults.limitedUpTo());
        };
    }

    private static String address(ShopProfile profile, Function<Address, String> part) {
        return profile.address().map(part).orElse("");
    }

    private static String pickup(ShopProfile profile, Function<Pickup, Integer> part) {
        return profile.pickup().map(part).map(Object::toString).orElse("");
    }

    private static String transfer(ShopProfile profile, Function<BankTransfer, String> part) {
        return profile.transfer().map(part).orElse("");
    }

    private static String groups(String iban) {
        return Iban.parse(iban).map(Iban::groups).orElse(iban);
    }
}
