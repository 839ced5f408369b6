package org.echoppe.orders.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.Stockroom;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.CounterSale;
import org.echoppe.orders.Event;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.PricedLine;
import org.echoppe.orders.Turn;
import org.echoppe.orders.documents.Bill;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.records.Measure;
import org.echoppe.records.ProductRecord;
import org.echoppe.store.ProductState;
import org.echoppe.store.SaleRow;

/** The counter: what is sold there leaves the same stock as what is ordered, and gets a receipt. */
public final class Till {
    private final OrderDesk.Parts parts;
    private final OrderBook book;
    private final Stockroom stockroom;
    private final CounterBills bills;

    public Till(OrderDesk.Parts parts) {
        this.parts = parts;
        book = new OrderBook(parts);
        bills = new CounterBills(parts.ledger(), book.ledgerStore());
        stockroom = new Stockroom(parts.catalogue());
    }

    /**
     * Something to sell.
     *
     * @param variant which kind of it; empty for a product that has none
     * @param name with the options of the kind
     * @param each price of one piece, or of the measure of loose goods, VAT and all
     * @param vatRate in basis points; empty where the shop says none
     * @param loose what the price is of, where any part of it is sold; empty for pieces
     * @param stock pieces; empty where they are not counted
     */
    public record Found(
            RecordKey product,
            Optional<String> variant,
            String name,
            Money each,
            OptionalInt vatRate,
            Optional<Measure> loose,
            Optional<Long> stock) {
        /** What so much of it costs, as the sale will reckon. */
        public Money priceOf(long quantity) {
            return line(quantity).total();
        }

        Event.SaleMade.Line line(long quantity) {
            return new Event.SaleMade.Line(product, variant, name, quantity, each, vatRate, loose);
        }
    }

    /**
     * Something that is sold.
     *
     * @param quantity pieces from 1 to 9,999; thousandths of the measure's unit for loose goods
     */
    public record Piece(RecordKey product, Optional<String> variant, long quantity) {
        public static Piece of(Found found, long quantity) {
            return new Piece(found.product(), found.variant(), quantity);
        }
    }

    /**
     * What was sold.
     *
     * @param number of its receipt
     * @param vat in the total, by rising rate
     */
    public record Sold(String sale, DocumentNumber number, Money total, List<Bill.Vat> vat) {}

    /**
     * A sale that was made.
     *
     * @param paid as it was sold
     * @param undone number of the credit note that undid it; empty for one that stands
     */
    public record Made(
            String sale,
            DocumentNumber number,
            Instant when,
            Money total,
            String paid,
            Optional<DocumentNumber> undone) {}

    private Made made(SaleRow row) {
        var number = new DocumentNumber(NumberSeries.RECEIPT, row.receiptYear(), row.receiptNumber());
        return new Made(row.id(), number, row.soldAt(), row.total(), row.paid(), bills.undone(row.id()));
    }

    /** The newest sales first. */
    public List<Made> newest(int limit) {
        return book.ledgerStore().newestSales(limit).stream().map(this::made).toList();
    }

    /** The sale whose receipt bears this number. */
    public Optional<Made> made(DocumentNumber number) {
        return book.ledgerStore().receipt(number.year(), number.count()).map(this::made);
    }

