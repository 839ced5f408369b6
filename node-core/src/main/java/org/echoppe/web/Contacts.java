package org.echoppe.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.records.Address;
import org.echoppe.records.ShopProfile;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Line;
import org.jspecify.annotations.Nullable;

/** How to reach a shop, each way with a link where there is a safe one. */
final class Contacts {
    private final Visit visit;
    private final List<Line> lines = new ArrayList<>();

    private Contacts(Visit visit) {
        this.visit = visit;
    }

    static List<Line> of(Visit visit, ShopProfile shop) {
        var contacts = new Contacts(visit);
        contacts.add(
                "pin", "shop.address", shop.address().map(Contacts::oneLine).orElse(""), null);
        contacts.add("phone", "shop.phone", shop.phone(), Links.telephone(shop.phone()));
        contacts.add("mail", "shop.email", shop.email(), Links.email(shop.email()));
        contacts.add("globe", "shop.website", shop.website(), Links.web(shop.website()));
        return List.copyOf(contacts.lines);
    }

    private void add(String icon, String label, String text, @Nullable String href) {
        if (!text.isBlank()) {
            lines.add(new Line(icon, visit.say(label), new Foreign(text, null), href));
        }
    }

    private static String oneLine(Address address) {
        String town = (address.postalCode() + " " + address.locality()).strip();
        return Stream.of(address.street(), town).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
