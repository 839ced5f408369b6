package org.echoppe.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Problem;
import org.echoppe.repo.Ipld;
import org.jspecify.annotations.Nullable;

/**
 * A product as published. It is the record's fields and a typed view of them: what is absent or of a wrong shape reads as
 * empty, {@link #check} tells the one from the other, and fields this program does not know stay where they are.
 */
public record ProductRecord(Ipld.Fields fields) {
    /** The collection it stands in, and its {@code $type}. */
    public static final String TYPE = "org.echoppe.catalogue.product";

    public static final int NAME_LENGTH = 200;
    public static final int CATEGORY_LEVELS = 5;

    private static final Schema SCHEMA = new Schema()
            .optional("$type", Shape.choice(List.of(TYPE)))
            .required("name", Shape.line(NAME_LENGTH))
            .optional("description", Shape.lines(10_000))
            .optional("lang", Shape.language())
            .optional("sku", Shape.line(64))
            .optional("gtin", Shape.gtin())
            .optional("brand", Shape.line(100))
            .optional("category", Shape.list(CATEGORY_LEVELS, Shape.line(80)))
            .required("price", Price.SCHEMA)
            .optional("measure", Measure.SCHEMA)
            .optional("availability", Shape.choice(Availability.codes()))
            .optional("condition", Shape.choice(Condition.codes()))
            .optional("images", Shape.list(20, Image.SCHEMA))
            .optional("variants", Shape.list(100, Variant.SCHEMA))
            .optional("loose", Shape.bool())
            .optional("facts", Facts.SCHEMA)
            .optional("withdrawal", Withdrawal.SCHEMA)
            .optional("test", Shape.bool())
            .optional("createdAt", Shape.instant())
            .optional("updatedAt", Shape.instant());

    /** What {@link #check} demands, as a JSON Schema of the record's JSON form. */
    public static Map<String, Object> jsonSchema() {
        return SCHEMA.jsonSchema();
    }

    /** Takes any fields: whether they make a product is what {@link #check} says. */
    public static ProductRecord of(Ipld.Fields fields) {
        return new ProductRecord(fields);
    }

    /** A record to be filled with {@code with…}. */
    public static ProductRecord blank() {
        return new ProductRecord(new Ipld.Fields(Map.of("$type", new Ipld.Text(TYPE))));
    }

    public Ipld.Fields toFields() {
        return fields;
    }

    /** Everything that keeps it from being shown, by field ({@code price.amount}); empty when all is well. */
    public List<Problem> check() {
        return SCHEMA.check(fields);
    }

    /** The names of the fields it may have. */
    public static List<String> names() {
        return List.copyOf(SCHEMA.names());
    }

    public String name() {
        return fields.text("name").orElse("");
    }

    public ProductRecord withName(String name) {
        return new ProductRecord(Changes.with(fields, "name", name));
    }

    public String description() {
        return fields.text("description").orElse("");
    }

    public ProductRecord withDescription(String description) {
        return new ProductRecord(Changes.with(fields, "description", description));
    }

    public String lang() {
        return fields.text("lang").orElse("");
    }

    public ProductRecord withLang(String lang) {
        return new ProductRecord(Changes.with(fields, "lang", lang));
    }

    public String sku() {
        return fields.text("sku").orElse("");
    }

    public ProductRecord withSku(String sku) {
        return new ProductRecord(Changes.with(fields, "sku", sku));
    }

    public Optional<Gtin> gtin() {
        return Changes.parsed(fields, "gtin", Gtin::new);
    }

    public ProductRecord withGtin(@Nullable Gtin gtin) {
        return new ProductRecord(Changes.with(fields, "gtin", gtin == null ? "" : gtin.value()));
    }

    public String brand() {
        return fields.text("brand").orElse("");
    }

    public ProductRecord withBrand(String brand) {
        return new ProductRecord(Changes.with(fields, "brand", brand));
    }

    /** From the widest to the narrowest. */
    public List<String> category() {
        return Changes.texts(fields, "category");
    }

    public ProductRecord withCategory(List<String> path) {
        return new ProductRecord(Changes.with(fields, "category", Changes.texts(path)));
    }

    public Optional<Price> price() {
        return fields.fields("price").flatMap(Price::of);
    }

    public ProductRecord withPrice(@Nullable Price price) {
        return withPart("price", Price.SCHEMA, price == null ? null : price.toFields());
    }

    /** Currency and VAT, also where the amount is missing. */
    public Optional<Price.Terms> priceTerms() {
        return fields.fields("price").flatMap(Price.Terms::of);
    }

