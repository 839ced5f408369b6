package org.echoppe.orders.documents;

import org.echoppe.orders.documents.Sheet.PageHead;

/** What a till prints: short, on the roll. */
final class ReceiptPaper {
    private static final Style BODY = Style.plain(9);
    private static final Style STRONG = Style.bold(9);
    private static final Style SMALL = Style.plain(8);

    private final Bill bill;
    private final long copy;
    private final Texts texts;
    private final Seller seller;
    private final String title;

    /** @param copy 0 for none */
    ReceiptPaper(Bill bill, long copy) {
        this.bill = bill;
        this.copy = copy;
        this.texts = Texts.of(bill.shop());
        this.seller = new Seller(bill.shop(), texts);
        this.title = texts.say(
                bill.number().series().code() + ".title", bill.number().text());
    }

    byte[] print() {
        var head = new PageHead() {
            @Override
            public String later() {
                return title;
            }

            @Override
            public String foot(int page, int pages) {
                return "";
            }
        };
        return new Press(Paper.ROLL, texts, title + " · " + bill.shop().name(), bill.issued(), bill.zone())
                .print(head, this::write);
    }

    private void write(Sheet sheet) {
        top(sheet);
        sheet.gap(6);
        sheet.rule();
        sheet.gap(4);
        bill.lines().forEach(line -> line(sheet, line));
        if (bill.fee().minorUnits() != 0) {
            sheet.ends(texts.say("fee"), texts.money(bill.fee()), BODY);
        }
        sheet.gap(2);
        sheet.rule();
        sheet.gap(4);
        sheet.ends(
                texts.say(back() ? "receipt.total.back" : "receipt.total"), texts.money(bill.total()), Style.bold(14));
        sheet.text("P", settled(), BODY);
        sheet.gap(4);
        vat(sheet);
        for (String mention : new Mentions(bill, seller, texts).lines()) {
            sheet.text("P", mention, SMALL);
        }
    }

    private void top(Sheet sheet) {
        sheet.centred("P", bill.shop().name(), Style.title(14));
        seller.name().forEach(line -> sheet.centred("P", line, BODY));
        seller.contact().forEach(line -> sheet.centred("P", line, BODY));
        seller.numbers().forEach(line -> sheet.centred("P", line, SMALL));
        sheet.gap(6);
        String when = texts.say(
                "receipt.when", texts.date(bill.issued(), bill.zone()), texts.time(bill.issued(), bill.zone()));
        if (copy > 0) {
            sheet.text("P", texts.say("receipt.copy", copy), STRONG);
        }
        sheet.text("H1", title, STRONG);
        sheet.text("P", when, BODY);
        bill.corrects().ifPresent(one -> {
            sheet.text("P", texts.say("receipt.corrects", one.number().text(), texts.date(one.issued())), BODY);
            sheet.text("P", texts.why(one.why()), BODY);
        });
        if (!bill.order().isEmpty()) {
            sheet.text("P", texts.say("order", bill.order()), BODY);
        }
    }

    /** The name with its total; below it how much, the price of one and the rate. */
    private void line(Sheet sheet, BillLine line) {
        sheet.ends(line.name(), texts.money(line.total()), BODY);
        if (!line.detail().isEmpty()) {
            sheet.text("P", line.detail(), SMALL, sheet.left() + 8, sheet.width() - 8);
        }
        String count = texts.say(
                "receipt.count", texts.quantity(line.quantity()), texts.unitPrice(line.unitGross(), line.quantity()));
        String rate = line.vatRate().isPresent() && !bill.vat().isEmpty()
                ? texts.say("receipt.rate", texts.rate(line.vatRate().getAsInt()))
                : "";
        sheet.text("P", count + rate, SMALL, sheet.left() + 8, sheet.width() - 8);
        sheet.gap(2);
    }

    private boolean back() {
        return bill.corrects().isPresent();
    }

    private String settled() {
        return switch (bill.settlement()) {
            case Settlement.Paid(var ignored, String how)
            when !how.isEmpty() -> texts.say(back() ? "receipt.back.by" : "receipt.paid.by", texts.how(how));
            case Settlement.Paid ignored -> texts.say(back() ? "receipt.back" : "receipt.paid");
            case Settlement.Deducted ignored -> texts.say("deducted");
            case Settlement.Due ignored -> texts.say("receipt.due");
            case Settlement.Transfer ignored -> texts.say("receipt.transfer");
        };
    }

    private void vat(Sheet sheet) {
        for (var vat : bill.vat()) {
            sheet.ends(
                    texts.say("receipt.vat", texts.rate(vat.rate()), texts.money(vat.net())),
                    texts.money(vat.tax()),
                    SMALL);
        }
        if (!bill.vat().isEmpty()) {
            sheet.ends(texts.say("receipt.net"), texts.money(bill.net()), SMALL);
            sheet.ends(texts.say("receipt.tax"), texts.money(bill.tax()), SMALL);
        }
    }
}
