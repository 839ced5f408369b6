package org.echoppe.orders.documents;

import static org.echoppe.orders.documents.Paper.millimetres;

import java.util.List;
import java.util.stream.Stream;
import org.echoppe.identity.QrCode;
import org.echoppe.orders.documents.Sheet.PageHead;
import org.echoppe.orders.wire.Fulfilment;

/** A slip: the number large enough to be read across the counter, then when, what, and whether it is paid. */
final class SlipPaper {
    private static final float CODE = millimetres(26);
    private static final float BOX = 11;
    /** Of what is put into the bag, from the box to the name. */
    private static final float COUNT = 52;

    private final Slip slip;
    private final Paper paper;
    private final Texts texts;
    private final Seller seller;
    private final float scale;

    SlipPaper(Slip slip, Paper paper) {
        this.slip = slip;
        this.paper = paper;
        this.texts = Texts.of(slip.shop());
        this.seller = new Seller(slip.shop(), texts);
        this.scale = paper == Paper.ROLL ? 1 : 1.2f;
    }

    byte[] print() {
        String title = texts.say("slip.title", slip.reference());
        var head = new PageHead() {
            @Override
            public String later() {
                return slip.shop().name() + " · " + title;
            }

            @Override
            public String foot(int page, int pages) {
                return texts.say("page", page, pages);
            }
        };
        return new Press(paper, texts, title + " · " + slip.shop().name(), slip.placed(), slip.zone())
                .print(head, this::write);
    }

    private void write(Sheet sheet) {
        top(sheet);
        sheet.gap(4);
        handing(sheet);
        sheet.gap(8);
        sheet.rule();
        slip.items().forEach(item -> item(sheet, item));
        if (!slip.note().isEmpty()) {
            note(sheet);
        }
        sheet.gap(8);
        sums(sheet);
        sheet.gap(6);
        sheet.rule();
        sheet.gap(6);
        contact(sheet);
    }

    /** Name and number at the left, the code at the right. */
    private void top(Sheet sheet) {
        float top = sheet.top();
        float width = sheet.width() - CODE - 4;
        sheet.canvas()
                .code(QrCode.of(slip.scan()), sheet.right() - CODE, top - 4, CODE, texts.say("slip.code", slip.scan()));
        sheet.text("P", slip.shop().name(), Style.title(size(11)), sheet.left(), width);
        sheet.gap(4);
        sheet.text("H1", slip.reference(), Style.bold(number(sheet, width)), sheet.left(), width);
        sheet.goTo(top + CODE);
    }

    /** As large as the width takes it on one line. */
    private float number(Sheet sheet, float width) {
        float size = size(40);
        while (size > 16
                && sheet.letters().width(sheet.letters().printable(slip.reference(), Style.Face.BOLD), Style.bold(size))
                        > width) {
            size -= 2;
        }
        return size;
    }

    private void handing(Sheet sheet) {
        var strong = Style.bold(size(13));
        switch (slip.fulfilment()) {
            case Fulfilment.Pickup(var from, var to) -> {
                sheet.text("P", texts.say("slip.pickup", texts.weekday(from, slip.zone())), strong);
                sheet.text(
                        "P",
                        texts.say("slip.slot", texts.time(from, slip.zone()), texts.time(to, slip.zone())),
                        Style.bold(size(17)));
            }
            case Fulfilment.Delivery(var address) -> {
                sheet.text("P", texts.say("slip.delivery"), strong);
                sheet.text("P", slip.contact().name(), strong);
                seller.address(address, seller.country()).forEach(line -> sheet.text("P", line, strong));
            }
        }
    }

