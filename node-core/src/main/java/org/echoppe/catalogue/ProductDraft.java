package org.echoppe.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A product as the shopkeeper typed it: every field is still text, so every mistake can be shown at once. A field that is not
 * mentioned stays as it was; one mentioned with empty text is emptied.
 */
public record ProductDraft(Map<ProductField, String> texts) {
    public static final ProductDraft EMPTY = new ProductDraft(Map.of());

    public ProductDraft {
        var copy = new EnumMap<ProductField, String>(ProductField.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
    }

    public ProductDraft with(ProductField field, String text) {
        var more = new EnumMap<ProductField, String>(ProductField.class);
        more.putAll(texts);
        more.put(field, text);
        return new ProductDraft(more);
    }

    /** The same, in these kinds and no others. */
    public ProductDraft withVariants(java.util.List<VariantDraft> variants) {
        return with(ProductField.VARIANTS, VariantDraft.text(variants));
    }

    /**
     * The kinds it comes in; none where they are not mentioned.
     *
     * @throws org.echoppe.domain.Rejected WRONG_SHAPE
     */
    public java.util.List<VariantDraft> variants() {
        return VariantDraft.list(text(ProductField.VARIANTS));
    }

    /** What stands in the field; empty text when it is not mentioned. */
    public String text(ProductField field) {
        return texts.getOrDefault(field, "");
    }

    public boolean mentions(ProductField field) {
        return texts.containsKey(field);
    }

    /** What was typed, without space around it; empty when the field is not mentioned. */
    Optional<String> typed(ProductField field) {
        return Optional.ofNullable(texts.get(field)).map(String::strip);
    }
}
