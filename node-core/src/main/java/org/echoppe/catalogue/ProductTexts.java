package org.echoppe.catalogue;

import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.echoppe.domain.Language;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;

/** A product as text again, so that reading the text makes the same product. */
final class ProductTexts {
    /** Fields of a record that {@link ProductField} has words for; the others go along as they are. */
    private static final Set<String> WITH_COLUMNS = Set.of(
            "$type",
            "name",
            "description",
            "lang",
            "sku",
            "gtin",
            "brand",
            "category",
            "price",
            "measure",
            "loose",
            "availability",
            "condition",
            "facts",
            "withdrawal",
            "test",
            "createdAt",
            "updatedAt");

    private ProductTexts() {}

    /** @param decimal what parts whole from fraction in prices */
    static ProductDraft draft(Product product, ShopDefaults shop, char decimal) {
        var texts = new EnumMap<ProductField, String>(ProductField.class);
        var record = product.record();
        texts.put(ProductField.KEY, product.key().value());
        addPublic(record, texts);
        addPrice(record, texts, decimal);
        addPrivate(product, texts, decimal);
        texts.put(ProductField.VARIANTS, VariantTexts.text(product, shop, decimal));
        var told = Stocked.of(record, product.backroom(), shop.limitedUpTo());
        // left to the stock wherever the stock says the same, so that it follows the stock from now on
        texts.put(
                ProductField.AVAILABILITY,
                record.availability()
                        .filter(said -> said != told)
                        .map(said -> said.code())
                        .orElse(""));
        return new ProductDraft(texts);
    }

    static ProductDraft draft(Product product, ShopDefaults shop, Language language) {
        return draft(product, shop, language == Language.EN ? '.' : ',');
    }

    private static void addPublic(ProductRecord record, Map<ProductField, String> texts) {
        texts.put(ProductField.GTIN, record.gtin().map(gtin -> gtin.value()).orElse(""));
        texts.put(ProductField.SKU, record.sku());
        texts.put(ProductField.NAME, record.name());
        texts.put(ProductField.BRAND, record.brand());
        texts.put(ProductField.CATEGORY, String.join(" > ", record.category()));
        texts.put(ProductField.DESCRIPTION, record.description());
        texts.put(ProductField.LANG, record.lang());
        texts.put(
                ProductField.QUANTITY,
                record.measure().map(QuantityText::format).orElse(""));
        texts.put(
                ProductField.CONDITION,
                record.condition().map(condition -> condition.code()).orElse(""));
        texts.put(ProductField.INGREDIENTS, record.facts().ingredients());
        texts.put(ProductField.ALLERGENS, record.facts().allergens());
        texts.put(ProductField.MANUFACTURER, record.facts().manufacturer());
        texts.put(ProductField.SAFETY, record.facts().safety());
        texts.put(
                ProductField.WITHDRAWAL,
                record.withdrawal()
                        .map(right -> (right.allowed() ? "allowed" : "excluded")
                                + (right.reason().isEmpty() ? "" : ": " + right.reason()))
                        .orElse(""));
        texts.put(ProductField.LOOSE, record.loose() ? "1" : "");
        texts.put(ProductField.TEST, record.test() ? "1" : "");
        texts.put(ProductField.CREATED_AT, record.fields().text("createdAt").orElse(""));
        texts.put(ProductField.OTHER_FIELDS, others(record));
    }

    private static void addPrice(ProductRecord record, Map<ProductField, String> texts, char decimal) {
        texts.put(
                ProductField.PRICE,
                record.price()
                        .map(price -> number(PriceText.plain(price.money()), decimal))
                        .orElse(""));
        var terms = record.priceTerms();
        texts.put(
                ProductField.CURRENCY,
                terms.map(known -> known.currency().getCurrencyCode()).orElse(""));
        texts.put(
                ProductField.VAT_RATE,
                terms.filter(known -> known.vatRate().isPresent())
                        .map(known -> number(PriceFields.percent(known.vatRate().getAsInt()), decimal))
                        .orElse(""));
        texts.put(
                ProductField.VAT_INCLUDED,
                terms.filter(known -> !known.vatIncluded()).map(known -> "0").orElse("1"));
    }

    private static void addPrivate(Product product, Map<ProductField, String> texts, char decimal) {
        var backroom = product.backroom();
        texts.put(ProductField.STATE, product.state().name().toLowerCase(Locale.ROOT));
        texts.put(
                ProductField.STOCK,
                backroom.stock().isPresent() ? Long.toString(backroom.stock().getAsLong()) : "");
        texts.put(
                ProductField.COST,
                backroom.cost()
                        .map(cost -> number(PriceText.plain(cost), decimal))
                        .orElse(""));
        texts.put(ProductField.SUPPLIER, backroom.supplier());
        texts.put(ProductField.NOTE, backroom.note());
        texts.put(ProductField.IMAGE_URL, backroom.imageUrl());
    }

    private static String others(ProductRecord record) {
        var entries = new LinkedHashMap<String, Ipld>();
        record.fields().entries().forEach((name, value) -> {
            boolean inColumn = name.equals("variants") ? VariantTexts.isWhole(record) : WITH_COLUMNS.contains(name);
            if (!inColumn) {
                entries.put(name, value);
            }
        });
        return entries.isEmpty() ? "" : Base64.getEncoder().encodeToString(DagCbor.encode(new Ipld.Fields(entries)));
    }

    private static String number(String plain, char decimal) {
        return plain.replace('.', decimal);
    }
}
