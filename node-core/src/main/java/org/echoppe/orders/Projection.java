package org.echoppe.orders;

import org.echoppe.catalogue.Stockroom;
import org.echoppe.journal.EntryHeader;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.SaleRow;

/**
 * What an event changes in the tables. It decides nothing, asks no clock and no chance: the same events in the same order make the same
 * tables, on the day they happen and when they are made again.
 */
final class Projection {
    private final LedgerStore store;
    private final OrderProjection orders;
    private final Stockroom stockroom;

    Projection(LedgerStore store, OrderProjection orders, Stockroom stockroom) {
        this.store = store;
        this.orders = orders;
        this.stockroom = stockroom;
    }

    /** Inside a write. */
    void apply(Noted noted) {
        if (noted.event() instanceof Event.StockMoved moved) {
            stockroom.move(moved.move(), noted.when());
        } else {
            applyOwn(noted);
        }
    }

    /** As {@link #apply}, but for the stock: that stands in the products, which are not made from the journal. */
    void applyOwn(Noted noted) {
        switch (noted.event()) {
            case Event.StockMoved _ -> {
                // the product's row tells
            }
            case Event.EnvelopeAcknowledged one ->
                store.acknowledge(one.envelope(), noted.sequence(), one.slot(), noted.when());
            case Event.NumberIssued one ->
                store.issue(one.series().code(), one.year(), one.number(), one.issuedFor(), noted.sequence());
            case Event.SaleMade one ->
                store.sell(new SaleRow(
                        one.sale(),
                        noted.sequence(),
                        one.receiptYear(),
                        one.receiptNumber(),
                        one.total(),
                        one.paid(),
                        SaleCodec.linesOf(one),
                        noted.when()));
            case Event.OrderEvent one -> {
                store.step(
                        one.order(),
                        one.step(),
                        noted.sequence(),
                        one.slot() == EntryHeader.NO_SLOT ? null : one.slot(),
                        noted.when());
                orders.apply(noted, one);
            }
            case Event.PaperPrinted one ->
                store.step(one.paper(), OrderStep.PRINTED, noted.sequence(), null, noted.when());
            case Event.PersonalErased one -> {
                store.erased(one.erasedSlot(), noted.when());
                orders.erased(one.erasedSlot());
            }
        }
    }
}
