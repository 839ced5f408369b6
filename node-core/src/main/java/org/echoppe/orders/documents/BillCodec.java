package org.echoppe.orders.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Money;
import org.echoppe.orders.Letterhead;
import org.echoppe.records.Address;
import org.echoppe.records.Measure;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;

/**
 * Bills as DAG-CBOR and back: what the journal keeps of an invoice, so that it is printed again as it was made out whatever
 * the shop, the goods and the buyer have become since. Amounts are minor units of the bill's one currency.
 */
public final class BillCodec {
    private final Currency currency;

    private BillCodec(Currency currency) {
        this.currency = currency;
    }

    public static byte[] write(Bill bill) {
        return DagCbor.encode(new BillCodec(bill.total().currency()).fields(bill));
    }

    /** @throws IllegalStateException for what {@link #write} did not write */
    public static Bill read(byte[] bytes) {
        try {
            var fields = DagCbor.decodeMap(bytes);
            return new BillCodec(Currency.getInstance(text(fields, "currency"))).bill(fields);
        } catch (BadRepository | IllegalArgumentException e) {
            throw new IllegalStateException("no bill", e);
        }
    }

    private Ipld.Fields fields(Bill bill) {
        var fields = new LinkedHashMap<String, Ipld>();
        fields.put("head", new Letterhead(bill.shop(), bill.zone()).toFields());
        fields.put("number", new Ipld.Text(bill.number().text()));
        fields.put("currency", new Ipld.Text(currency.getCurrencyCode()));
        fields.put("issued", new Ipld.Int(bill.issued().toEpochMilli()));
        bill.delivered().ifPresent(at -> fields.put("delivered", new Ipld.Int(at.toEpochMilli())));
        fields.put("order", new Ipld.Text(bill.order()));
        bill.buyer().ifPresent(buyer -> fields.put("buyer", fields(buyer)));
        bill.deliveredTo().ifPresent(address -> fields.put("deliveredTo", address.toFields()));
        fields.put("lines", items(bill.lines().stream().map(this::fields).toList()));
        fields.put("fee", amount(bill.fee()));
        fields.put("vat", items(bill.vat().stream().map(this::fields).toList()));
        fields.put("total", amount(bill.total()));
        fields.put("settlement", fields(bill.settlement()));
        bill.corrects().ifPresent(one -> fields.put("corrects", fields(one)));
        fields.put("mention", new Ipld.Text(bill.mention()));
        return new Ipld.Fields(fields);
    }

    private Bill bill(Ipld.Fields fields) {
        var head = fields.fields("head").flatMap(Letterhead::of).orElseThrow(() -> missing("head"));
        return new Bill(
                head.shop(),
                head.zone(),
                number(fields),
                instant(fields, "issued").orElseThrow(() -> missing("issued")),
                instant(fields, "delivered"),
                text(fields, "order"),
                fields.fields("buyer").map(BillCodec::buyer),
                fields.fields("deliveredTo").map(Address::of),
                parts(fields, "lines").stream().map(this::line).toList(),
                money(fields, "fee"),
                parts(fields, "vat").stream().map(this::vat).toList(),
                money(fields, "total"),
                settlement(part(fields, "settlement")),
                fields.fields("corrects").map(BillCodec::correction),
                text(fields, "mention"));
    }

    private static Ipld.Fields fields(Buyer buyer) {
        return new Ipld.Fields(Map.of(
                "name", new Ipld.Text(buyer.name()),
                "address", buyer.address().toFields(),
                "registration", new Ipld.Text(buyer.registrationId()),
                "vat", new Ipld.Text(buyer.vatId())));
    }

    private static Buyer buyer(Ipld.Fields fields) {
        return new Buyer(
                text(fields, "name"),
                Address.of(part(fields, "address")),
                text(fields, "registration"),
                text(fields, "vat"));
    }

    private Ipld.Fields fields(BillLine line) {
        var fields = new LinkedHashMap<String, Ipld>();
        fields.put("name", new Ipld.Text(line.name()));
        fields.put("detail", new Ipld.Text(line.detail()));
        switch (line.quantity()) {
            case Quantity.Pieces(long count) -> fields.put("quantity", new Ipld.Int(count));
            case Quantity.Loose(long thousandths, Measure priced) -> {
                fields.put("quantity", new Ipld.Int(thousandths));
                fields.put("measure", priced.toFields());
            }
        }
        line.vatRate().ifPresent(rate -> fields.put("rate", new Ipld.Int(rate)));
        fields.put("net", amount(line.unitNet()));
        fields.put("gross", amount(line.unitGross()));
        fields.put("total", amount(line.total()));
        return new Ipld.Fields(fields);
    }

