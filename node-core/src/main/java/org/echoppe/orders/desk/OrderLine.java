package org.echoppe.orders.desk;

import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.domain.Cid;
import org.echoppe.domain.RecordKey;
import org.echoppe.orders.PricedLine;
import org.echoppe.records.Measure;
import org.echoppe.records.Withdrawal;
import org.echoppe.repo.Ipld;

/**
 * One line of an order as the shop sees it.
 *
 * @param record that the shopper read
 * @param variant key of a kind; empty for a product that has none
 * @param name as published in that record, with the kind's options
 * @param quantity asked for: pieces, or thousandths of the measure's unit for loose goods
 * @param accepted of them the shop gives; as long as nothing is decided, what it could give
 * @param measure that the price is of, where any part of it is sold; empty for pieces
 * @param unitPrice in minor units, VAT and all
 * @param total of what is accepted
 * @param withdrawal whether one may change one's mind; empty where the merchant did not say
 * @param back whether the shopper withdrew from it, the shop took it back, or the order was cancelled
 * @param part of which line this was taken back, from 0; empty for a line that was ordered so. Parts stand behind all that was
 *     ordered, so that the numbers of lines stay what both sides know them by
 */
public record OrderLine(
        RecordKey product,
        Cid record,
        String variant,
        String name,
        long quantity,
        long accepted,
        Optional<Measure> measure,
        long unitPrice,
        long total,
        OptionalInt vatRate,
        Optional<Withdrawal> withdrawal,
        boolean back,
        OptionalInt part) {

    OrderLine accepting(long pieces, long newTotal) {
        return new OrderLine(
                product,
                record,
                variant,
                name,
                quantity,
                pieces,
                measure,
                unitPrice,
                newTotal,
                vatRate,
                withdrawal,
                back,
                part);
    }

    OrderLine agreed() {
        return new OrderLine(
                product,
                record,
                variant,
                name,
                accepted,
                accepted,
                measure,
                unitPrice,
                total,
                vatRate,
                withdrawal,
                back,
                part);
    }

    /** The same by the record, name and rule of the other: what a shopper read, and agreed to. */
    OrderLine as(OrderLine told) {
        return new OrderLine(
                product,
                told.record,
                variant,
                told.name,
                quantity,
                accepted,
                measure,
                unitPrice,
                total,
                vatRate,
                told.withdrawal,
                back,
                part);
    }

    OrderLine givenBack() {
        return new OrderLine(
                product,
                record,
                variant,
                name,
                quantity,
                accepted,
                measure,
                unitPrice,
                total,
                vatRate,
                withdrawal,
                true,
                part);
    }

    /** The part of it that is taken back: so much. */
    OrderLine taken(long amount, int line) {
        return new OrderLine(
                product,
                record,
                variant,
                name,
                amount,
                amount,
                measure,
                unitPrice,
                Math.min(priceOf(amount), total),
                vatRate,
                withdrawal,
                true,
                OptionalInt.of(line));
    }

    /** What stays of it then; both together cost what it cost. */
    OrderLine without(OrderLine taken) {
        return changed(-taken.quantity, -taken.accepted, -taken.total);
    }

    /** As it was ordered, with a part that was taken back. */
    OrderLine with(OrderLine taken) {
        return changed(taken.quantity, taken.accepted, taken.total);
    }

    private OrderLine changed(long asked, long given, long money) {
        return new OrderLine(
                product,
                record,
                variant,
                name,
                quantity + asked,
                accepted + given,
                measure,
                unitPrice,
                total + money,
                vatRate,
                withdrawal,
                back,
                part);
    }

    /** Whether any part of its measure is sold. */
    public boolean loose() {
        return measure.isPresent();
    }

    /** Whether it is the shopper's, or will be: accepted and not given back. */
    boolean stays() {
        return accepted > 0 && !back;
    }

    /** What so much of it costs. */
    long priceOf(long amount) {
        long price = Math.multiplyExact(unitPrice, amount);
        return measure.map(whole -> PricedLine.halfUp(price, whole.quantity())).orElse(price);
    }

    /** Where its pieces are counted. */
    Optional<String> kind() {
        return variant.isEmpty() ? Optional.empty() : Optional.of(variant);
    }

    /** Pieces that have to be set aside; loose goods are not counted. */
    long pieces() {
        return loose() ? 0 : accepted;
    }

    Ipld.Fields toFields() {
        var fields = new HashMap<String, Ipld>();
        fields.put("rkey", new Ipld.Text(product.value()));
        fields.put("cid", new Ipld.Text(record.toString()));
        fields.put("variant", new Ipld.Text(variant));
        fields.put("name", new Ipld.Text(name));
        fields.put("quantity", new Ipld.Int(quantity));
        fields.put("accepted", new Ipld.Int(accepted));
        measure.ifPresent(whole -> fields.put("measure", whole.toFields()));
        fields.put("unitPrice", new Ipld.Int(unitPrice));
        fields.put("total", new Ipld.Int(total));
        vatRate.ifPresent(rate -> fields.put("vatRate", new Ipld.Int(rate)));
        withdrawal.ifPresent(rule -> {
            fields.put("withdrawable", new Ipld.Bool(rule.allowed()));
            fields.put("why", new Ipld.Text(rule.reason()));
        });
        fields.put("back", new Ipld.Bool(back));
        part.ifPresent(line -> fields.put("part", new Ipld.Int(line)));
        return new Ipld.Fields(fields);
    }

    static OrderLine of(Ipld.Fields fields) {
        return new OrderLine(
                new RecordKey(Stored.text(fields, "rkey")),
                Cid.parse(Stored.text(fields, "cid")),
                Stored.text(fields, "variant"),
                Stored.text(fields, "name"),
                Stored.integer(fields, "quantity"),
                Stored.integer(fields, "accepted"),
                fields.fields("measure").flatMap(Measure::of),
                Stored.integer(fields, "unitPrice"),
                Stored.integer(fields, "total"),
                fields.integer("vatRate")
                        .map(rate -> OptionalInt.of(rate.intValue()))
                        .orElse(OptionalInt.empty()),
                fields.get("withdrawable")
                        .map(_ -> new Withdrawal(fields.isTrue("withdrawable"), Stored.text(fields, "why"))),
                fields.isTrue("back"),
                fields.integer("part")
                        .map(line -> OptionalInt.of(line.intValue()))
                        .orElse(OptionalInt.empty()));
    }
}
