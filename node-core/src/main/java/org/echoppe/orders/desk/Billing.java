package org.echoppe.orders.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Money;
import org.echoppe.orders.Event.SaleMade;
import org.echoppe.orders.Letterhead;
import org.echoppe.orders.PricedLine;
import org.echoppe.orders.Pricing;
import org.echoppe.orders.documents.Bill;
import org.echoppe.orders.documents.BillLine;
import org.echoppe.orders.documents.Buyer;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.orders.documents.Quantity;
import org.echoppe.orders.documents.Settlement;
import org.echoppe.records.Address;
import org.echoppe.records.Measure;

/** Makes out bills: all that stands on them is fixed here, when their number is given. */
record Billing(Letterhead head) {
    private static final int WHOLE = 10_000;

    /** Why, on the note of a sale that was undone. */
    private static final String UNDONE = "undone";

    /** Something sold, whichever way. */
    private record Item(
            String name, long quantity, Optional<Measure> measure, Money unitPrice, OptionalInt vatRate, Money total) {
        static Item of(OrderLine line, ShopOrder order) {
            return new Item(
                    line.name(),
                    line.accepted(),
                    line.measure(),
                    new Money(line.unitPrice(), order.currency()),
                    line.vatRate(),
                    new Money(line.total(), order.currency()));
        }

        static Item of(SaleMade.Line line) {
            return new Item(line.name(), line.pieces(), line.loose(), line.each(), line.vatRate(), line.total());
        }
    }

    /**
     * What stays with the shopper of an order that is handed over now.
     *
     * @param broughtTo where that is not the buyer's own address
     */
    Bill invoice(
            DocumentNumber number,
            ShopOrder order,
            Buyer buyer,
            Optional<Address> broughtTo,
            Settlement settlement,
            Instant now) {
        var items = order.lines().stream()
                .filter(OrderLine::stays)
                .map(line -> Item.of(line, order))
                .toList();
        return bill(
                number,
                now,
                Optional.of(now),
                order.reference(),
                Optional.of(buyer),
                broughtTo,
                items,
                order.fee(),
                settlement,
                Optional.empty());
    }

    /**
     * What is taken back of an invoice.
     *
     * @param fee for bringing it that is taken back as well
     * @param invoice empty where it can't be read any more: the credit note names no buyer then
     * @param why as in {@link Bill.Correction}
     * @param settlement paid back, or never paid
     */
    Bill creditNote(
            DocumentNumber number,
            ShopOrder order,
            List<OrderLine> lines,
            long fee,
            Optional<Bill> invoice,
            String why,
            Settlement settlement,
            Instant now) {
        var items = lines.stream().map(line -> Item.of(line, order)).toList();
        var corrected = new Bill.Correction(
                DocumentNumber.parse(order.invoice().orElseThrow()).orElseThrow(),
                invoice.map(Bill::issued)
                        .or(order::handedOver)
                        .orElse(now)
                        .atZone(head.zone())
                        .toLocalDate(),
                why);
        return bill(
                number,
                now,
                order.handedOver(),
                order.reference(),
                invoice.flatMap(Bill::buyer),
                Optional.empty(),
                items,
                fee,
                settlement,
                Optional.of(corrected));
    }

    /** The note of a sale at the counter that was undone: all of it, paid back as it was paid. */
    static Bill undone(DocumentNumber number, Bill receipt, Instant when) {
        var corrected = new Bill.Correction(
                receipt.number(), receipt.issued().atZone(receipt.zone()).toLocalDate(), UNDONE);
        String how = receipt.settlement() instanceof Settlement.Paid paid ? paid.how() : "";
        return new Bill(
                receipt.shop(),
                receipt.zone(),
                number,
                when,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                receipt.lines(),
                receipt.fee(),
                receipt.vat(),
                receipt.total(),
                new Settlement.Paid(when, how),
                Optional.of(corrected),
                receipt.mention());
    }

    static Bill receipt(DocumentNumber number, SaleMade sale, Instant when) {
        return new Billing(sale.head())
                .bill(
                        number,
                        when,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        sale.lines().stream().map(Item::of).toList(),
                        0,
                        new Settlement.Paid(when, sale.paid()),
                        Optional.empty());
    }

    private Bill bill(
            DocumentNumber number,
            Instant now,
            Optional<Instant> delivered,
            String order,
            Optional<Buyer> buyer,
            Optional<Address> broughtTo,
            List<Item> items,
            long fee,
            Settlement settlement,
            Optional<Bill.Correction> corrects) {
        var currency = items.getFirst().total.currency();
        boolean charged = chargesVat(items);
        var pricing = Pricing.of(
                items.stream()
                        .map(item -> new PricedLine(item.unitPrice, item.total.minorUnits(), item.vatRate, false))
                        .toList(),
                fee);
        var vat = pricing.vat().stream()
                .filter(_ -> charged)
                .map(one -> new Bill.Vat(one.rate(), new Money(one.net(), currency), new Money(one.tax(), currency)))
                .toList();
        return new Bill(
                head.shop(),
                head.zone(),
                number,
                now,
                delivered,
                order,
                buyer,
                broughtTo,
                items.stream().map(item -> line(item, charged)).toList(),
                new Money(fee, currency),
                vat,
                new Money(pricing.total(), currency),
                settlement,
                corrects,
                "");
    }

    /** A shop without a number for VAT that writes nought on everything charges none: its papers say why. */
    private boolean chargesVat(List<Item> items) {
        return !head.shop().legal().vatId().isEmpty() || items.stream().anyMatch(item -> item.vatRate.orElse(0) > 0);
    }

    private static BillLine line(Item item, boolean charged) {
        var rate = charged ? item.vatRate : OptionalInt.empty();
        long gross = item.unitPrice.minorUnits();
        long net = PricedLine.halfUp(Math.multiplyExact(gross, WHOLE), WHOLE + rate.orElse(0));
        return new BillLine(
                item.name,
                "",
                item.measure
                        .<Quantity>map(measure -> new Quantity.Loose(item.quantity, measure))
                        .orElseGet(() -> new Quantity.Pieces(item.quantity)),
                rate,
                new Money(net, item.unitPrice.currency()),
                item.unitPrice,
                item.total);
    }
}
