package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kinds of a product as one text: {@code [{"options":{"taille":"M"},"price":"12,50","sku":"TS-M","stock":"3"}]}. */
final class VariantJson {
    private static final int LONGEST = 200_000;
    private static final JsonMapper JSON = new JsonMapper();

    private VariantJson() {}

    static String write(List<VariantDraft> variants) {
        return variants.isEmpty()
                ? ""
                : JSON.writeValueAsString(
                        variants.stream().map(VariantJson::fields).toList());
    }

    private static Map<String, Object> fields(VariantDraft variant) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "key", variant.key());
        if (!variant.options().isEmpty()) {
            fields.put("options", variant.options());
        }
        put(fields, "price", variant.price());
        put(fields, "availability", variant.availability());
        put(fields, "gtin", variant.gtin());
        put(fields, "sku", variant.sku());
        put(fields, "stock", variant.stock());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    static List<VariantDraft> read(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            var list = text.length() > LONGEST ? null : JSON.readTree(text);
            if (list == null || !list.isArray() || !all(list).allMatch(JsonNode::isObject)) {
                throw broken();
            }
            var variants = new ArrayList<VariantDraft>();
            list.forEach(node -> variants.add(variant(node)));
            return List.copyOf(variants);
        } catch (JacksonException e) {
            throw broken();
        }
    }

    private static VariantDraft variant(JsonNode node) {
        Map<String, String> options = node.path("options").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        option -> option.getValue().asString(""),
                        (first, second) -> second,
                        LinkedHashMap::new));
        return new VariantDraft(
                word(node, "key"),
                options,
                word(node, "price"),
                word(node, "availability"),
                word(node, "gtin"),
                word(node, "sku"),
                word(node, "stock"));
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return list.valueStream();
    }

    private static Rejected broken() {
        return new Rejected(List.of(Problem.of(ProductField.VARIANTS.key(), Fault.WRONG_SHAPE)));
    }
}
