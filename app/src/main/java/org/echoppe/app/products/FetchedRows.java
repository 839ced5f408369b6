package org.echoppe.app.products;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableListBase;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** All rows that a question finds, of which only stretches are here: the others are {@link ProductLine#AWAITED}. */
final class FetchedRows extends ObservableListBase<ProductLine> {
    /** Rows fetched at once: what a window shows, and some more. */
    static final int STRETCH = 50;

    private record Stretch(List<ProductLine> rows, int edition) {}

    private final Map<Integer, Stretch> stretches = new HashMap<>();
    private int size;
    private int edition;

    @Override
    public ProductLine get(int index) {
        var stretch = stretches.get(index / STRETCH);
        int at = index % STRETCH;
        return stretch == null || at >= stretch.rows.size() ? ProductLine.AWAITED : stretch.rows.get(at);
    }

    @Override
    public int size() {
        return size;
    }

    /** What is here stays to be seen, and counts as not fetched yet. */
    void outdate() {
        edition++;
    }

    /** Whether the row is to be fetched, for the first time or again. */
    boolean needs(int stretch) {
        var here = stretches.get(stretch);
        return stretch * STRETCH < size && (here == null || here.edition != edition);
    }

    /** Another question was asked: nothing of what is here remains. */
    void forget() {
        stretches.clear();
    }

    /**
     * Puts a stretch in its place; rows that are as they were are left alone, so that the selection and the place in the
     * list stay.
     */
    void put(int total, int stretch, List<ProductLine> rows) {
        beginChange();
        int before = size;
        int from = stretch * STRETCH;
        var old = stretches.put(stretch, new Stretch(rows, edition));
        size = total;
        if (total < before) {
            nextRemove(total, java.util.Collections.nCopies(before - total, ProductLine.AWAITED));
            stretches.keySet().removeIf(other -> other * STRETCH >= Math.max(1, total));
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean same = old != null && i < old.rows.size() && old.rows.get(i).equals(rows.get(i));
            if (!same && from + i < Math.min(before, total)) {
                nextUpdate(from + i);
            }
        }
        if (total > before) {
            nextAdd(before, total);
        }
        endChange();
    }

    /** Where the product stands among what was fetched; -1 elsewhere. */
    int indexOf(@Nullable RecordKey key) {
        for (var stretch : stretches.entrySet()) {
            var rows = stretch.getValue().rows;
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).key().equals(key)) {
                    return stretch.getKey() * STRETCH + i;
                }
            }
        }
        return -1;
    }

    /** Only among what was fetched: asking for a row must not fetch it. */
    @Override
    public int indexOf(@Nullable Object line) {
        return line instanceof ProductLine known && !known.isAwaited() ? indexOf(known.key()) : -1;
    }
}