    private BillLine line(Ipld.Fields fields) {
        long quantity = integer(fields, "quantity");
        return new BillLine(
                text(fields, "name"),
                text(fields, "detail"),
                fields.fields("measure")
                        .flatMap(Measure::of)
                        .<Quantity>map(priced -> new Quantity.Loose(quantity, priced))
                        .orElseGet(() -> new Quantity.Pieces(quantity)),
                fields.integer("rate")
                        .map(rate -> OptionalInt.of(rate.intValue()))
                        .orElse(OptionalInt.empty()),
                money(fields, "net"),
                money(fields, "gross"),
                money(fields, "total"));
    }

    private Ipld.Fields fields(Bill.Vat vat) {
        return new Ipld.Fields(
                Map.of("rate", new Ipld.Int(vat.rate()), "net", amount(vat.net()), "tax", amount(vat.tax())));
    }

    private Bill.Vat vat(Ipld.Fields fields) {
        return new Bill.Vat((int) integer(fields, "rate"), money(fields, "net"), money(fields, "tax"));
    }

    private static Ipld.Fields fields(Bill.Correction correction) {
        return new Ipld.Fields(Map.of(
                "number", new Ipld.Text(correction.number().text()),
                "issued", new Ipld.Text(correction.issued().toString()),
                "why", new Ipld.Text(correction.why())));
    }

    private static Bill.Correction correction(Ipld.Fields fields) {
        return new Bill.Correction(number(fields), LocalDate.parse(text(fields, "issued")), text(fields, "why"));
    }

    private static Ipld.Fields fields(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Paid(Instant at, String how) ->
                new Ipld.Fields(Map.of("paid", new Ipld.Int(at.toEpochMilli()), "how", new Ipld.Text(how)));
            case Settlement.Due(String how) -> new Ipld.Fields(Map.of("how", new Ipld.Text(how)));
            case Settlement.Deducted() ->
                new Ipld.Fields(Map.of("how", new Ipld.Text(""), "deducted", new Ipld.Bool(true)));
            case Settlement.Transfer(EpcCode code, LocalDate until) -> {
                var fields = new LinkedHashMap<String, Ipld>();
                fields.put("until", new Ipld.Text(until.toString()));
                fields.put("code", EpcFields.of(code));
                yield new Ipld.Fields(fields);
            }
        };
    }

    private Settlement settlement(Ipld.Fields fields) {
        var transfer = fields.fields("code");
        if (transfer.isPresent()) {
            return new Settlement.Transfer(EpcFields.code(transfer.get()), LocalDate.parse(text(fields, "until")));
        }
        if (fields.get("deducted").isPresent()) {
            return new Settlement.Deducted();
        }
        return instant(fields, "paid")
                .<Settlement>map(at -> new Settlement.Paid(at, text(fields, "how")))
                .orElseGet(() -> new Settlement.Due(text(fields, "how")));
    }

    private static DocumentNumber number(Ipld.Fields fields) {
        return DocumentNumber.parse(text(fields, "number")).orElseThrow(() -> missing("number"));
    }

    private static Ipld.Int amount(Money money) {
        return new Ipld.Int(money.minorUnits());
    }

    private Money money(Ipld.Fields fields, String name) {
        return new Money(integer(fields, name), currency);
    }

    private static Ipld.Items items(List<Ipld.Fields> parts) {
        return new Ipld.Items(new ArrayList<>(parts));
    }

    private static List<Ipld.Fields> parts(Ipld.Fields fields, String name) {
        return fields.items(name).orElse(List.of()).stream()
                .map(Ipld.Fields.class::cast)
                .toList();
    }

    private static Ipld.Fields part(Ipld.Fields fields, String name) {
        return fields.fields(name).orElseThrow(() -> missing(name));
    }

    private static Optional<Instant> instant(Ipld.Fields fields, String name) {
        return fields.integer(name).map(Instant::ofEpochMilli);
    }

    static String text(Ipld.Fields fields, String name) {
        return fields.text(name).orElseThrow(() -> missing(name));
    }

    static long integer(Ipld.Fields fields, String name) {
        return fields.integer(name).orElseThrow(() -> missing(name));
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("a bill without " + name);
    }
}
