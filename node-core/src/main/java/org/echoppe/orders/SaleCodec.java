package org.echoppe.orders;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.Measure;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;

/** Sales as DAG-CBOR and back. Their amounts are minor units of the sale's one currency. */
final class SaleCodec {
    private SaleCodec() {}

    static Ipld.Fields fields(Event.SaleMade sale) {
        return new Ipld.Fields(Map.of(
                "head",
                sale.head().toFields(),
                "sale",
                new Ipld.Text(sale.sale()),
                "year",
                new Ipld.Int(sale.receiptYear()),
                "number",
                new Ipld.Int(sale.receiptNumber()),
                "total",
                new Ipld.Int(sale.total().minorUnits()),
                "currency",
                new Ipld.Text(sale.total().currency().getCurrencyCode()),
                "paid",
                new Ipld.Text(sale.paid()),
                "lines",
                lines(sale)));
    }

    static byte[] linesOf(Event.SaleMade sale) {
        return DagCbor.encode(lines(sale));
    }

    private static Ipld.Items lines(Event.SaleMade sale) {
        return new Ipld.Items(sale.lines().stream().<Ipld>map(SaleCodec::fields).toList());
    }

    private static Ipld.Fields fields(Event.SaleMade.Line line) {
        var fields = new HashMap<String, Ipld>();
        fields.put("product", new Ipld.Text(line.product().value()));
        line.variant().ifPresent(key -> fields.put("variant", new Ipld.Text(key)));
        fields.put("name", new Ipld.Text(line.name()));
        fields.put("pieces", new Ipld.Int(line.pieces()));
        fields.put("each", new Ipld.Int(line.each().minorUnits()));
        line.vatRate().ifPresent(rate -> fields.put("vat", new Ipld.Int(rate)));
        line.loose().ifPresent(measure -> fields.put("measure", measure.toFields()));
        return new Ipld.Fields(fields);
    }

    static Event.SaleMade sale(Ipld.Fields fields) {
        var currency = Currency.getInstance(EventCodec.text(fields, "currency"));
        List<Event.SaleMade.Line> lines = fields.items("lines").orElse(List.of()).stream()
                .map(line -> line((Ipld.Fields) line, currency))
                .toList();
        return new Event.SaleMade(
                EventCodec.text(fields, "sale"),
                (int) EventCodec.integer(fields, "year"),
                EventCodec.integer(fields, "number"),
                lines,
                new Money(EventCodec.integer(fields, "total"), currency),
                EventCodec.text(fields, "paid"),
                fields.fields("head")
                        .flatMap(Letterhead::of)
                        .orElseThrow(() -> new IllegalStateException("a sale of nobody")));
    }

    private static Event.SaleMade.Line line(Ipld.Fields fields, Currency currency) {
        return new Event.SaleMade.Line(
                new RecordKey(EventCodec.text(fields, "product")),
                fields.text("variant"),
                EventCodec.text(fields, "name"),
                EventCodec.integer(fields, "pieces"),
                new Money(EventCodec.integer(fields, "each"), currency),
                fields.integer("vat")
                        .map(rate -> OptionalInt.of(rate.intValue()))
                        .orElse(OptionalInt.empty()),
                fields.fields("measure").flatMap(Measure::of));
    }
}
