package org.echoppe.orders.wire;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.echoppe.domain.OrderId;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.PublicKey;
import org.echoppe.identity.ShopperWord;

/**
 * What a shopper says about their order later.
 *
 * @param key that signed it; it has to be the order's
 * @param number rising: the seconds since the order, so that two browsers with its keys need not know of each other;
 *     none is heard twice, and a later one may come first
 * @param text a message or a reason; empty where there is none
 * @param lines of the order, from 0; none for all
 * @param answer the number of the answer that is agreed to; 0 otherwise
 */
public record LaterWord(
        OrderId order,
        PublicKey key,
        long number,
        Kind kind,
        String text,
        List<Integer> lines,
        long answer,
        Instant createdAt) {
    /** What it is for. */
    public enum Kind {
        CANCEL,
        WITHDRAW,
        AGREE,
        MESSAGE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public LaterWord {
        lines = List.copyOf(lines);
    }

    /**
     * Reads and verifies.
     *
     * @param word JWS compact
     * @throws BadEnvelope when it is no such word
     */
    public static LaterWord read(String word) throws BadEnvelope {
        var signed = ShopperWord.parse(word, ShopperWord.WORD);
        var form = Form.read(signed.json()).ofVersion1();
        var kind = form.choice(
                        "kind",
                        code -> Arrays.stream(Kind.values())
                                .filter(one -> one.code().equals(code))
                                .findFirst())
                .orElseThrow(() -> form.wrong("kind"));
        return new LaterWord(
                form.parsed("order", 43, OrderId::new),
                signed.key(),
                form.integer("number", 1, Integer.MAX_VALUE),
                kind,
                form.linesOrNone("text", 1_000),
                form.has("lines") ? form.integers("lines", PlacedOrder.MOST_LINES, PlacedOrder.MOST_LINES) : List.of(),
                kind == Kind.AGREE ? form.integer("answer", 1, Integer.MAX_VALUE) : 0,
                form.instant("createdAt"));
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "LaterWord " + kind + " " + number + " of " + order;
    }
}
