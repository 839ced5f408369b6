package org.echoppe.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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
import org.echoppe.records.Facts;
import org.echoppe.records.Geo;
import org.echoppe.records.Legal;
import org.echoppe.records.Measure;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.Price;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.echoppe.records.Variant;
import org.echoppe.records.Withdrawal;

/** A cheese shop that says everything a shop can say, with two neighbours that say where they are. */
final class FullShop {
    final FakeShop shop;
    final RecordKey cheese;

    FullShop(FakeMarket market) {
        shop = new FakeShop(profile("Crèmerie des Deux Rives", 45_764_000, 4_835_700));
        cheese = shop.add(
                FakeMarket.product("Comté du haut plateau", "Crèmerie > Pâtes pressées", 690)
                        .withBrand("Fruitière des Rousses")
                        .withSku("COM-18")
                        .withGtin(new Gtin("3760000000024"))
                        .withMeasure(new Measure(250, Unit.KG))
                        .withDescription(
                                "Affiné dix-huit mois en cave d’altitude. Notes de noisette et de beurre fondu.\n\nÀ sortir une heure avant le repas.")
                        .withFacts(new Facts(
                                "Lait cru de vache, sel, présure, ferments",
                                "Lait",
                                "Fruitière des Rousses, 39220 Les Rousses",
                                "À conserver entre 4 et 8 °C."))
                        .withWithdrawal(new Withdrawal(false, "denrée périssable"))
                        .withImages(List.of(market.cover(40), market.cover(160), market.cover(280)))
                        .withVariants(List.of(
                                variant("12", "12 mois", "250 g", Optional.empty(), Availability.IN_STOCK),
                                variant("18", "18 mois", "250 g", Optional.of(790L), Availability.LIMITED),
                                variant("24", "24 mois", "1 kg", Optional.of(2_990L), Availability.OUT_OF_STOCK))),
                FakeWeb.NOW.minus(30, ChronoUnit.HOURS));
        market.publish(shop, FakeWeb.NOW.minus(20, ChronoUnit.MINUTES));
        neighbour(market, "Primeur du Quai", 45_766_500, 4_838_000);
        neighbour(market, "Torréfaction Bellecour", 45_757_500, 4_832_000);
    }

    private static Variant variant(
            String key, String age, String weight, Optional<Long> price, Availability availability) {
        return new Variant(
                key,
                Map.of("Affinage", age + ", " + weight),
                price.map(amount -> new Price(new Money(amount, Money.EUR), OptionalInt.of(550), true)),
                Optional.of(availability),
                Optional.empty());
    }

    private static void neighbour(FakeMarket market, String name, int lat, int lon) {
        var other = new FakeShop(profile(name, lat, lon));
        other.add(FakeMarket.product("Pêche blanche", "Fruits", 350), FakeWeb.NOW.minus(50, ChronoUnit.HOURS));
        market.publish(other, FakeWeb.NOW.minus(30, ChronoUnit.MINUTES));
    }

    static ShopProfile profile(String name, int lat, int lon) {
        return ShopProfile.blank()
                .withName(name)
                .withTagline("Fromages choisis chez ceux qui les font")
                .withDescription("Une cave, deux comptoirs et le temps de goûter.")
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address("4 quai Saint-Antoine", "69002", "Lyon", "FR"))
                .withGeo(new Geo(lat, lon))
                .withPhone("04 78 00 00 34")
                .withEmail("bonjour@exemple.fr")
                .withWebsite("https://exemple.fr/fromages")
                .withOpeningHours(List.of(new OpeningHours(
                        EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY),
                        LocalTime.of(8, 30),
                        LocalTime.of(19, 0))))
                .withPickup(new Pickup(60, 30))
                .withDeliveryZones(List.of(new DeliveryZone(List.of("69001", "69002"), 0, 390, 4_000, 1_500)))
                .withPaymentsInShop(List.of("espèces", "carte"))
                .withLegal(new Legal(
                        name + " SARL",
                        "RCS Lyon 000 000 001",
                        "FR00000000001",
                        "Les prix sont en euros, toutes taxes comprises.",
                        "",
                        "Médiateur de la consommation, Lyon.",
                        "",
                        "Nous ne gardons rien de votre visite."));
    }
}