    private void item(Sheet sheet, Slip.Item item) {
        var name = Style.plain(size(11));
        var small = Style.muted(size(9));
        var count = Style.bold(size(11));
        float left = sheet.left() + BOX + 6 + COUNT * scale;
        float width = sheet.right() - left;
        int lines =
                new Wrapping(sheet.letters(), name, width).lines(item.name()).size();
        sheet.need(10 + Math.max(2, lines) * name.leading() + (item.detail().isEmpty() ? 0 : small.leading()));
        sheet.gap(5);
        sheet.canvas().frame(sheet.left() + 1, sheet.top() + (name.leading() - BOX) / 2, BOX, BOX, 1);
        float top = sheet.top();
        String quantity = item.quantity() instanceof Quantity.Pieces
                ? texts.say("slip.times", texts.quantity(item.quantity()))
                : texts.quantity(item.quantity());
        float counted = sheet.block(
                "P", List.of(new Sheet.Text(quantity, count)), sheet.left() + BOX + 6, top, COUNT * scale - 4);
        sheet.text("P", item.name(), name, left, width);
        if (!item.detail().isEmpty()) {
            sheet.text("P", item.detail(), small, left, width);
        }
        sheet.goTo(counted);
        sheet.gap(4);
        sheet.rule();
    }

    /** Framed, so that nobody overlooks it. */
    private void note(Sheet sheet) {
        var words = Style.bold(size(11));
        float width = sheet.width() - 14;
        var lines = new Wrapping(sheet.letters(), words, width).lines(slip.note());
        float height = lines.size() * words.leading() + Style.muted(size(9)).leading() + 12;
        sheet.gap(8);
        boolean framed = height < paper.height() / 3;
        if (framed) {
            sheet.need(height);
            sheet.canvas().frame(sheet.left() + 1, sheet.top(), sheet.width() - 2, height, 1);
        }
        sheet.gap(5);
        sheet.text("P", texts.say("slip.note"), Style.muted(size(9)), sheet.left() + 7, width);
        sheet.text("P", slip.note(), words, sheet.left() + 7, width);
        sheet.gap(7);
    }

    private void sums(Sheet sheet) {
        if (slip.fee().minorUnits() != 0) {
            sheet.ends(texts.say("fee"), texts.money(slip.fee()), Style.plain(size(10)));
        }
        String due = switch (slip.settlement()) {
            case Settlement.Paid ignored -> "slip.paid";
            case Settlement.Due ignored -> "slip.due";
            case Settlement.Deducted ignored -> throw new IllegalArgumentException("a slip takes nothing off");
            case Settlement.Transfer ignored -> "slip.transfer";
        };
        sheet.ends(texts.say(due), texts.money(slip.total()), Style.bold(size(15)));
        if (slip.settlement() instanceof Settlement.Transfer(var code, var ignored)) {
            transfer(sheet, code);
        }
    }

    /** For the shopper: the slip goes along with the goods. */
    private void transfer(Sheet sheet, EpcCode code) {
        var lines = Stream.of(
                        texts.say("transfer.holder", code.holder()),
                        texts.say("transfer.iban", code.iban().groups()),
                        code.bic().isEmpty() ? "" : texts.say("transfer.bic", code.bic()),
                        texts.say("transfer.reference", slip.reference()))
                .filter(line -> !line.isEmpty())
                .map(line -> new Sheet.Text(line, Style.plain(size(9))))
                .toList();
        sheet.gap(4);
        sheet.need(CODE * scale + 4);
        float top = sheet.top();
        float width = CODE * scale;
        sheet.canvas().code(code.code(), sheet.left(), top, width, texts.say("transfer.code"));
        float left = sheet.left() + width + 6;
        float end = sheet.block("P", lines, left, top + 4, sheet.right() - left);
        sheet.goTo(Math.max(end, top + width));
    }

    private void contact(Sheet sheet) {
        sheet.text("P", slip.contact().name(), Style.bold(size(11)));
        for (String line : List.of(slip.contact().phone(), slip.contact().email())) {
            if (!line.isEmpty()) {
                sheet.text("P", line, Style.plain(size(11)));
            }
        }
        sheet.gap(3);
        String placed = texts.say(
                "slip.placed", texts.date(slip.placed(), slip.zone()), texts.time(slip.placed(), slip.zone()));
        sheet.text("P", placed, Style.muted(size(9)));
    }

    private float size(float points) {
        return points * scale;
    }
}
