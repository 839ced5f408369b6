package org.echoppe.orders.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.echoppe.domain.Iban;
import org.echoppe.domain.Money;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.wire.Contact;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.records.Address;
import org.echoppe.records.Legal;
import org.echoppe.records.Measure;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;

/** Shops and papers to try with. */
final class Samples {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant NOON = Instant.parse("2026-11-24T11:05:00Z");
    static final Iban IBAN = new Iban("FR7630006000011234567890189");
    static final Address LYON = new Address("12 rue de la République", "69001", "Lyon", "FR");
    static final Address BRON = new Address("4 bis allée des Érables, bâtiment C", "69500", "Bron", "FR");

    private Samples() {}

    static ShopProfile grocer() {
        return ShopProfile.blank()
                .withName("L’Épicerie du Cœur")
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(LYON)
                .withPhone("04 78 12 34 56")
                .withEmail("bonjour@epicerie-du-coeur.example")
                .withLegal(legal("Épicerie du Cœur SARL", "82345678900017", "FR32823456789"));
    }

    /** Below the threshold: charges no VAT and has no number for it. */
    static ShopProfile potter() {
        return ShopProfile.blank()
                .withName("Atelier Noël")
                .withLang("fr")
                .withAddress(new Address("Le Bourg", "43160", "La Chaise-Dieu", "FR"))
                .withEmail("noel@atelier.example")
                .withLegal(legal("Noël Lefèvre EI", "823 456 789", ""));
    }

    static ShopProfile englishGrocer() {
        return grocer().withLang("en").withName("The Larder");
    }

    private static Legal legal(String company, String registration, String vat) {
        return new Legal(company, registration, vat, "", "", "", "", "");
    }

    static Buyer shopper() {
        return new Buyer("Zoé Béranger-Nuñez", BRON, "", "");
    }

    static Buyer business() {
        return new Buyer("Café Łódź & Fils", BRON, "73282932000074", "FR44732829320");
    }

    static BillLine pieces(String name, int count, int cents, int rate) {
        return line(name, "", new Quantity.Pieces(count), cents, (long) count * cents, rate);
    }

    static BillLine cheese() {
        var quantity = new Quantity.Loose(350, new Measure(1_000, Unit.KG));
        return line("Comté affiné 18 mois", "au lait cru, à la coupe", quantity, 2_890, 1_012, 550);
    }

    static BillLine line(String name, String detail, Quantity quantity, int cents, long total, int rate) {
        var known = rate < 0 ? OptionalInt.empty() : OptionalInt.of(rate);
        long net = Math.round(cents * 10_000.0 / (10_000 + Math.max(0, rate)));
        return new BillLine(name, detail, quantity, known, euros(net), euros(cents), euros(total));
    }

    static Money euros(long cents) {
        return new Money(cents, Money.EUR);
    }

    /** Adds up as the desk does; the fee goes to the lowest rate, which is enough here. */
    static Bill bill(
            ShopProfile shop,
            DocumentNumber number,
            Buyer buyer,
            List<BillLine> lines,
            long fee,
            Settlement settlement) {
        var gross = new TreeMap<Integer, Long>();
        lines.forEach(line ->
                line.vatRate().ifPresent(rate -> gross.merge(rate, line.total().minorUnits(), Long::sum)));
        if (!gross.isEmpty()) {
            gross.merge(gross.firstKey(), fee, Long::sum);
        }
        var vat = new ArrayList<Bill.Vat>();
        gross.forEach((rate, amount) -> {
            long tax = Math.round(amount * (double) rate / (10_000 + rate));
            vat.add(new Bill.Vat(rate, euros(amount - tax), euros(tax)));
        });
        long total = lines.stream().mapToLong(line -> line.total().minorUnits()).sum() + fee;
        var corrected = number.series() == NumberSeries.CREDIT_NOTE
                ? Optional.of(new Bill.Correction(
                        new DocumentNumber(NumberSeries.INVOICE, 2026, 122),
                        LocalDate.of(2026, 11, 14),
                        "Rétractation du 23 novembre 2026"))
                : Optional.<Bill.Correction>empty();
        return new Bill(
                shop,
                PARIS,
                number,
                NOON,
                Optional.of(NOON.minusSeconds(100_000)),
                "B-0042",
                Optional.of(buyer),
                Optional.empty(),
                lines,
                euros(fee),
                vat,
                euros(total),
                settlement,
                corrected,
                "");
    }

    static DocumentNumber invoiceNumber() {
        return new DocumentNumber(NumberSeries.INVOICE, 2026, 123);
    }

    static List<BillLine> basket() {
        return List.of(
                pieces("Confiture d’abricots du Roussillon", 1, 435, 550),
                cheese(),
                pieces("Sandwich jambon-beurre", 2, 590, 1_000),
                line(
                        "Côtes-du-Rhône « Les Hauts de l’Œuvre », vieilles vignes, mis en bouteille au château, millésime 2022",
                        "75 cl · 3760012345678",
                        new Quantity.Pieces(3),
                        1_190,
                        3_570,
                        2_000));
    }

