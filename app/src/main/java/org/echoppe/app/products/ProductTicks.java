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

    /** The one that was ticked last. */
    @Nullable
    RecordKey last() {
        return last;
    }

    void add(RecordKey key) {
        keys.add(key);
        last = key;
        tell();
    }

    void addAll(Collection<RecordKey> more) {
        keys.addAll(more);
        tell();
    }

    void turn(RecordKey key) {
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
