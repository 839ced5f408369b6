package org.echoppe.app.shop;

import java.util.List;
import java.util.Locale;

/** The parts of the shop screen, in their order; each knows its fields by how their names begin. */
public enum ShopSection {
    PROFILE("name", "tagline", "description", "lang", "currency", "logo"),
    ADDRESS("street", "postal-code", "locality", "country", "position", "phone", "email", "website"),
    HOURS("hours-"),
    CLOSINGS("closing-"),
    PICKUP("pickup-"),
    DELIVERY("zone-"),
    PAYMENT("payments-in-shop", "transfer-", "vat"),
    ORDERS("orders-"),
    LEGAL("company-name", "registration-id", "vat-id", "legal-notice", "terms", "withdrawal", "mediator", "privacy");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> fields;

    ShopSection(String... fields) {
        this.fields = List.of(fields);
    }

    boolean holds(String field) {
        return fields.stream().anyMatch(name -> name.endsWith("-") ? field.startsWith(name) : field.equals(name));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
