package org.echoppe.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.echoppe.domain.Language;

/** What spreadsheets of other programs call a field: French, English, Open Food Facts, Shopify, WooCommerce. */
final class Headers {
    /**
     * A field that a header may stand for.
     *
     * @param preference the lower, the rather it is taken when several columns stand for one field
     */
    record Meaning(ProductField field, int preference) {}

    private static final Map<String, Meaning> MEANINGS = read();

    private Headers() {}

    static Optional<Meaning> meaning(String header) {
        return Optional.ofNullable(MEANINGS.get(Words.plain(header)));
    }

    private static Map<String, Meaning> read() {
        var meanings = new HashMap<String, Meaning>();
        var synonyms = ResourceBundle.getBundle("org.echoppe.catalogue.headers", Locale.ROOT);
        for (ProductField field : ProductField.values()) {
            meanings.put(Words.plain(field.key()), new Meaning(field, 0));
        }
        for (ProductField field : ProductField.values()) {
            int preference = 1;
            for (Language language : Language.values()) {
                meanings.putIfAbsent(Words.plain(field.label(language)), new Meaning(field, preference));
            }
            if (synonyms.containsKey(field.key())) {
                for (String header :
                        Arrays.asList(synonyms.getString(field.key()).split(";"))) {
                    preference++;
                    meanings.putIfAbsent(Words.plain(header), new Meaning(field, preference));
                }
            }
        }
        return Map.copyOf(meanings);
    }
}
