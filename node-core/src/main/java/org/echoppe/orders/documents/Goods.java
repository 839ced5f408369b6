package org.echoppe.orders.documents;

import java.util.List;
import org.echoppe.domain.Money;
import org.echoppe.orders.documents.Sheet.Text;
import org.echoppe.orders.documents.Table.Column;

/** The lines of a bill as a table, with net prices and rates where VAT is charged. */
record Goods(Bill bill, Texts texts) {
    private static final Style BODY = Style.plain(9.5f);
    private static final Style SMALL = Style.muted(8.5f);

    void write(Sheet sheet) {
        boolean vat = !bill.vat().isEmpty();
        var columns = vat
                ? List.of(
                        new Column(texts.say("column.name"), sheet.width() - 314, false),
                        new Column(texts.say("column.quantity"), 58, true),
                        new Column(texts.say("column.net"), 76, true),
                        new Column(texts.say("column.rate"), 42, true),
                        new Column(texts.say("column.gross"), 76, true),
                        new Column(texts.say("column.total"), 62, true))
                : List.of(
                        new Column(texts.say("column.name"), sheet.width() - 236, false),
                        new Column(texts.say("column.quantity"), 70, true),
                        new Column(texts.say("column.price"), 90, true),
                        new Column(texts.say("column.sum"), 76, true));
        try (var table = new Table(sheet, sheet.left(), columns)) {
            bill.lines().forEach(line -> table.row(vat ? withVat(line) : withoutVat(line)));
            if (bill.fee().minorUnits() != 0) {
                table.row(vat ? feeWithVat() : List.of(one("fee"), List.of(), List.of(), money(bill.fee())));
            }
        }
    }

    private List<List<Text>> withVat(BillLine line) {
        String rate = line.vatRate().isPresent() ? texts.rate(line.vatRate().getAsInt()) : "–";
        return List.of(
                name(line),
                plain(texts.quantity(line.quantity())),
                plain(texts.unitPrice(line.unitNet(), line.quantity())),
                plain(rate),
                plain(texts.unitPrice(line.unitGross(), line.quantity())),
                money(line.total()));
    }

    private List<List<Text>> withoutVat(BillLine line) {
        return List.of(
                name(line),
                plain(texts.quantity(line.quantity())),
                plain(texts.unitPrice(line.unitGross(), line.quantity())),
                money(line.total()));
    }

    /** It bears the rates of the goods, each by its value, and so has no line of its own in the table of rates. */
    private List<List<Text>> feeWithVat() {
        return List.of(
                List.of(new Text(texts.say("fee"), BODY), new Text(texts.say("fee.rates"), SMALL)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                money(bill.fee()));
    }

    private static List<Text> name(BillLine line) {
        var name = new Text(line.name(), BODY);
        return line.detail().isEmpty() ? List.of(name) : List.of(name, new Text(line.detail(), SMALL));
    }

    private List<Text> one(String key) {
        return plain(texts.say(key));
    }

    private static List<Text> plain(String text) {
        return List.of(new Text(text, BODY));
    }

    private List<Text> money(Money money) {
        return plain(texts.money(money));
    }
}
