package org.echoppe.orders.documents;

import static org.echoppe.orders.documents.Paper.millimetres;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.documents.Sheet.Text;

/** How an invoice is paid, or was; for a transfer with the code that a bank's app reads. */
record Payment(Bill bill, Texts texts) {
    private static final Style BODY = Style.plain(9.5f);
    private static final Style STRONG = Style.bold(11);
    private static final Style SMALL = Style.muted(8.5f);
    private static final float CODE = millimetres(36);

    void write(Sheet sheet) {
        switch (bill.settlement()) {
            case Settlement.Paid paid -> sheet.text("P", paid(paid), STRONG);
            case Settlement.Due(String how) -> {
                sheet.text("P", texts.say(due(), texts.money(bill.total())), STRONG);
                if (!how.isEmpty()) {
                    sheet.text("P", how, BODY);
                }
            }
            case Settlement.Deducted ignored -> sheet.text("P", texts.say("deducted"), STRONG);
            case Settlement.Transfer transfer -> transfer(sheet, transfer);
        }
    }

    private String due() {
        if (bill.number().series() == NumberSeries.CREDIT_NOTE) {
            return "due.back";
        }
        return bill.delivered().isPresent() ? "due" : "due.later";
    }

    private String paid(Settlement.Paid paid) {
        String day = texts.date(paid.at(), bill.zone());
        return paid.how().isEmpty() ? say("paid", day) : say("paid.by", day, texts.how(paid.how()));
    }

    private void transfer(Sheet sheet, Settlement.Transfer transfer) {
        var code = transfer.code();
        var lines = new ArrayList<Text>();
        lines.add(new Text(
                texts.say("transfer.until", texts.money(code.amount()), texts.date(transfer.until())), STRONG));
        lines.add(new Text(texts.say("transfer.holder", code.holder()), BODY));
        lines.add(new Text(texts.say("transfer.iban", code.iban().groups()), BODY));
        if (!code.bic().isEmpty()) {
            lines.add(new Text(texts.say("transfer.bic", code.bic()), BODY));
        }
        lines.add(new Text(texts.say("transfer.reference", reference(code)), BODY));
        lines.add(new Text(texts.say("transfer.scan"), SMALL));
        sheet.need(CODE + 4);
        float top = sheet.top();
        sheet.canvas().code(code.code(), sheet.left(), top, CODE, texts.say("transfer.code"));
        float left = sheet.left() + CODE + 10;
        float end = sheet.block("P", List.copyOf(lines), left, top + 6, sheet.right() - left);
        sheet.goTo(Math.max(end, top + CODE));
    }

    private static String reference(EpcCode code) {
        return switch (code.reference()) {
            case EpcCode.Reference.Words(String text) -> text;
            case EpcCode.Reference.Creditor(var number) -> number.groups();
        };
    }

    /** A credit note says it the other way round. */
    private String say(String key, Object... arguments) {
        return texts.say(bill.number().series() == NumberSeries.CREDIT_NOTE ? key + ".back" : key, arguments);
    }
}
