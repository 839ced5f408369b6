package org.echoppe.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.echoppe.app.orders.CounterDesk;
import org.echoppe.app.orders.Paid;
import org.echoppe.orders.desk.Till;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.store.ProductQuery;

/** The counter of the running node. */
record NodeCounter(RunningShop shop) implements CounterDesk {
    /** So many are offered by name. */
    private static final int FOUND = 6;

    /** So many of the last sales are shown. */
    private static final int MADE = 8;

    @Override
    public List<Till.Found> find(String code) {
        return shop.ask(node -> node.till().all(code));
    }

    @Override
    public List<Till.Found> named(String words) {
        return shop.ask(node -> {
            var query = new ProductQuery(words, null, ProductQuery.Sort.NAME, false, 0, FOUND);
            return node.catalogue().list(query).list().stream()
                    .flatMap(product -> node.till().offers(product).stream())
                    .limit(FOUND)
                    .toList();
        });
    }

    @Override
    public Till.Sold sell(String sale, List<Till.Piece> pieces, Paid paid, boolean anyway) {
        // otherwise: the receipt says that it is paid, and not how
        var how = paid == Paid.OTHER ? "" : paid.name().toLowerCase(Locale.ROOT);
        return shop.ask(node ->
                anyway ? node.till().sellAnyway(sale, pieces, how) : node.till().sell(sale, pieces, how));
    }

    @Override
    public List<Till.Made> made(String number) {
        return shop.ask(node -> DocumentNumber.parse(number.strip().toUpperCase(Locale.ROOT))
                .map(asked -> node.till().made(asked).stream().toList())
                .orElseGet(() -> node.till().newest(MADE)));
    }

    @Override
    public DocumentNumber undo(String sale) {
        return shop.ask(node -> node.till().undo(sale));
    }

    /** Whatever leaves the journal as a file is a print, and counted. */
    private byte[] bytes(String sale) {
        return shop.ask(node -> node.orderPapers().printReceipt(sale));
    }

    @Override
    public String printUndoing(String sale) {
        return shop.papers().open(shop.ask(node -> node.orderPapers().printUndoing(sale)));
    }

    @Override
    public String print(String sale) {
        return shop.papers().open(bytes(sale));
    }

    @Override
    public void save(String sale, Path file) {
        OpenedPapers.save(file, bytes(sale));
    }
}