    static Bill invoice() {
        return bill(grocer(), invoiceNumber(), shopper(), basket(), 300, new Settlement.Paid(NOON, "carte bancaire"));
    }

    static Bill transferInvoice() {
        var total = euros(435 + 1_012 + 1_180 + 3_570);
        var code = new EpcCode("Épicerie du Cœur SARL", IBAN, "", total, new EpcCode.Reference.Words("F2026-000123"));
        return bill(
                grocer(),
                invoiceNumber(),
                business(),
                basket(),
                0,
                new Settlement.Transfer(code, LocalDate.of(2026, 12, 24)));
    }

    static Bill longInvoice() {
        var lines = new ArrayList<BillLine>();
        for (int i = 1; i <= 100; i++) {
            lines.add(pieces(
                    "Article n° " + i + (i % 7 == 0 ? " au très long nom, qui ne tient pas sur une seule ligne" : ""),
                    i % 9 + 1,
                    100 + i * 7,
                    List.of(550, 1_000, 2_000).get(i % 3)));
        }
        return bill(grocer(), invoiceNumber(), shopper(), lines, 0, new Settlement.Due("En boutique : carte, espèces"));
    }

    static Bill creditNote() {
        return bill(
                grocer(),
                new DocumentNumber(NumberSeries.CREDIT_NOTE, 2026, 7),
                shopper(),
                basket().subList(2, 4),
                0,
                new Settlement.Paid(NOON, "virement"));
    }

    static Bill englishInvoice() {
        return bill(
                englishGrocer(),
                invoiceNumber(),
                new Buyer("Oisín Murphy", new Address("3 Dame Street", "D02 Y754", "Dublin", "IE"), "", ""),
                List.of(pieces("Apricot jam", 2, 435, 550), cheese()),
                300,
                new Settlement.Due("In the shop: card or cash"));
    }

    static Bill englishCreditNote() {
        return bill(
                englishGrocer(),
                new DocumentNumber(NumberSeries.CREDIT_NOTE, 2026, 8),
                new Buyer("Oisín Murphy", new Address("3 Dame Street", "D02 Y754", "Dublin", "IE"), "", ""),
                List.of(pieces("Apricot jam", 1, 435, 550)),
                0,
                new Settlement.Paid(NOON, ""));
    }

    static Bill englishReceipt() {
        return bill(
                englishGrocer(),
                new DocumentNumber(NumberSeries.RECEIPT, 2026, 46),
                shopper(),
                List.of(pieces("Apricot jam", 2, 435, 550), cheese()),
                0,
                new Settlement.Paid(NOON, "cash"));
    }

    static Slip englishPickup() {
        var pickup = pickup();
        return new Slip(
                englishGrocer(),
                PARIS,
                "B-44",
                "B-0044",
                NOON,
                pickup.fulfilment(),
                new Contact("Oisín Murphy", "+353 1 234 5678", ""),
                List.of(new Slip.Item(new Quantity.Pieces(2), "Apricot jam", "", euros(870))),
                "Please wrap them up.",
                euros(0),
                euros(870),
                new Settlement.Due(""));
    }

    static Bill withoutVat() {
        return bill(
                potter(),
                invoiceNumber(),
                shopper(),
                List.of(line("Bol en grès", "bleu, grand", new Quantity.Pieces(2), 2_400, 4_800, -1)),
                650,
                new Settlement.Paid(NOON, ""));
    }

    static Bill receipt() {
        return bill(
                grocer(),
                new DocumentNumber(NumberSeries.RECEIPT, 2026, 45),
                shopper(),
                basket(),
                0,
                new Settlement.Paid(NOON, "espèces"));
    }

    static Slip pickup() {
        return new Slip(
                grocer(),
                PARIS,
                "B-42",
                "B-0042",
                NOON,
                new Fulfilment.Pickup(Instant.parse("2026-11-25T07:15:00Z"), Instant.parse("2026-11-25T07:45:00Z")),
                new Contact("Zoé Béranger-Nuñez", "06 12 34 56 78", "zoe@exemple.example"),
                List.of(
                        new Slip.Item(new Quantity.Pieces(2), "Croissant au beurre", "", euros(240)),
                        new Slip.Item(
                                new Quantity.Loose(350, new Measure(1_000, Unit.KG)),
                                "Comté affiné 18 mois, au lait cru",
                                "à la coupe",
                                euros(1_012)),
                        new Slip.Item(
                                new Quantity.Pieces(12),
                                "Œufs de poules élevées en plein air",
                                "calibre moyen",
                                euros(480))),
                "Merci de couper le pain en tranches fines, et de l’emballer à part.",
                euros(0),
                euros(1_732),
                new Settlement.Due(""));
    }

    static Slip delivery() {
        var pickup = pickup();
        return new Slip(
                pickup.shop(),
                PARIS,
                "B-43",
                "B-0043",
                NOON,
                new Fulfilment.Delivery(BRON),
                pickup.contact(),
                pickup.items(),
                "",
                euros(300),
                euros(2_032),
                new Settlement.Paid(NOON, ""));
    }
}
