package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the exports of other shop programs keep what kinds differ by; WooCommerce writes its headers in the shop's language. */
final class KindColumns {
    private static final Map<String, String> WOO = Map.ofEntries(
            Map.entry("id", "id"),
            Map.entry("type", "type"),
            Map.entry("sku", "sku"),
            Map.entry("ugs", "sku"),
            Map.entry("parent", "parent"),
            Map.entry("regularprice", "price"),
            Map.entry("tarifregulier", "price"),
            Map.entry("stock", "stock"),
            Map.entry("gtinupceanorisbn", "gtin"),
            Map.entry("gtinupceanouisbn", "gtin"));

    /** What Shopify called its columns before it named them anew. */
    private static final Map<String, String> SHOPIFY = Map.of(
            "urlhandle", "handle",
            "sku", "variantsku",
            "price", "variantprice",
            "barcode", "variantbarcode",
            "inventoryquantity", "variantinventoryqty");

    private final Map<String, Integer> columns = new HashMap<>();

    KindColumns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            String plain = Words.plain(header.get(i));
            columns.putIfAbsent(WOO.getOrDefault(plain, attribute(plain)), i);
            columns.putIfAbsent(plain, i);
            columns.putIfAbsent(SHOPIFY.getOrDefault(plain, plain), i);
        }
    }

    /** « Attribute 1 value(s) » and « Valeur(s) de l’attribut 1 » are {@code attribute1value}. */
    private static String attribute(String plain) {
        String number = plain.replaceAll("\\D", "");
        boolean attribute = number.length() == 1 && plain.contains("attribut");
        if (attribute && (plain.startsWith("valeur") || plain.contains("value"))) {
            return "attribute" + number + "value";
        }
        return attribute && (plain.startsWith("nom") || plain.endsWith("name")) ? "attribute" + number + "name" : plain;
    }

    boolean isShopify() {
        return columns.keySet().containsAll(List.of("handle", "title", "option1name", "option1value"));
    }

    boolean isWoo() {
        return columns.keySet().containsAll(List.of("type", "parent", "attribute1name", "attribute1value"));
    }

    /** What stands there, without space around it and without the quote that keeps a number from being rounded. */
    String cell(Spreadsheet.Row row, String column) {
        Integer at = columns.get(column);
        String cell = at == null ? "" : row.cells().get(at).strip();
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    List<String> with(Spreadsheet.Row row, Map<String, String> other) {
        var cells = new ArrayList<>(row.cells());
        other.forEach((column, text) -> {
            Integer at = columns.get(column);
            if (at != null) {
                cells.set(at, text);
            }
        });
        return cells;
    }
}
