package org.echoppe.app.products;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.Language;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** What the products screen asks of the shop. Every call may take its time: through Background only. */
public interface ProductDesk {
    /** A stretch of what the question finds. */
    ProductStretch list(ProductQuestion question, int offset, int limit);

    /** The keys of everything the question finds, in its order. */
    List<RecordKey> keys(ProductQuestion question);

    /** Categories in use, levels parted by {@code >}, and how many products stand in each. */
    SortedMap<String, Integer> categoryCounts();

    /** The product with this barcode, or else this code of the shop's own. */
    Optional<ProductLine> find(String code);

    /** A small picture of a product as a file's bytes, by the CID its line names; empty where it is not here. */
    Optional<byte[]> thumbnail(String picture);

    /**
     * What a change would do. Nothing is stored.
     *
     * @param progress throws where the answer is not wanted any more
     * @throws org.echoppe.domain.Rejected when it cannot be understood
     */
    ProductEffect preview(List<RecordKey> keys, ProductChange change, Language language, LongWork.Progress progress);

    /**
     * Changes all products that can be, in one transaction; none where the progress throws.
     *
     * @throws org.echoppe.domain.Rejected when it cannot be understood
     */
    ProductEffect change(List<RecordKey> keys, ProductChange change, Language language, LongWork.Progress progress);

    /**
     * Changes one field of one product.
     *
     * @return takes it back
     * @throws org.echoppe.domain.Rejected with what is wrong
     */
    ProductEffect.Undoing edit(RecordKey key, ProductField field, String text);

    /**
     * The fields of a product as text, by the names that problems use, prices as the language writes them.
     *
     * @throws org.echoppe.domain.Rejected when it is gone
     */
    Map<String, String> fields(RecordKey key, Language language);

    /**
     * Saves durably. Of a known product only what differs from what was filled in: the rest may have changed meanwhile.
     *
     * @param key null for a new one
     * @param filled what stood in the fields before anything was typed
     * @return takes it back; empty where nothing had changed
     * @throws org.echoppe.domain.Rejected with every mistake, by field
     */
    Optional<ProductEffect.Undoing> save(
            @Nullable RecordKey key, Map<String, String> filled, Map<String, String> fields);

    /** What the form takes from the shop, numbers as the language writes them. */
    ShopTerms terms(Language language);

    /**
     * Makes a picture ready and keeps it; it is hung up when the product is saved.
     *
     * @throws org.echoppe.domain.Rejected saying why it cannot be taken
     */
    PictureDraft addPicture(PictureSource source);

    /** A picture of a product as a page shows it; empty where it is not here. */
    Optional<byte[]> picture(String picture);

    /** The product as a line of the list; empty when it is gone. */
    Optional<ProductLine> line(RecordKey key);

    /** What was being typed when the program ended without closing the form. */
    Optional<UnfinishedForm> unfinished();

    /** Remembers what is being typed. */
    void keepUnfinished(UnfinishedForm form);

    void forgetUnfinished();

    /** Categories in use, for suggestions. */
    List<String> categories();
}
