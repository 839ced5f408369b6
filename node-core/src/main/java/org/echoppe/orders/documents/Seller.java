package org.echoppe.orders.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echoppe.records.Address;
import org.echoppe.records.ShopProfile;

/** Who sells, line by line, as the law wants it on paper. */
record Seller(ShopProfile shop, Texts texts) {
    private static final Pattern SIREN = Pattern.compile("(\\d{3})(\\d{3})(\\d{3})");
    private static final Pattern SIRET = Pattern.compile("(\\d{3})(\\d{3})(\\d{3})(\\d{5})");
    private static final Set<String> FRANCE = Set.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF");

    /** Whether the French code of taxes applies; a shop that does not say where it is does not get its sentences. */
    boolean inFrance() {
        return FRANCE.contains(country());
    }

    String country() {
        return shop.address().map(Address::country).orElse("");
    }

    /** Name in law, where it is not the shop's own, and address. */
    List<String> name() {
        var lines = new ArrayList<String>();
        String company = shop.legal().companyName();
        if (!company.isEmpty() && !company.equals(shop.name())) {
            lines.add(company);
        }
        shop.address().ifPresent(address -> lines.addAll(address(address, country())));
        return lines;
    }

    /** Telephone and e-mail, on a line each. */
    List<String> contact() {
        return Stream.of(shop.phone(), shop.email())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Registration and VAT number. */
    List<String> numbers() {
        var lines = new ArrayList<String>();
        if (!shop.legal().registrationId().isEmpty()) {
            lines.add(registration(shop.legal().registrationId()));
        }
        if (!shop.legal().vatId().isEmpty()) {
            lines.add(texts.say("vat.id", shop.legal().vatId()));
        }
        return lines;
    }

    /** An address on paper; the country where it is another than this one. */
    List<String> address(Address address, String from) {
        String town = (address.postalCode() + " " + address.locality()).strip();
        boolean abroad = !address.country().isEmpty() && !address.country().equals(from);
        return Stream.of(address.street(), town, abroad ? texts.country(address.country()) : "")
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** « SIRET 123 456 789 00012 » for one who gave digits alone; other words stay as they are. */
    String registration(String id) {
        String digits = id.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (SIREN.matcher(digits).matches()) {
            return texts.say("siren", SIREN.matcher(digits).replaceFirst("$1\u00a0$2\u00a0$3"));
        }
        if (SIRET.matcher(digits).matches()) {
            return texts.say("siret", SIRET.matcher(digits).replaceFirst("$1\u00a0$2\u00a0$3\u00a0$4"));
        }
        return id;
    }
}
