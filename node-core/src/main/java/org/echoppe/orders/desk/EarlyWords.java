package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Event;
import org.echoppe.orders.Noted;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.Turn;
import org.echoppe.orders.wire.LaterWord;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.repo.Ipld;

/**
 * What shoppers said of orders that are not here yet: an order and a word about it may come on different roads. Each is in the
 * journal under a key of its own until its order comes, and 31 days at most. Anybody can make such words, so only so many are
 * kept; what finds no room gets no receipt, and comes again. Only the ledger's thread asks.
 */
final class EarlyWords {
    /** Words about one order by one key, which alone may turn out to be the order's. */
    static final int OF_ORDER = 8;

    /** Words about all orders that did not come. */
    static final int ALL = 256;

    private static final Duration COUNTING = Duration.ofMinutes(1);

    private final OrderBook book;
    private int kept;
    private Instant counted = Instant.EPOCH;

    EarlyWords(OrderBook book) {
        this.book = book;
    }

    /** @param cameIn the envelope */
    record Early(LaterWord word, Ipld.Fields cameIn) {}

    /**
     * Keeps a word.
     *
     * @param said as the shopper signed it
     * @return false when it is kept already
     * @throws Rejected MAIL_FULL
     */
    boolean keep(Turn turn, LaterWord word, String said, Ipld.Fields cameIn) {
        var id = word.order().value();
        var before = waiting(book.noted(id, OrderStep.EARLY))
                .filter(one -> one.word().key().equals(word.key()))
                .toList();
        if (before.stream().anyMatch(one -> one.word().number() == word.number())) {
            return false;
        }
        if (before.size() >= OF_ORDER || !hasRoom(turn.now())) {
            throw Rejected.because(Fault.MAIL_FULL);
        }
        kept++;
        turn.happens(new Event.OrderEvent(
                id, OrderStep.EARLY, cameIn, turn.freshSlot(), new Personal.Known(said.getBytes(UTF_8))));
        return true;
    }

    /** Counted once a minute: whoever sends many must not make the ledger count for each. */
    private boolean hasRoom(Instant now) {
        if (!now.isBefore(counted.plus(COUNTING))) {
            kept = book.ledgerStore()
                    .unerased(List.of(OrderStep.EARLY), now.plus(COUNTING))
                    .size();
            counted = now;
        }
        return kept < ALL;
    }

    /** What its own shopper said of an order that comes now, by rising number; nothing is kept of it here any more. */
    List<Early> claim(Turn turn, PlacedOrder order) {
        var id = order.id().value();
        var noted = book.noted(id, OrderStep.EARLY);
        noted.forEach(one -> turn.happens(new Event.PersonalErased(one.event().slot(), id)));
        return waiting(noted)
                .filter(one -> one.word().key().equals(order.key()))
                .sorted(Comparator.comparingLong(one -> one.word().number()))
                .toList();
    }

    /** Without those that were erased. */
    private static Stream<Early> waiting(List<Noted> noted) {
        return noted.stream()
                .map(Noted::event)
                .flatMap(event ->
                        event instanceof Event.OrderEvent step && step.personal() instanceof Personal.Known(byte[] said)
                                ? Stream.of(new Early(read(new String(said, UTF_8)), step.detail()))
                                : Stream.empty());
    }

    private static LaterWord read(String said) {
        try {
            return LaterWord.read(said);
        } catch (BadEnvelope e) {
            throw new IllegalStateException("a word that was read can't be read", e);
        }
    }
}
