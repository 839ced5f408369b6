package org.echoppe.web.feed;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.records.Address;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.ShopProfile;

/**
 * What a shop asks for bringing one article, as product searches read it. All of its zones or none: what is said here takes the
 * place of whatever the shopkeeper set there by hand.
 *
 * @see <a href="https://support.google.com/merchants/answer/6324484">Shipping</a>
 */
final class Shipping {
    /** Where product searches know parts of a country by postcodes. */
    private static final Set<String> BY_CODES = Set.of("AU", "BR", "CA", "DE", "FR", "GB", "IN", "JP", "NZ", "US");

    private static final String ANYWHERE = "*";
    private static final Pattern SAYABLE = Pattern.compile("[A-Z0-9]+\\*?|(\\d{3,})-(\\d{3,})");
    /** Each stands beside each article. */
    private static final int MOST = 20;

    /** @param code a postcode, the beginning of some, a range of them, or any of the country */
    private record Place(String code, DeliveryZone zone) {}

    private final String country;
    private final Optional<Currency> currency;
    private final List<Place> places;

    private Shipping(String country, Optional<Currency> currency, List<Place> places) {
        this.country = country;
        this.currency = currency;
        this.places = List.copyOf(places);
    }

    static Shipping of(ShopProfile shop) {
        String country = shop.address().map(Address::country).orElse("");
        var places = new ArrayList<Place>();
        for (var zone : shop.deliveryZones()) {
            boolean sayable = zone.radiusMetres() == 0
                    && zone.minimum() == 0
                    && zone.postalCodes().stream().allMatch(code -> isSayable(code, country));
            if (!sayable) {
                return new Shipping(country, Optional.empty(), List.of());
            }
            zone.postalCodes().forEach(code -> places.add(new Place(code, zone)));
        }
        boolean said = !country.isEmpty() && places.size() <= MOST;
        return new Shipping(country, shop.currency(), said ? places : List.of());
    }

    private static boolean isSayable(String code, String country) {
        if (code.equals(ANYWHERE)) {
            return true;
        }
        var sayable = SAYABLE.matcher(code);
        return BY_CODES.contains(country)
                && sayable.matches()
                && (sayable.group(1) == null
                        || sayable.group(1).length() == sayable.group(2).length());
    }

    /** @param price of the article alone, for which a fee may fall away; fees are in the shop's currency */
    void write(Xml xml, Money price) {
        if (!currency.equals(Optional.of(price.currency()))) {
            return;
        }
        for (var place : places) {
            var fee = new Money(place.zone.feeFor(price.minorUnits()), price.currency());
            xml.open("g:shipping").text("g:country", country);
            xml.text("g:postal_code", place.code.equals(ANYWHERE) ? "" : place.code);
            xml.text(
                    "g:price",
                    fee.amount().toPlainString() + " " + fee.currency().getCurrencyCode());
            xml.close();
        }
    }
}
