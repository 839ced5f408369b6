package org.echoppe.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;

/** What a shopkeeper can write about a product: a column of a spreadsheet, a field of the form, an option of a command. */
public enum ProductField {
    /** The record key, in exports: a product read back stays the same product. */
    KEY,
    GTIN,
    SKU,
    NAME,
    BRAND,
    /** Levels parted by {@code >}, from the widest to the narrowest. */
    CATEGORY,
    DESCRIPTION,
    LANG,
    PRICE,
    CURRENCY,
    VAT_RATE,
    VAT_INCLUDED,
    /** How much of it one buys: {@code 500 g}. */
    QUANTITY,
    /** Whether any part of that quantity is sold, by weight or by length. */
    LOOSE,
    /** Empty: told by the stock. */
    AVAILABILITY,
    CONDITION,
    INGREDIENTS,
    ALLERGENS,
    MANUFACTURER,
    SAFETY,
    /** {@code allowed}, or {@code excluded: reason}. */
    WITHDRAWAL,
    TEST,
    /** The kinds it comes in with what is private of them: see {@link VariantDraft#text}. */
    VARIANTS,
    STATE,
    STOCK,
    COST,
    SUPPLIER,
    NOTE,
    IMAGE_URL,
    CREATED_AT,
    /** What has no column of its own (pictures, fields of newer programs), in exports: base 64 of DAG-CBOR. */
    OTHER_FIELDS;

    /** As in a spreadsheet's header and after {@code --map} and {@code --set}: {@code vat_rate}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it never leaves the shop. */
    public boolean isPrivate() {
        return switch (this) {
            case STATE, STOCK, COST, SUPPLIER, NOTE, IMAGE_URL -> true;
            default -> false;
        };
    }

    /** What a person calls it. */
    public String label(Language language) {
        return bundle(language).getString(key());
    }

    /** What may be written there, in one sentence. */
    public String explanation(Language language) {
        return bundle(language).getString(key() + ".explanation");
    }

    /** The field of this name, however it is cased and parted: {@code vat_rate}, {@code vat-rate}, {@code vatRate}. */
    public static Optional<ProductField> find(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(field -> plain(field.key()).equals(plain))
                .findFirst();
    }

    /** @throws Rejected UNKNOWN_FIELD, naming the known ones */
    public static ProductField of(String name) {
        return find(name)
                .orElseThrow(
                        () -> new Rejected(java.util.List.of(Problem.of(name, Fault.UNKNOWN_FIELD, name, keys()))));
    }

    /** All of them, for a sentence. */
    static String keys() {
        return Arrays.stream(values()).map(ProductField::key).collect(Collectors.joining(", "));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("org.echoppe.catalogue.fields", language.locale());
    }
}
