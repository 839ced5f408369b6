package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.jspecify.annotations.Nullable;

/** Which product has which code while a file is gone through: those of the shop, as the rows so far leave them. */
final class TakenCodes {
    private final Map<String, Map<RecordKey, String>> names = new HashMap<>();

    /**
     * A code of a product, or of a kind it comes in.
     *
     * @param at where it stands in a draft: {@code variants.2.gtin}
     */
    private record Code(String at, ProductField field, String text) {}

    void add(ProductRow row) {
        if (row.state() != ProductState.WITHDRAWN) {
            add(ProductField.GTIN, row.gtin() == null ? "" : row.gtin().value(), row.rkey(), row.name());
            add(ProductField.SKU, row.sku() == null ? "" : row.sku(), row.rkey(), row.name());
            for (var kind : row.variants()) {
                add(ProductField.GTIN, kind.gtin() == null ? "" : kind.gtin().value(), row.rkey(), row.name());
                add(ProductField.SKU, kind.sku() == null ? "" : kind.sku(), row.rkey(), row.name());
            }
        }
    }

    /** A row makes the one out of the other. */
    void change(@Nullable Product before, Product after) {
        if (before != null) {
            codes(before).forEach(code -> remove(code.field, code.text, before.key()));
        }
        if (after.state() != ProductState.WITHDRAWN) {
            String name = after.record().name();
            codes(after).forEach(code -> add(code.field, code.text, after.key(), name));
        }
    }

    /**
     * The codes that a change gives a product though another one has them.
     *
     * @param before null for a new product
     */
    List<Problem> clashes(@Nullable Product before, Product after) {
        return clashes(before, after, (field, code) -> other(field, code, after.key()));
    }

    /** @param owner the name of another product that has the code */
    static List<Problem> clashes(
            @Nullable Product before, Product after, BiFunction<ProductField, String, Optional<String>> owner) {
        var problems = new ArrayList<Problem>();
        for (var code : codes(after)) {
            if (isClaimed(code, before, after)) {
                owner.apply(code.field, code.text)
                        .ifPresent(name -> problems.add(Problem.of(code.at, Fault.DUPLICATE, code.text, name)));
            }
        }
        return problems;
    }

    /** A code that stays is no news, though two products should have it: otherwise neither could be mended. */
    private static boolean isClaimed(Code code, @Nullable Product before, Product after) {
        boolean had = before != null
                && before.state() != ProductState.WITHDRAWN
                && codes(before).stream().anyMatch(old -> old.field == code.field && old.text.equals(code.text));
        return after.state() != ProductState.WITHDRAWN && !had;
    }

    private static List<Code> codes(Product product) {
        var codes = new ArrayList<Code>();
        for (var field : List.of(ProductField.GTIN, ProductField.SKU)) {
            codes.add(new Code(field.key(), field, code(product, field)));
        }
        int number = 1;
        for (var variant : product.record().variants()) {
            String at = ProductField.VARIANTS.key() + "." + number++ + ".";
            String gtin = variant.gtin().map(Gtin::value).orElse("");
            codes.add(new Code(at + ProductField.GTIN.key(), ProductField.GTIN, gtin));
            String sku = product.backroom().variant(variant.key()).sku();
            codes.add(new Code(at + ProductField.SKU.key(), ProductField.SKU, sku));
        }
        codes.removeIf(code -> code.text.isEmpty());
        return codes;
    }

    private Optional<String> other(ProductField field, String code, RecordKey key) {
        return names.getOrDefault(key(field, code), Map.of()).entrySet().stream()
                .filter(owner -> !owner.getKey().equals(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** GTIN or SKU as the product has it; empty for none. */
    static String code(Product product, ProductField field) {
        return field == ProductField.GTIN
                ? product.record().gtin().map(Gtin::value).orElse("")
                : product.record().sku();
    }

    private void add(ProductField field, String code, RecordKey key, String name) {
        if (!code.isEmpty()) {
            names.computeIfAbsent(key(field, code), _ -> new LinkedHashMap<>(2)).put(key, name);
        }
    }

    private void remove(ProductField field, String code, RecordKey key) {
        var owners = names.get(key(field, code));
        if (owners != null) {
            owners.remove(key);
        }
    }

    /** Two ways to write one article's number are one code. */
    private static String key(ProductField field, String code) {
        String same =
                field == ProductField.GTIN ? Gtin.parse(code).map(Gtin::padded).orElse("") : code;
        return field + " " + same;
    }
}