    /** @param amount in minor units; null for a draft whose price is not known yet */
    public ProductRecord withPrice(Price.Terms terms, @Nullable Long amount) {
        return withPart("price", Price.SCHEMA, terms.toFields(amount));
    }

    public Optional<Measure> measure() {
        return fields.fields("measure").flatMap(Measure::of);
    }

    public ProductRecord withMeasure(@Nullable Measure measure) {
        return withPart("measure", Measure.SCHEMA, measure == null ? null : measure.toFields());
    }

    /** Whether any part of {@link #measure} is sold, and not only the whole. */
    public boolean loose() {
        return fields.isTrue("loose");
    }

    /** What the price is of, where any part of it is sold; empty where one orders pieces. */
    public Optional<Measure> looseMeasure() {
        return loose() ? measure() : Optional.empty();
    }

    public ProductRecord withLoose(boolean loose) {
        return new ProductRecord(Changes.with(fields, "loose", loose ? new Ipld.Bool(true) : null));
    }

    public Optional<Availability> availability() {
        return fields.text("availability").flatMap(Availability::of);
    }

    public ProductRecord withAvailability(@Nullable Availability availability) {
        return new ProductRecord(Changes.with(fields, "availability", availability == null ? "" : availability.code()));
    }

    public Optional<Condition> condition() {
        return fields.text("condition").flatMap(Condition::of);
    }

    public ProductRecord withCondition(@Nullable Condition condition) {
        return new ProductRecord(Changes.with(fields, "condition", condition == null ? "" : condition.code()));
    }

    public List<Image> images() {
        return Changes.parts(fields, "images", Image::of);
    }

    public ProductRecord withImages(List<Image> images) {
        return new ProductRecord(Changes.with(
                fields,
                "images",
                new Ipld.Items(images.stream().<Ipld>map(Image::toFields).toList())));
    }

    public List<Variant> variants() {
        return Changes.parts(fields, "variants", Variant::of);
    }

    /** In these kinds; one of the same key keeps the fields that this program does not know. */
    public ProductRecord withVariants(List<Variant> variants) {
        var before = fields.items("variants").orElse(List.of()).stream()
                .filter(Ipld.Fields.class::isInstance)
                .map(Ipld.Fields.class::cast)
                .toList();
        return new ProductRecord(Changes.with(
                fields,
                "variants",
                new Ipld.Items(variants.stream()
                        .<Ipld>map(variant -> variant.toFields(before))
                        .toList())));
    }

    /** Changes the own prices of variants; those without one cost what the product does. */
    public ProductRecord withVariantPrices(UnaryOperator<Price> change) {
        var items = fields.items("variants").orElse(List.of()).stream()
                .map(item -> item instanceof Ipld.Fields variant ? Variant.repriced(variant, change) : item)
                .toList();
        return new ProductRecord(Changes.with(fields, "variants", new Ipld.Items(items)));
    }

    public Facts facts() {
        return fields.fields("facts").map(Facts::of).orElse(Facts.NONE);
    }

    public ProductRecord withFacts(Facts facts) {
        return withPart("facts", Facts.SCHEMA, facts.toFields());
    }

    public Optional<Withdrawal> withdrawal() {
        return fields.fields("withdrawal").map(Withdrawal::of);
    }

    public ProductRecord withWithdrawal(@Nullable Withdrawal withdrawal) {
        return withPart("withdrawal", Withdrawal.SCHEMA, withdrawal == null ? null : withdrawal.toFields());
    }

    /** A trial product, hidden from shoppers. */
    public boolean test() {
        return fields.isTrue("test");
    }

    public ProductRecord withTest(boolean test) {
        return new ProductRecord(Changes.with(fields, "test", test ? new Ipld.Bool(true) : null));
    }

    public Optional<Instant> createdAt() {
        return Changes.parsed(fields, "createdAt", Instant::parse);
    }

    public ProductRecord withCreatedAt(Instant instant) {
        return new ProductRecord(Changes.with(fields, "createdAt", Changes.instant(instant)));
    }

    public Optional<Instant> updatedAt() {
        return Changes.parsed(fields, "updatedAt", Instant::parse);
    }

    public ProductRecord withUpdatedAt(Instant instant) {
        return new ProductRecord(Changes.with(fields, "updatedAt", Changes.instant(instant)));
    }

    private ProductRecord withPart(String name, Schema schema, Ipld.@Nullable Fields part) {
        return new ProductRecord(Changes.withPart(fields, name, schema, part));
    }
}
