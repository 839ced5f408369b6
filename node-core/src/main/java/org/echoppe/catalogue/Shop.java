package org.echoppe.catalogue;

import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Language;
import org.echoppe.records.ShopProfile;

/** The shop itself: how it presents itself, and what its products take from it. */
@SuppressWarnings("DoNotCallSuggester")
public final class Shop {
    /** Whether there is one; a node without is a mirror. */
    public boolean exists() {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the shop. Name and currency are required; the language is French where none is named.
     *
     * @throws org.echoppe.domain.Rejected with every problem, each under its {@link ShopField#key}; SHOP_EXISTS
     */
    public ShopProfile init(Map<ShopField, String> texts) {
        throw new UnsupportedOperationException();
    }

    /** As the shopkeeper wrote it, without the keys and addresses that publishing adds. */
    public Optional<ShopProfile> profile() {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes the fields mentioned; empty text empties one.
     *
     * @throws org.echoppe.domain.Rejected with every problem, each under its {@link ShopField#key}; SHOP_MISSING
     */
    public ShopProfile set(Map<ShopField, String> texts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Every field as text that {@link #set} reads back, in the order of {@link ShopField}.
     *
     * @throws org.echoppe.domain.Rejected SHOP_MISSING
     */
    public Map<ShopField, String> show(Language language) {
        throw new UnsupportedOperationException();
    }
}
