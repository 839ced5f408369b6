package org.echoppe.orders.documents;

import static org.echoppe.orders.documents.Paper.millimetres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.echoppe.orders.documents.Sheet.PageHead;
import org.echoppe.orders.documents.Sheet.Text;
import org.echoppe.orders.documents.Table.Column;

/** An invoice, or the credit note that takes one back, on A4. */
final class InvoicePaper {
    private static final Style SMALL = Style.muted(8.5f);
    private static final Style BODY = Style.plain(9.5f);
    private static final Style STRONG = Style.bold(9.5f);
    /** Where the window of a French envelope shows the buyer. */
    private static final float WINDOW_LEFT = millimetres(110);

    private static final float WINDOW_TOP = millimetres(48);

    private final Bill bill;
    private final Texts texts;
    private final Seller seller;
    private final String title;

    InvoicePaper(Bill bill) {
        this.bill = bill;
        this.texts = Texts.of(bill.shop());
        this.seller = new Seller(bill.shop(), texts);
        this.title =
                texts.say(bill.number().kind().code() + ".title", bill.number().text());
    }

    byte[] print() {
        var head = new PageHead() {
            @Override
            public String later() {
                return bill.shop().name() + " · " + title;
            }

            @Override
            public String foot(int page, int pages) {
                return texts.say("page", page, pages);
            }
        };
        return new Press(Paper.A4, texts, title + " · " + bill.shop().name(), bill.issued(), bill.zone())
                .print(head, this::write);
    }

    private void write(Sheet sheet) {
        parties(sheet);
        sheet.gap(16);
        lines(sheet);
        sheet.gap(10);
        new Sums(bill, texts).write(sheet);
        sheet.gap(14);
        new Payment(bill, texts).write(sheet);
        mentions(sheet);
    }

    private void parties(Sheet sheet) {
        float half = WINDOW_LEFT - sheet.left() - 12;
        float right = sheet.right() - WINDOW_LEFT;
        var from = new ArrayList<Text>();
        float top = sheet.block("H1", List.of(new Text(title, Style.title(18))), WINDOW_LEFT, sheet.top(), right);
        float facts = sheet.block("P", facts(), WINDOW_LEFT, top + 4, right);
        from.add(new Text(bill.shop().name(), Style.title(18)));
        seller.name().forEach(line -> from.add(new Text(line, BODY)));
        seller.contact().forEach(line -> from.add(new Text(line, BODY)));
        seller.numbers().forEach(line -> from.add(new Text(line, SMALL)));
        float sold = sheet.block("P", from, sheet.left(), sheet.top(), half);
        float window = Math.max(WINDOW_TOP, facts + 10);
        float bought = sheet.block("P", buyer(), WINDOW_LEFT, window, right);
        var delivered = bill.deliveredTo().stream()
                .flatMap(address -> Stream.concat(
                        Stream.of(new Text(texts.say("delivered-to"), SMALL)),
                        seller.address(address, seller.country()).stream().map(line -> new Text(line, BODY))))
                .toList();
        float brought = sheet.block("P", delivered, sheet.left(), Math.max(window, sold + 10), half);
        sheet.goTo(Math.max(Math.max(sold, bought), brought));
    }

    private List<Text> facts() {
        var facts = new ArrayList<Text>();
        facts.add(new Text(texts.say("issued", texts.date(bill.issued(), bill.zone())), BODY));
        bill.corrects().ifPresent(correction -> {
            facts.add(new Text(
                    texts.say("corrects", correction.number().text(), texts.date(correction.issued())), STRONG));
            if (!correction.why().isEmpty()) {
                facts.add(new Text(correction.why(), BODY));
            }
        });
        bill.delivered()
                .ifPresent(at -> facts.add(new Text(texts.say("delivered", texts.date(at, bill.zone())), BODY)));
        if (!bill.order().isEmpty()) {
            facts.add(new Text(texts.say("order", bill.order()), BODY));
        }
        return facts;
    }

    private List<Text> buyer() {
        var lines = new ArrayList<Text>();
        bill.buyer().ifPresent(buyer -> {
            lines.add(new Text(texts.say("buyer"), SMALL));
            lines.add(new Text(buyer.name(), Style.bold(10.5f)));
            seller.address(buyer.address(), seller.country())
                    .forEach(line -> lines.add(new Text(line, Style.plain(10.5f))));
            if (!buyer.registrationId().isEmpty()) {
                lines.add(new Text(seller.registration(buyer.registrationId()), SMALL));
            }
            if (!buyer.vatId().isEmpty()) {
                lines.add(new Text(texts.say("vat.id", buyer.vatId()), SMALL));
            }
        });
        return lines;
    }

    private void lines(Sheet sheet) {
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

    private List<Text> money(org.echoppe.domain.Money money) {
        return plain(texts.money(money));
    }

    private void mentions(Sheet sheet) {
        sheet.gap(12);
        for (String mention : new Mentions(bill, seller, texts).lines()) {
            sheet.text("P", mention, SMALL);
            sheet.gap(2);
        }
    }
}
