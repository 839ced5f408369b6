package org.echoppe.app.products;

import java.util.List;
import java.util.Map;
import org.echoppe.domain.Language;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** What the products screen asks of the shop. Every call may take its time: through Background only. */
public interface ProductDesk {
    /** A stretch of what the question finds. */
    ProductStretch list(ProductQuestion question, int offset, int limit);

    /**
     * The fields of a product as text, by the names that problems use, prices as the language writes them.
     *
     * @throws org.echoppe.domain.Rejected when it is gone
     */
    Map<String, String> fields(RecordKey key, Language language);

    /**
     * Saves durably.
     *
     * @param key null for a new one
     * @throws org.echoppe.domain.Rejected with every mistake, by field
     */
    RecordKey save(@Nullable RecordKey key, Map<String, String> fields);

    /** Takes products away. What comes back puts them where they were. */
    Runnable remove(List<RecordKey> keys);

    /** Puts a product that was taken away on sale again. */
    void putBack(RecordKey key);

    /** Categories in use, for suggestions. */
    List<String> categories();
}