    /** What bears this code, a GTIN or one of the shop's own; empty when nothing does, or several kinds do. */
    public Optional<Found> find(String code) {
        var all = all(code);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** All that this code may mean: one kind, or every kind of a product whose own code it is. */
    public List<Found> all(String code) {
        var text = code.strip();
        return parts.catalogue()
                .find(text)
                .map(product -> {
                    var kinds = offers(product);
                    var meant = kinds.stream()
                            .filter(found -> found.variant()
                                    .filter(key -> bears(product, key, text))
                                    .isPresent())
                            .toList();
                    return meant.isEmpty() ? kinds : meant;
                })
                .orElse(List.of());
    }

    private static boolean bears(Product product, String kind, String code) {
        var gtin = Gtin.parse(code);
        return product.backroom().variant(kind).sku().equals(code)
                || product.record().variants().stream()
                        .filter(one -> one.key().equals(kind))
                        .anyMatch(one ->
                                gtin.isPresent() && one.gtin().map(Gtin::padded).equals(gtin.map(Gtin::padded)));
    }

    /** What can be sold of a product: itself, or each of its kinds; nothing without a price. */
    public List<Found> offers(Product product) {
        var record = product.record();
        if (product.state() == ProductState.WITHDRAWN) {
            return List.of();
        }
        var kinds = record.variants().isEmpty()
                ? List.of("")
                : record.variants().stream().map(kind -> kind.key()).toList();
        return kinds.stream()
                .flatMap(kind -> offer(product, record, kind).stream())
                .toList();
    }

    private Optional<Found> offer(Product product, ProductRecord record, String kind) {
        var key = kind.isEmpty() ? Optional.<String>empty() : Optional.of(kind);
        var currency = book.shop().currency().orElse(Money.EUR);
        long whole = record.looseMeasure().map(Measure::quantity).orElse(1L);
        return PricedLine.of(record, kind, whole)
                .filter(price -> price.unitPrice().currency().equals(currency))
                .map(price -> {
                    var stock = stockroom.stock(product.key(), stockroom.countedAs(product.key(), key));
                    return new Found(
                            product.key(),
                            key,
                            OrderCheck.name(record, kind),
                            price.unitPrice(),
                            price.vatRate(),
                            record.looseMeasure(),
                            stock.isPresent() ? Optional.of(stock.getAsLong()) : Optional.empty());
                });
    }

    /**
     * Sells, at the prices of this very moment. The same sale again is the same sale, whatever it says.
     *
     * @param sale made up by whoever sells, at most 64 characters
     * @param pieces at least one
     * @param paid {@code cash}, {@code card}, {@code cheque}, or the shop's own words; at most 20 characters
     * @throws Rejected STOCK_TOO_SMALL, SALE_EMPTY, SALE_QUANTITY, NOT_FOUND
     */
    public Sold sell(String sale, List<Piece> pieces, String paid) {
        return sell(sale, pieces, paid, true);
    }

    /** The same for goods that lie on the counter though fewer were counted: none is left of them then. */
    public Sold sellAnyway(String sale, List<Piece> pieces, String paid) {
        return sell(sale, pieces, paid, false);
    }

    private Sold sell(String sale, List<Piece> pieces, String paid, boolean counted) {
        parts.ledger().run(turn -> decide(turn, sale, pieces, paid, counted));
        return sold(sale).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, sale));
    }

    private CounterSale.Receipt decide(Turn turn, String sale, List<Piece> pieces, String paid, boolean counted) {
        var known = book.ledgerStore().sale(sale);
        if (known.isPresent()) {
            return new CounterSale.Receipt(
                    known.get().receiptYear(), known.get().receiptNumber());
        }
        if (pieces.isEmpty()) {
            throw Rejected.because(Fault.SALE_EMPTY);
        }
        var lines = new ArrayList<Event.SaleMade.Line>();
        for (var piece : pieces) {
            lines.add(line(piece));
        }
        return new CounterSale(sale, lines, paid, book.letterhead(), counted, book.ledgerStore()).decide(turn);
    }

    private Event.SaleMade.Line line(Piece piece) {
        var product = parts.catalogue()
                .find(piece.product())
                .orElseThrow(
                        () -> Rejected.because(Fault.NOT_FOUND, piece.product().value()));
        var found = offers(product).stream()
                .filter(one -> one.variant().equals(piece.variant()))
                .findFirst()
                .orElseThrow(
                        () -> Rejected.because(Fault.NOT_FOUND, product.record().name()));
        return PricedLine.of(product.record(), piece.variant().orElse(""), piece.quantity())
                .map(_ -> found.line(piece.quantity()))
                .orElseThrow(() -> Rejected.because(Fault.SALE_QUANTITY, found.name()));
    }

    /** What this sale came to; empty when there was none of that name. */
    public Optional<Sold> sold(String sale) {
        return bills.made(sale)
                .map(_ -> bills.receipt(sale))
                .map(bill -> new Sold(sale, bill.number(), bill.total(), bill.vat()));
    }

    /**
     * Undoes a sale: nothing is deleted, a credit note over all of it gets its number, and the goods are on the shelf again.
     * Undone twice is undone once.
     *
     * @return the credit note's number
     * @throws Rejected NOT_FOUND
     */
    public DocumentNumber undo(String sale) {
        var made = bills.made(sale).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, sale));
        return parts.ledger()
                .run(turn -> bills.undone(sale).orElseGet(() -> {
                    made.lines().stream()
                            .filter(line -> line.loose().isEmpty())
                            .forEach(line -> turn.putBack(line.product(), line.variant(), line.pieces(), sale));
                    int year = turn.now().atZone(made.head().zone()).getYear();
                    return new DocumentNumber(
                            NumberSeries.CREDIT_NOTE, year, turn.issue(NumberSeries.CREDIT_NOTE, year, sale));
                }));
    }
}
