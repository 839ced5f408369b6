package org.echoppe.orders.documents;

import static org.echoppe.orders.documents.Paper.millimetres;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.orders.documents.Sheet.PageHead;
import org.echoppe.orders.documents.Sheet.Text;

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
        this.title = texts.say(
                bill.number().series().code() + ".title", bill.number().text());
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
        new Goods(bill, texts).write(sheet);
        sheet.gap(10);
        new Sums(bill, texts).write(sheet);
        sheet.gap(14);
        new Payment(bill, texts).write(sheet);
        mentions(sheet);
    }

    private void parties(Sheet sheet) {
        float half = WINDOW_LEFT - sheet.left() - 12;
        float right = sheet.right() - WINDOW_LEFT;
        float top = sheet.block("H1", List.of(new Text(title, Style.title(18))), WINDOW_LEFT, sheet.top(), right);
        float facts = sheet.block("P", facts(), WINDOW_LEFT, top + 4, right);
        float sold = sheet.block("P", seller(), sheet.left(), sheet.top(), half);
        float window = Math.max(WINDOW_TOP, facts + 10);
        float bought = sheet.block("P", buyer(), WINDOW_LEFT, window, right);
        float brought = sheet.block("P", deliveredTo(), sheet.left(), Math.max(window, sold + 10), half);
        sheet.goTo(Math.max(Math.max(sold, bought), brought));
    }

    private List<Text> seller() {
        var lines = new ArrayList<Text>();
        lines.add(new Text(bill.shop().name(), Style.title(18)));
        seller.name().forEach(line -> lines.add(new Text(line, BODY)));
        seller.contact().forEach(line -> lines.add(new Text(line, BODY)));
        seller.numbers().forEach(line -> lines.add(new Text(line, SMALL)));
        return lines;
    }

    private List<Text> deliveredTo() {
        var lines = new ArrayList<Text>();
        bill.deliveredTo().ifPresent(address -> {
            lines.add(new Text(texts.say("delivered-to"), SMALL));
            seller.address(address, seller.country()).forEach(line -> lines.add(new Text(line, BODY)));
        });
        return lines;
    }

    private List<Text> facts() {
        var facts = new ArrayList<Text>();
        facts.add(new Text(texts.say("issued", texts.date(bill.issued(), bill.zone())), BODY));
        bill.corrects().ifPresent(correction -> {
            facts.add(new Text(
                    texts.say("corrects", correction.number().text(), texts.date(correction.issued())), STRONG));
            if (!correction.why().isEmpty()) {
                facts.add(new Text(texts.why(correction.why()), BODY));
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

    private void mentions(Sheet sheet) {
        sheet.gap(12);
        for (String mention : new Mentions(bill, seller, texts).lines()) {
            sheet.text("P", mention, SMALL);
            sheet.gap(2);
        }
    }
}
