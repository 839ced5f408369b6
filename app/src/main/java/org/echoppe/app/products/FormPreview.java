package org.echoppe.app.products;

import java.util.Map;
import org.echoppe.catalogue.UnitPrice;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * The product in the form as shoppers would see it.
 *
 * @param price null while there is none that can be read
 * @param unitPrice null where there is none
 * @param availability by its code in a record
 * @param picture null while there is none
 */
public record FormPreview(
        String name,
        String category,
        @Nullable Money price,
        @Nullable UnitPrice unitPrice,
        String availability,
        @Nullable PictureDraft picture) {
    static final FormPreview NOTHING = new FormPreview("", "", null, null, "inStock", null);

    static FormPreview of(Map<String, String> fields, ShopTerms terms, Language language) {
        String price = fields.getOrDefault("price", "");
        var pictures = PictureDraft.list(fields.getOrDefault("pictures", ""));
        return new FormPreview(
                fields.getOrDefault("name", ""),
                fields.getOrDefault("category", ""),
                UnitPrice.price(price, terms.currency(), language).orElse(null),
                UnitPrice.of(price, fields.getOrDefault("quantity", ""), terms.currency(), language)
                        .orElse(null),
                availability(fields.getOrDefault("availability", ""), fields.getOrDefault("stock", ""), terms),
                pictures.isEmpty() ? null : pictures.getFirst());
    }

    private static String availability(String said, String stock, ShopTerms terms) {
        if (!said.isEmpty() || !stock.strip().matches("\\d{1,8}")) {
            return said.isEmpty() ? "inStock" : said;
        }
        int left = Integer.parseInt(stock.strip());
        if (left == 0) {
            return "outOfStock";
        }
        return left <= terms.limitedUpTo() ? "limited" : "inStock";
    }
}
