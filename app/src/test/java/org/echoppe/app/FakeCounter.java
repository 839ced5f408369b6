package org.echoppe.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echoppe.app.orders.CounterDesk;
import org.echoppe.app.orders.Paid;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.desk.Till;
import org.echoppe.orders.documents.DocumentNumber;

/** The counter of a made-up shop: sells its goods out of its stock. */
final class FakeCounter implements CounterDesk {
    final List<String> sold = new ArrayList<>();
    private final List<Till.Made> made = new CopyOnWriteArrayList<>();
    private final FakeShop shop;

    FakeCounter(FakeShop shop) {
        this.shop = shop;
    }

    private List<Till.Found> goods() {
        return shop.goods.entrySet().stream()
                .filter(one -> !one.getValue().getOrDefault("price", "").isEmpty())
                .map(one -> {
                    var fields = one.getValue();
                    var stock = fields.getOrDefault("stock", "");
                    return new Till.Found(
                            one.getKey(),
                            Optional.empty(),
                            fields.getOrDefault("name", ""),
                            new Money(
                                    Long.parseLong(
                                            fields.getOrDefault("price", "").replace(",", "")),
                                    Money.EUR),
                            OptionalInt.of(550),
                            Optional.empty(),
                            stock.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(stock)));
                })
                .toList();
    }

    @Override
    public List<Till.Found> find(String code) {
        shop.ask();
        return goods().stream()
                .filter(one -> code.equals(shop.of(one.product()).get("gtin")))
                .toList();
    }

    @Override
    public List<Till.Found> named(String words) {
        shop.ask();
        return goods().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .limit(6)
                .toList();
    }

    @Override
    public Till.Sold sell(String sale, List<Till.Piece> pieces, Paid paid, boolean anyway) {
        shop.ask();
        Money total = FakeOrders.euros(0);
        for (var piece : pieces) {
            var found = goods().stream()
                    .filter(one -> one.product().equals(piece.product()))
                    .findFirst()
                    .orElseThrow();
            long left = found.stock().orElse(Long.MAX_VALUE);
            if (left < piece.quantity() && !anyway) {
                throw Rejected.because(Fault.STOCK_TOO_SMALL, left);
            }
            total = total.plus(Objects.requireNonNull(found.priceOf(piece.quantity())));
        }
        sold.add(sale + " " + paid);
        var number = new DocumentNumber(NumberSeries.RECEIPT, 2026, sold.size());
        made.addFirst(new Till.Made(sale, number, Street.NOW.minusSeconds(200), total, "cash", Optional.empty()));
        return new Till.Sold(sale, number, total, List.of());
    }

    @Override
    public List<Till.Made> made(String number) {
        return made;
    }

    @Override
    public DocumentNumber undo(String sale) {
        shop.ask();
        var note = new DocumentNumber(NumberSeries.CREDIT_NOTE, 2026, 1);
        made.replaceAll(one -> one.sale().equals(sale)
                ? new Till.Made(sale, one.number(), one.when(), one.total(), one.paid(), Optional.of(note))
                : one);
        return note;
    }

    @Override
    public String printUndoing(String sale) {
        return "file:///note.pdf";
    }

    @Override
    public String print(String sale) {
        return "file:///receipt.pdf";
    }

    @Override
    public void save(String sale, Path file) {}
}
