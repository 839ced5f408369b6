package org.echoppe.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.Address;
import org.echoppe.records.Availability;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Legal;
import org.echoppe.records.Measure;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.echoppe.records.Variant;
import org.echoppe.records.Withdrawal;

/** A bakery, a bookshop and a grocer that take orders: the shops of the three-till story, with a little more on the shelf. */
final class ThreeTills {
    final FakeTill bakery;
    final FakeTill bookshop;
    final FakeTill grocer;
    final RecordKey croissant;
    final RecordKey sandwich;
    final RecordKey novel;
    final RecordKey atlas;
    final RecordKey jam;
    final RecordKey wine;
    final RecordKey cheese;
    final RecordKey soap;

    ThreeTills(FakeMarket market) {
        bakery =
                new FakeTill(market, profile("Fournil du Pont", "1 rue du Pont").withPickup(new Pickup(30, 15)));
        croissant = bakery.sell(
                product("Croissant au beurre", 120, 550).withWithdrawal(new Withdrawal(false, "denrée périssable")));
        sandwich = bakery.sell(product("Sandwich jambon beurre", 590, 1_000));
        bakery.publish();
        bookshop = new FakeTill(
                market,
                profile("Librairie des Arches", "2 rue des Arches")
                        .withDeliveryZones(List.of(new DeliveryZone(List.of("69*"), 0, 250, 0, 500))));
        novel = bookshop.sell(product("Le Pont de bois", 890, 550).withGtin(new Gtin("9782070360024")));
        atlas = bookshop.sell(product("Atlas des marchés", 1_250, 550).withCategory(List.of("Livres", "Voyages")));
        bookshop.publish();
        grocer = new FakeTill(market, profile("Épicerie du Quai", "3 quai Neuf").withPickup(new Pickup(0, 60)));
        jam = grocer.sell(product("Confiture de figues", 435, 550));
        wine = grocer.sell(product("Vin de pays rouge", 1_190, 2_000));
        cheese = grocer.sell(product("Tomme de brebis", 2_400, 550)
                .withMeasure(new Measure(1_000, Unit.KG))
                .withLoose(true));
        soap = grocer.sell(product("Savon d’Alep", 600, 2_000).withVariants(List.of(size("s", 400L), size("l", null))));
        grocer.publish();
    }

    private static Variant size(String key, @org.jspecify.annotations.Nullable Long price) {
        return new Variant(
                key,
                Map.of("Taille", key.equals("s") ? "100 g" : "200 g"),
                Optional.ofNullable(price)
                        .map(amount -> new Price(new Money(amount, Money.EUR), OptionalInt.of(2_000), true)),
                Optional.empty(),
                Optional.empty());
    }

    List<FakeTill> all() {
        return List.of(bakery, bookshop, grocer);
    }

    static ProductRecord product(String name, long price, int rate) {
        return ProductRecord.blank()
                .withName(name)
                .withLang("fr")
                .withPrice(new Price(new Money(price, Money.EUR), OptionalInt.of(rate), true))
                .withAvailability(Availability.IN_STOCK);
    }

    private static ShopProfile profile(String name, String street) {
        return ShopProfile.blank()
                .withName(name)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address(street, "69002", "Lyon", "FR"))
                .withPhone("04 78 00 00 56")
                .withPaymentsInShop(List.of("espèces", "carte"))
                .withOpeningHours(List.of(
                        new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(7, 0), LocalTime.of(19, 0))))
                .withLegal(new Legal(
                        name + " SARL",
                        "RCS Lyon 000 000 002",
                        "FR00000000002",
                        "La vente est conclue quand la boutique l’accepte.\nLes prix sont en euros, TVA comprise.",
                        "Vous avez quatorze jours pour vous rétracter.",
                        "",
                        "",
                        ""));
    }
}
