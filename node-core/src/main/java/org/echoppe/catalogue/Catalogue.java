package org.echoppe.catalogue;

import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.store.ProductQuery;
import org.jspecify.annotations.Nullable;

/** The shop's own products. What a save changed is durable before it returns, and published within about a second. */
@SuppressWarnings("DoNotCallSuggester")
public final class Catalogue {
    /** The shop these are the products of. */
    public Shop shop() {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a product.
     *
     * @throws org.echoppe.domain.Rejected with every problem, each under its {@link ProductField#key}; SHOP_MISSING
     */
    public Product add(ProductDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes the fields that the draft mentions. A draft that changes nothing leaves even the date alone.
     *
     * @throws org.echoppe.domain.Rejected with every problem, each under its {@link ProductField#key}; NOT_FOUND
     */
    public Product change(RecordKey key, ProductDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * What saving would object to, for a form that is still being filled in.
     *
     * @param key null for a product that is not saved yet
     */
    public List<Problem> check(@Nullable RecordKey key, ProductDraft draft) {
        throw new UnsupportedOperationException();
    }

    public Optional<Product> find(RecordKey key) {
        throw new UnsupportedOperationException();
    }

    /** The product with this gtin, sku or record key, in this order; withdrawn ones only by record key. */
    public Optional<Product> find(String key) {
        throw new UnsupportedOperationException();
    }

    /** Withdrawn products only where the query asks for that state. */
    public Products list(ProductQuery query) {
        throw new UnsupportedOperationException();
    }

    /** The product as text again, every field mentioned. */
    public ProductDraft draft(Product product) {
        throw new UnsupportedOperationException();
    }

    /**
     * Withdraws the product: its record leaves the repository with the next commit. It stays among the withdrawn ones, from
     * where {@code change(key, draft with state=published)} brings it back under the same key.
     *
     * @throws org.echoppe.domain.Rejected NOT_FOUND
     */
    public Product remove(RecordKey key) {
        throw new UnsupportedOperationException();
    }
}
