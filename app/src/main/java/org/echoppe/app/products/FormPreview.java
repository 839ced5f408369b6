package org.echoppe.app.products;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.echoppe.catalogue.UnitPrice;
import org.echoppe.catalogue.VariantDraft;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The product in the form as shoppers would see it.
 *
 * @param price null while there is none that can be read
 * @param unitPrice null where there is none
 * @param availability by its code in a record
 * @param picture null while there is none
 * @param kinds what it is chosen among; empty where it comes in one kind
 */
public record FormPreview(
        String name,
        String category,
        @Nullable Money price,
        @Nullable UnitPrice unitPrice,
        String availability,
        @Nullable PictureDraft picture,
        List<Kind> kinds) {
    static final FormPreview NOTHING = new FormPreview("", "", null, null, "inStock", null, List.of());

    /** One of the kinds, with the price and the availability that shoppers see once they chose it. */
    public record Kind(String label, @Nullable Money price, String availability) {
        @Override
        public String toString() {
            return label;
        }
    }

    static FormPreview of(Map<String, String> fields, ShopTerms terms, Language language) {
        String price = fields.getOrDefault("price", "");
        var money = UnitPrice.price(price, terms.currency(), language).orElse(null);
        String said = fields.getOrDefault("availability", "");
        String standing = availability(said, fields.getOrDefault("stock", ""), terms);
        var pictures = PictureDraft.list(fields.getOrDefault("pictures", ""));
        return new FormPreview(
                fields.getOrDefault("name", ""),
                fields.getOrDefault("category", ""),
                money,
                UnitPrice.of(price, fields.getOrDefault("quantity", ""), terms.currency(), language)
                        .orElse(null),
                standing,
                pictures.isEmpty() ? null : pictures.getFirst(),
                kinds(fields.getOrDefault("variants", "")).stream()
                        .map(kind -> kind(kind, money, said.isEmpty() ? "inStock" : said, terms, language))
                        .toList());
    }

    private static List<VariantDraft> kinds(String text) {
        try {
            return VariantDraft.list(text);
        } catch (Rejected e) {
            // not written by this form: saving says so
            return List.of();
        }
    }

    private static Kind kind(
            VariantDraft kind, @Nullable Money money, String uncounted, ShopTerms terms, Language language) {
        var own = UnitPrice.price(kind.price(), terms.currency(), language).orElse(money);
        String standing = kind.availability().isEmpty() && kind.stock().isBlank()
                ? uncounted
                : availability(kind.availability(), kind.stock(), terms);
        var label = kind.options().entrySet().stream()
                .map(option -> option.getKey() + " " + option.getValue())
                .collect(Collectors.joining(" · "));
        return new Kind(label, own, standing);
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
