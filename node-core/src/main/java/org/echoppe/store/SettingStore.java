package org.echoppe.store;

import java.util.Optional;
import java.util.SortedMap;

/** Named texts: the shop profile's draft, the reserved rev and other single things. */
@SuppressWarnings("DoNotCallSuggester")
public final class SettingStore {
    public SettingStore(Database database) {}

    public Optional<String> get(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param name at most 100 characters
     * @param content at most 1,000,000 characters
     */
    public void put(String name, String content) {
        throw new UnsupportedOperationException();
    }

    public void remove(String name) {
        throw new UnsupportedOperationException();
    }

    /** All whose name begins so. */
    public SortedMap<String, String> startingWith(String prefix) {
        throw new UnsupportedOperationException();
    }
}
