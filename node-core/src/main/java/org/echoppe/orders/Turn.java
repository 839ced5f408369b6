package org.echoppe.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.echoppe.catalogue.StockMove;
import org.echoppe.catalogue.Stockroom;
import org.echoppe.domain.Fault;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.store.LedgerStore;

/** A command's turn: it alone decides now, on tables that show everything decided before it. */
public final class Turn {
    private final Instant now;
    private final LedgerStore store;
    private final Stockroom stockroom;
    private final LongSupplier slots;
    private final List<Event> events = new ArrayList<>();

    Turn(Instant now, LedgerStore store, Stockroom stockroom, LongSupplier slots) {
        this.now = now;
        this.store = store;
        this.stockroom = stockroom;
        this.slots = slots;
    }

    /** The time that all of this turn's events bear, milliseconds. */
    public Instant now() {
        return now;
    }

    /** A key slot that nobody used, for what is personal about one order. */
    public long freshSlot() {
        return slots.getAsLong();
    }

    /** This happens. The tables show it after the turn. */
    public void happens(Event event) {
        events.add(event);
    }

    /** Gives the next number of a series and year. */
    public long issue(NumberSeries series, int year, String issuedFor) {
        long inThisTurn = events.stream()
                .filter(event ->
                        event instanceof Event.NumberIssued one && one.series() == series && one.year() == year)
                .count();
        long number = store.lastNumber(series.code(), year) + inThisTurn + 1;
        happens(new Event.NumberIssued(series, year, number, issuedFor));
        return number;
    }

    /**
     * How many are there, with what this turn moved already; empty when they are not counted.
     *
     * @param variant key of a kind; empty for the product itself
     */
    public OptionalLong stock(RecordKey product, Optional<String> variant) {
        return left(product, stockroom.countedAs(product, variant));
    }

    private OptionalLong left(RecordKey product, Optional<String> counted) {
        var kept = stockroom.stock(product, counted);
        if (kept.isEmpty()) {
            return kept;
        }
        long moved = events.stream()
                .filter(event -> event instanceof Event.StockMoved one
                        && one.move().product().equals(product)
                        && one.move().variant().equals(counted))
                .mapToLong(event -> ((Event.StockMoved) event).move().pieces())
                .sum();
        return OptionalLong.of(kept.getAsLong() + moved);
    }

    /**
     * Takes pieces out of the stock; what is not counted is taken without a note.
     *
     * @throws Rejected STOCK_TOO_SMALL
     */
    public void take(RecordKey product, Optional<String> variant, long pieces, String because) {
        var there = stock(product, variant);
        if (there.isPresent() && there.getAsLong() < pieces) {
            throw Rejected.because(Fault.STOCK_TOO_SMALL, there.getAsLong());
        }
        move(product, variant, -pieces, because);
    }

    /** Takes pieces that somebody has in hand: when fewer were counted, the count was wrong, and none is left. */
    public void handOver(RecordKey product, Optional<String> variant, long pieces, String because) {
        move(product, variant, -Math.min(pieces, stock(product, variant).orElse(0)), because);
    }

    /** Puts pieces back. */
    public void putBack(RecordKey product, Optional<String> variant, long pieces, String because) {
        move(product, variant, pieces, because);
    }

    private void move(RecordKey product, Optional<String> variant, long pieces, String because) {
        var counted = stockroom.countedAs(product, variant);
        var there = left(product, counted);
        if (pieces != 0 && there.isPresent()) {
            happens(new Event.StockMoved(new StockMove(product, counted, pieces), there.getAsLong() + pieces, because));
        }
    }

    List<Event> events() {
        return events;
    }
}
