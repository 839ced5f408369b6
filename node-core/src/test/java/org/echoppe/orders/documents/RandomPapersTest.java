package org.echoppe.orders.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.wire.Contact;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.records.Address;
import org.echoppe.records.Measure;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever shoppers and shopkeepers write, it is on the paper and inside its margins. */
class RandomPapersTest {
    private static final long SEED = 20_261_124;
    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzéèàçœæßøñ      ’-.,:()«»/\"&<>%€ÀÉŒĐŁжщΩאבג漢字🥐\u200d\u0301\u00a0\u00ad\t\n\u0000\ud800";

    private final Random random = new Random(SEED);

    @Test
    void anyOrderFillsItsPapers() {
        fill(30);
    }

    @Test
    @Tag("slow")
    void twoHundredOrdersFillTheirPapers() {
        fill(200);
    }

    private void fill(int orders) {
        for (int i = 0; i < orders; i++) {
            boolean roll = i % 3 != 0;
            byte[] file = switch (i % 3) {
                case 0 -> Papers.bill(bill(NumberSeries.INVOICE));
                case 1 -> Papers.bill(bill(NumberSeries.RECEIPT));
                default -> Papers.slip(slip(), Paper.ROLL);
            };
            var paper = new Printed(file);
            assertThat(paper.pages()).as("order %d", i).isPositive();
            if (i % 10 < 2) {
                float margin = (roll ? Paper.ROLL : Paper.A4).margin() - 2;
                for (int page = 0; page < paper.pages(); page++) {
                    assertThat(paper.clean(page, margin))
                            .as("order %d, page %d", i, page)
                            .isTrue();
                }
            }
        }
    }

    private Bill bill(NumberSeries series) {
        var lines = new ArrayList<BillLine>();
        int rate = random.nextBoolean() ? -1 : 550;
        for (int i = few(8); i >= 0; i--) {
            int cents = random.nextInt(1, 1_000_000);
            lines.add(Samples.line(text(200), text(60), quantity(), cents, cents * 3L, rate));
        }
        var buyer = new Buyer(text(100), address(), random.nextBoolean() ? text(20) : "", text(15));
        return Samples.bill(
                shop(), new DocumentNumber(series, 2026, few(999_999) + 1), buyer, lines, few(900), settlement());
    }

    private Slip slip() {
        var items = new ArrayList<Slip.Item>();
        for (int i = few(12); i >= 0; i--) {
            items.add(new Slip.Item(quantity(), text(200), text(60), Samples.euros(few(10_000))));
        }
        var from = Instant.parse("2026-11-25T07:15:00Z").plusSeconds(few(1_000_000));
        var fulfilment = random.nextBoolean()
                ? new Fulfilment.Pickup(from, from.plusSeconds(1_800))
                : new Fulfilment.Delivery(address());
        return new Slip(
                shop(),
                Samples.PARIS,
                text(12),
                "X" + few(99_999),
                from,
                fulfilment,
                new Contact(text(100), text(40), text(200)),
                items,
                text(1_000),
                Samples.euros(few(500)),
                Samples.euros(few(100_000)),
                settlement());
    }

    private Settlement settlement() {
        return switch (few(3)) {
            case 0 -> new Settlement.Paid(Samples.NOON, text(40));
            case 1 -> new Settlement.Due(text(80));
            default ->
                new Settlement.Transfer(
                        new EpcCode(
                                "Épicerie",
                                Samples.IBAN,
                                "",
                                Samples.euros(few(9_999) + 1),
                                new EpcCode.Reference.Words("F-1")),
                        LocalDate.of(2027, 1, 2));
        };
    }

    private Quantity quantity() {
        return random.nextBoolean()
                ? new Quantity.Pieces(few(9_999) + 1)
                : new Quantity.Loose(
                        few(9_999_000) + 1,
                        new Measure(few(3_000) + 1, List.of(Unit.values()).get(few(5))));
    }

    private ShopProfile shop() {
        return (random.nextBoolean() ? Samples.grocer() : Samples.englishGrocer())
                .withName(text(200))
                .withAddress(address());
    }

    private Address address() {
        return new Address(
                text(200), text(20), text(100), List.of("FR", "BE", "").get(few(3)));
    }

    private int few(int most) {
        return random.nextInt(most);
    }

    private String text(int longest) {
        var text = new StringBuilder();
        for (int i = few(longest); i > 0; i--) {
            text.append(LETTERS.charAt(few(LETTERS.length())));
        }
        return text.toString();
    }
}
