package org.echoppe.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.RecordKey;

/** The shop's own products with everything private about them. */
@SuppressWarnings("DoNotCallSuggester")
public final class ProductStore {
    public ProductStore(Database database) {}

    /** Adds the rows or writes them anew by record key: all of them, or none. */
    public void save(Collection<ProductRow> rows) {
        throw new UnsupportedOperationException();
    }

    public Optional<ProductRow> find(RecordKey rkey) {
        throw new UnsupportedOperationException();
    }

    /** Products with a code for this article, however many digits either is written with. */
    public List<ProductRow> findByGtin(Gtin gtin) {
        throw new UnsupportedOperationException();
    }

    public List<ProductRow> findBySku(String sku) {
        throw new UnsupportedOperationException();
    }

    /** Products with exactly this name. */
    public List<ProductRow> findByName(String name) {
        throw new UnsupportedOperationException();
    }

    public ProductPage page(ProductQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Every product by record key, a page in memory at a time. */
    public void forEach(Consumer<ProductRow> consumer) {
        throw new UnsupportedOperationException();
    }

    public int count() {
        throw new UnsupportedOperationException();
    }

    /** Rows that the next commit has to take along, by record key. */
    public void forEachPending(Consumer<ProductRow> consumer) {
        throw new UnsupportedOperationException();
    }

    /** Notes what a commit made public: nothing of these is pending any more. Empty: the commit removed the record. */
    public void published(Map<RecordKey, Optional<Cid>> cids) {
        throw new UnsupportedOperationException();
    }

    public void remove(Collection<RecordKey> rkeys) {
        throw new UnsupportedOperationException();
    }
}
