package org.echoppe.orders;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.echoppe.records.Legal;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Ipld;

/**
 * Who sells, and by whose days, as it stands on a paper: fixed when the paper gets its number, so that printed in years it
 * says the same.
 *
 * @param shop with no more than papers say
 */
public record Letterhead(ShopProfile shop, ZoneId zone) {
    /** Of a shop as it is now. */
    public static Letterhead of(ShopProfile shop, ZoneId zone) {
        var legal = shop.legal();
        var said = ShopProfile.blank()
                .withName(shop.name())
                .withLang(shop.lang())
                .withPhone(shop.phone())
                .withEmail(shop.email())
                .withLegal(new Legal(legal.companyName(), legal.registrationId(), legal.vatId(), "", "", "", "", ""));
        return new Letterhead(shop.address().map(said::withAddress).orElse(said), zone);
    }

    public Ipld.Fields toFields() {
        return new Ipld.Fields(Map.of("shop", shop.toFields(), "zone", new Ipld.Text(zone.getId())));
    }

    /** Empty where it is none. */
    public static Optional<Letterhead> of(Ipld.Fields fields) {
        try {
            var zone = fields.text("zone").map(ZoneId::of);
            return fields.fields("shop")
                    .map(ShopProfile::of)
                    .flatMap(shop -> zone.map(place -> new Letterhead(shop, place)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
