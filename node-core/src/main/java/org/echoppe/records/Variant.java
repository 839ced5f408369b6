package org.echoppe.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.echoppe.domain.Gtin;
import org.echoppe.repo.Ipld;

/**
 * One of the kinds a product comes in.
 *
 * @param key tells it from the others, for ever
 * @param options what makes it different: {@code size → 42}
 * @param price its own price; empty when it costs what the product does
 */
public record Variant(
        String key,
        Map<String, String> options,
        Optional<Price> price,
        Optional<Availability> availability,
        Optional<Gtin> gtin) {
    static final Schema SCHEMA = new Schema()
            .required("key", Shape.line(64))
            .optional("options", Shape.map(10, 80, Shape.line(80)))
            .optional("price", Price.SCHEMA)
            .optional("availability", Shape.choice(Availability.codes()))
            .optional("gtin", Shape.gtin());

    /** What its options say, or else its key. */
    public String name() {
        String name = String.join(" · ", options.values());
        return name.isBlank() ? key : name;
    }

    public Variant withAvailability(Optional<Availability> other) {
        return new Variant(key, options, price, other, gtin);
    }

    static Optional<Variant> of(Ipld.Fields fields) {
        var options = new LinkedHashMap<String, String>();
        fields.fields("options")
                .ifPresent(map -> map.entries()
                        .keySet()
                        .forEach(name -> map.text(name).ifPresent(text -> options.put(name, text))));
        return fields.text("key")
                .map(key -> new Variant(
                        key,
                        options,
                        fields.fields("price").flatMap(Price::of),
                        fields.text("availability").flatMap(Availability::of),
                        Changes.parsed(fields, "gtin", Gtin::new)));
    }

    /** The variant with its own price changed, if it has one; what this program does not know of it stays. */
    static Ipld.Fields repriced(Ipld.Fields variant, UnaryOperator<Price> change) {
        return variant.fields("price")
                .flatMap(Price::of)
                .map(price -> Changes.withPart(
                        variant, "price", Price.SCHEMA, change.apply(price).toFields()))
                .orElse(variant);
    }

    /** @param before as they stood in the record */
    Ipld.Fields toFields(List<Ipld.Fields> before) {
        var entries = new LinkedHashMap<>(toFields().entries());
        before.stream()
                .filter(old -> old.text("key").equals(Optional.of(key)))
                .findFirst()
                .ifPresent(old -> old.entries().forEach((name, value) -> {
                    if (!SCHEMA.names().contains(name)) {
                        entries.put(name, value);
                    }
                }));
        return new Ipld.Fields(entries);
    }

    Ipld.Fields toFields() {
        var entries = new LinkedHashMap<String, Ipld>();
        entries.put("key", new Ipld.Text(key));
        var texts = new LinkedHashMap<String, Ipld>();
        options.forEach((name, text) -> texts.put(name, new Ipld.Text(text)));
        if (!texts.isEmpty()) {
            entries.put("options", new Ipld.Fields(texts));
        }
        price.ifPresent(own -> entries.put("price", own.toFields()));
        availability.ifPresent(own -> entries.put("availability", new Ipld.Text(own.code())));
        gtin.ifPresent(own -> entries.put("gtin", new Ipld.Text(own.value())));
        return new Ipld.Fields(entries);
    }
}
