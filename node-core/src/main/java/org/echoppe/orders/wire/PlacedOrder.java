package org.echoppe.orders.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.PublicKey;
import org.echoppe.identity.ShopperWord;
import org.echoppe.records.Price;

/**
 * An order as the shopper signed it.
 *
 * @param key of the order: who signs with it later is who ordered
 * @param to the merchant it was written to
 * @param profile the very profile record that the shopper read
 * @param note empty where there is none
 * @param replyKey what answers are sealed to
 * @param replyAt nodes where answers may wait
 * @param total what the shopper saw, fee included
 */
public record PlacedOrder(
        OrderId id,
        PublicKey key,
        Did to,
        Cid profile,
        List<PlacedLine> lines,
        Contact contact,
        Fulfilment fulfilment,
        Payment payment,
        String note,
        Language lang,
        PublicKey replyKey,
        List<Did> replyAt,
        Money total,
        Instant createdAt) {
    public static final int MOST_LINES = 100;

    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    public PlacedOrder {
        lines = List.copyOf(lines);
        replyAt = List.copyOf(replyAt);
    }

    /**
     * Reads and verifies what was sealed to this merchant.
     *
     * @param word JWS compact
     * @param now orders from before 30 days, or of more than 10 minutes from now, are refused
     * @throws BadEnvelope when it is not such an order, of the wrong id, or written to another merchant
     */
    public static PlacedOrder read(String word, Did merchant, Instant now) throws BadEnvelope {
        var signed = ShopperWord.parse(word, ShopperWord.ORDER);
        var form = Form.read(signed.json()).ofVersion1();
        var order = read(form, signed.key());
        var nonce = form.parsed("nonce", 22, Base64.getUrlDecoder()::decode);
        if (nonce.length != OrderId.NONCE
                || !order.id.equals(OrderId.of(signed.key().thumbprint(), nonce))) {
            throw form.wrong("id");
        }
        if (!order.to.equals(merchant)) {
            throw form.wrong("to");
        }
        if (order.createdAt.isBefore(now.minus(OLDEST)) || order.createdAt.isAfter(now.plus(AHEAD))) {
            throw form.wrong("createdAt");
        }
        return order;
    }

    private static PlacedOrder read(Form form, PublicKey key) throws BadEnvelope {
        return new PlacedOrder(
                form.parsed("id", 43, OrderId::new),
                key,
                form.parsed("to", 80, Did::new),
                form.parsed("profile", 59, Cid::parse),
                form.parts("lines", 1, MOST_LINES, PlacedLine::read),
                Contact.read(form.part("contact")),
                Fulfilment.read(form.part("fulfilment")),
                form.choice("payment", Payment::of).orElseThrow(() -> form.wrong("payment")),
                form.linesOrNone("note", 1_000),
                Language.of(form.line("lang", 10)),
                publicKey(form.part("replyKey")),
                form.texts("replyAt", Envelope.MOST_REPLY_AT, Did::new),
                money(form.part("total")),
                form.instant("createdAt"));
    }

    private static PublicKey publicKey(Form form) throws BadEnvelope {
        if (!form.line("kty", 2).equals("EC") || !form.line("crv", 5).equals("P-256")) {
            throw form.wrong("crv");
        }
        var x = form.line("x", 43);
        return form.parsed("y", 43, y -> new PublicKey(x, y));
    }

    private static Money money(Form form) throws BadEnvelope {
        return new Money(
                form.integer("amount", 0, MOST_LINES * Price.MOST), form.parsed("currency", 3, Currency::getInstance));
    }

    /** The same order with other lines and another total, as its shopper agreed to them later. */
    public PlacedOrder with(List<PlacedLine> newLines, Money newTotal) {
        return new PlacedOrder(
                id,
                key,
                to,
                profile,
                newLines,
                contact,
                fulfilment,
                payment,
                note,
                lang,
                replyKey,
                replyAt,
                newTotal,
                createdAt);
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "PlacedOrder " + id;
    }
}
