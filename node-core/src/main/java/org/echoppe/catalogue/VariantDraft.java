package org.echoppe.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Rejected;

/**
 * One of the kinds a product comes in, as the shopkeeper typed it: every field is still text, so every mistake can be shown
 * at once, under names such as {@code variants.2.price} for the second. What is empty is told by the product: price and,
 * where nothing is counted, availability.
 *
 * @param key tells it from the others, for ever; empty for a new one, which gets its own when it is saved
 * @param options what makes it different: {@code taille → M}
 * @param price an amount, in the product's currency and with its VAT
 * @param sku the shop's own code
 * @param stock pieces of this kind
 */
public record VariantDraft(
        String key,
        Map<String, String> options,
        String price,
        String availability,
        String gtin,
        String sku,
        String stock) {

    public VariantDraft {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A new kind of which nothing is known but what makes it different. */
    public static VariantDraft of(Map<String, String> options) {
        return new VariantDraft("", options, "", "", "", "", "");
    }

    /** The same kind, told from the others by other options. */
    public VariantDraft withOptions(Map<String, String> other) {
        return new VariantDraft(key, other, price, availability, gtin, sku, stock);
    }

    public VariantDraft withPrice(String other) {
        return new VariantDraft(key, options, other, availability, gtin, sku, stock);
    }

    public VariantDraft withGtin(String other) {
        return new VariantDraft(key, options, price, availability, other, sku, stock);
    }

    public VariantDraft withSku(String other) {
        return new VariantDraft(key, options, price, availability, gtin, other, stock);
    }

    public VariantDraft withStock(String other) {
        return new VariantDraft(key, options, price, availability, gtin, sku, other);
    }

    /** This kind, but what says the same as before: that is as it is now. */
    VariantDraft over(VariantDraft before, VariantDraft now) {
        return new VariantDraft(
                now.key,
                options.equals(before.options) ? now.options : options,
                over(price, before.price, now.price),
                over(availability, before.availability, now.availability),
                over(gtin, before.gtin, now.gtin),
                over(sku, before.sku, now.sku),
                over(stock, before.stock, now.stock));
    }

    private static String over(String typed, String before, String now) {
        return typed.equals(before) ? now : typed;
    }

    /** What makes it different, for a person: {@code M · bleu}. */
    public String label() {
        return String.join(" · ", options.values());
    }

    /** Kinds as one text, as an export holds them in a cell: JSON; empty for none. */
    public static String text(List<VariantDraft> variants) {
        return VariantJson.write(variants);
    }

    /**
     * The kinds in such a text.
     *
     * @throws Rejected WRONG_SHAPE
     */
    public static List<VariantDraft> list(String text) {
        return VariantJson.read(text);
    }
}
