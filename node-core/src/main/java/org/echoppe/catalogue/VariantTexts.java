package org.echoppe.catalogue;

import java.util.List;
import java.util.Optional;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.Variant;
import org.echoppe.repo.Ipld;

/** The kinds of a product as text again, so that reading the text makes the same kinds. */
final class VariantTexts {
    private VariantTexts() {}

    static String text(Product product, ShopDefaults shop, char decimal) {
        return VariantDraft.text(drafts(product, shop, decimal));
    }

    static List<VariantDraft> drafts(Product product, ShopDefaults shop, char decimal) {
        return product.record().variants().stream()
                .map(variant -> draft(variant, product.backroom(), shop, decimal))
                .toList();
    }

    private static VariantDraft draft(Variant variant, Backroom backroom, ShopDefaults shop, char decimal) {
        var own = backroom.variant(variant.key());
        // left to the stock wherever the stock says the same, so that it follows the stock from now on
        var told = Stocked.of(backroom, variant.key(), shop.limitedUpTo());
        return new VariantDraft(
                variant.key(),
                variant.options(),
                variant.price()
                        .map(price -> PriceText.plain(price.money()).replace('.', decimal))
                        .orElse(""),
                variant.availability()
                        .filter(said -> !told.equals(Optional.of(said)))
                        .map(said -> said.code())
                        .orElse(""),
                variant.gtin().map(gtin -> gtin.value()).orElse(""),
                own.sku(),
                own.stock().isPresent() ? Long.toString(own.stock().getAsLong()) : "");
    }

    /** Whether the text says all of it: no fields of a newer program, no prices on other terms than the product's. */
    static boolean isWhole(ProductRecord record) {
        var variants = record.variants();
        var again = ProductRecord.blank().withVariants(variants).fields().get("variants");
        return record.fields().get("variants").equals(again)
                && variants.stream()
                        .flatMap(variant -> variant.price().stream())
                        .allMatch(price -> Optional.of(
                                        new Price.Terms(price.money().currency(), price.vatRate(), price.vatIncluded()))
                                .equals(record.priceTerms()))
                && record.fields()
                        .get("variants")
                        .filter(Ipld.Items.class::isInstance)
                        .isPresent();
    }
}
