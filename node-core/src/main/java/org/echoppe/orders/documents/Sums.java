package org.echoppe.orders.documents;

import java.util.List;
import org.echoppe.orders.documents.Sheet.Text;
import org.echoppe.orders.documents.Table.Column;

/** What it comes to: the VAT by rate, and the total without and with it. */
record Sums(Bill bill, Texts texts) {
    private static final Style BODY = Style.plain(9.5f);
    private static final Style TOTAL = Style.bold(13);
    private static final List<Float> WIDTHS = List.of(64f, 76f, 70f, 76f);

    void write(Sheet sheet) {
        sheet.need(40 + bill.vat().size() * 22f);
        if (!bill.vat().isEmpty()) {
            rates(sheet);
            sheet.gap(8);
            sheet.ends(texts.say("total.net"), texts.money(bill.net()), BODY, left(sheet));
            sheet.ends(texts.say("total.tax"), texts.money(bill.tax()), BODY, left(sheet));
            sheet.gap(3);
        }
        String key = bill.vat().isEmpty() ? "total.plain" : "total.gross";
        sheet.ends(texts.say(key), texts.money(bill.total()), TOTAL, left(sheet));
    }

    private void rates(Sheet sheet) {
        var columns = List.of(
                new Column(texts.say("column.rate"), WIDTHS.get(0), true),
                new Column(texts.say("column.base"), WIDTHS.get(1), true),
                new Column(texts.say("column.tax"), WIDTHS.get(2), true),
                new Column(texts.say("column.with"), WIDTHS.get(3), true));
        try (var table = new Table(sheet, left(sheet), columns)) {
            for (var vat : bill.vat()) {
                table.row(List.of(
                        cell(texts.rate(vat.rate())),
                        cell(texts.money(vat.net())),
                        cell(texts.money(vat.tax())),
                        cell(texts.money(vat.net().plus(vat.tax())))));
            }
        }
    }

    private static float left(Sheet sheet) {
        return sheet.right()
                - (float) WIDTHS.stream().mapToDouble(Float::doubleValue).sum();
    }

    private static List<Text> cell(String text) {
        return List.of(new Text(text, BODY));
    }
}
