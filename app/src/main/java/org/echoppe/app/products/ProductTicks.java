package org.echoppe.app.products;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** The products that are ticked, by key: however the list is filtered, sorted or refreshed, they stay ticked. */
public final class ProductTicks {
    private final Set<RecordKey> keys = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper edition = new ReadOnlyIntegerWrapper();
    private @Nullable RecordKey last;

    public boolean contains(RecordKey key) {
        return keys.contains(key);
    }

    public List<RecordKey> keys() {
        return List.copyOf(keys);
    }

    private void add(RecordKey key) {
        keys.add(key);
        last = key;
        tell();
    }

    /** Ticks a row, where it is here. */
    void add(FetchedRows rows, int index) {
        if (!rows.get(index).isAwaited()) {
            add(rows.get(index).key());
        }
    }

    /** Ticks or unticks a row, and ticks those up to where the last tick was set if {@code through}. */
    void turn(FetchedRows rows, int index, boolean through) {
        var line = index < 0 || index >= rows.size() ? ProductLine.AWAITED : rows.get(index);
        if (line.isAwaited()) {
            return;
        }
        int from = through ? rows.indexOf(last) : -1;
        if (from < 0) {
            turn(line.key());
            return;
        }
        for (int i = Math.min(from, index); i <= Math.max(from, index); i++) {
            add(rows, i);
        }
    }

    void addAll(Collection<RecordKey> more) {
        keys.addAll(more);
        tell();
    }

    private void turn(RecordKey key) {
        if (!keys.remove(key)) {
            keys.add(key);
        }
        last = key;
        tell();
    }

    public void clear() {
        keys.clear();
        last = null;
        tell();
    }

    private void tell() {
        count.set(keys.size());
        edition.set(edition.get() + 1);
    }

    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Counts up with every change. */
    ReadOnlyIntegerProperty editionProperty() {
        return edition.getReadOnlyProperty();
    }
}
