package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.echoppe.domain.Gtin;

/**
 * Makes one row a product of the exports of Shopify and WooCommerce, which give every kind of a product a row: the kinds go
 * into a column of their own, as this program's own exports hold them.
 */
final class KindRows {
    /** A table, some of whose rows belong together. */
    private interface Dialect {
        /** Whether the row says something of its own, and is not only a further picture of another. */
        boolean isProduct(Spreadsheet.Row row);

        /** What kinds may name the product of this row by; none for a row to which no kind belongs. */
        List<String> names(Spreadsheet.Row row);

        /** What the product of this kind is named by; empty for a row that is none. */
        Optional<String> kindOf(Spreadsheet.Row row);

        /** @param own the product, as {@link #own} makes it */
        VariantDraft kind(Spreadsheet.Row row, Spreadsheet.Row product, Spreadsheet.Row own);

        /** The product's own row, without what is only true of its first kind. */
        List<String> own(Spreadsheet.Row product, List<Spreadsheet.Row> kinds);
    }

    private KindRows() {}

    /** The table itself where it is none of these exports, or nothing in it comes in kinds. */
    static Spreadsheet folded(Spreadsheet sheet) {
        var columns = new KindColumns(sheet.header());
        if (sheet.header().contains(ProductField.VARIANTS.key())) {
            // somebody wrote the kinds out already: two columns of them would contradict each other
            return sheet;
        }
        if (columns.isShopify()) {
            return folded(sheet, new Shopify(columns));
        }
        return columns.isWoo() ? folded(sheet, new Woo(columns)) : sheet;
    }

    private static Spreadsheet folded(Spreadsheet sheet, Dialect dialect) {
        Map<String, Spreadsheet.Row> products = new HashMap<>();
        sheet.rows().forEach(row -> dialect.names(row).forEach(name -> products.putIfAbsent(name, row)));
        // by the number of the product's row: rows may be alike
        Map<Integer, List<Spreadsheet.Row>> kinds = new HashMap<>();
        for (var row : sheet.rows()) {
            productOf(row, dialect, products)
                    .ifPresent(product -> kinds.computeIfAbsent(product.number(), first -> new ArrayList<>())
                            .add(row));
        }
        if (kinds.isEmpty()) {
            return sheet;
        }
        var rows = new ArrayList<Spreadsheet.Row>();
        for (var row : sheet.rows()) {
            // a kind of a product that is not in the file is a product
            boolean itself = productOf(row, dialect, products)
                    .map(product -> product.number() == row.number())
                    .orElse(dialect.isProduct(row));
            if (itself) {
                rows.add(row(sheet, dialect, row, kinds.getOrDefault(row.number(), List.of())));
            }
        }
        var header = Stream.concat(sheet.header().stream(), Stream.of(ProductField.VARIANTS.key()))
                .toList();
        return new Spreadsheet(
                sheet.file(), sheet.encoding(), sheet.byteOrderMark(), sheet.delimiter(), header, List.copyOf(rows));
    }

    private static Optional<Spreadsheet.Row> productOf(
            Spreadsheet.Row kind, Dialect dialect, Map<String, Spreadsheet.Row> products) {
        return dialect.kindOf(kind).flatMap(name -> Optional.ofNullable(products.get(name)));
    }

    private static Spreadsheet.Row row(
            Spreadsheet sheet, Dialect dialect, Spreadsheet.Row product, List<Spreadsheet.Row> kinds) {
        var own = kinds.isEmpty() ? product.cells() : dialect.own(product, kinds);
        var whole = new Spreadsheet.Row(product.number(), own);
        var drafts =
                kinds.stream().map(kind -> dialect.kind(kind, product, whole)).toList();
        // a row may be longer than the header, and the kinds stand right behind that
        var cells = new ArrayList<>(own.subList(0, sheet.header().size()));
        cells.add(VariantDraft.text(drafts));
        return new Spreadsheet.Row(product.number(), cells);
    }

    /** Rows with one Handle are one product; the first of them says what it is and is its first kind. */
    private record Shopify(KindColumns columns) implements Dialect {
        @Override
        public boolean isProduct(Spreadsheet.Row row) {
            return !columns.cell(row, "title").isEmpty()
                    || !columns.cell(row, "option1value").isEmpty();
        }

        @Override
        public List<String> names(Spreadsheet.Row row) {
            return columns.cell(row, "title").isEmpty() ? List.of() : List.of(columns.cell(row, "handle"));
        }

        /** A product in one kind only has « Default Title » for its value; further pictures have rows with none. */
        @Override
        public Optional<String> kindOf(Spreadsheet.Row row) {
            String value = columns.cell(row, "option1value");
            return value.isEmpty() || value.equals("Default Title")
                    ? Optional.empty()
                    : Optional.of(columns.cell(row, "handle"));
        }

        @Override
        public VariantDraft kind(Spreadsheet.Row row, Spreadsheet.Row product, Spreadsheet.Row own) {
            var options = new LinkedHashMap<String, String>();
            for (int i = 1; i <= 3; i++) {
                String name = columns.cell(product, "option" + i + "name");
                String value = columns.cell(row, "option" + i + "value");
                if (!value.isEmpty()) {
                    options.put(name.isEmpty() ? "Option " + i : name, value);
                }
            }
            String price = columns.cell(row, "variantprice");
            return new VariantDraft(
                    "",
                    options,
                    price.equals(columns.cell(product, "variantprice")) ? "" : price,
                    "",
                    CodeText.gtin(CodeText.code(columns.cell(row, "variantbarcode")), false)
                            .map(Gtin::value)
                            .orElse(""),
                    columns.cell(row, "variantsku"),
                    columns.cell(row, "variantinventoryqty"));
        }

        @Override
        public List<String> own(Spreadsheet.Row product, List<Spreadsheet.Row> kinds) {
            return columns.with(
                    product,
                    Map.of(
                            "variantsku", columns.cell(product, "handle"),
                            "variantbarcode", "",
                            "variantinventoryqty", ""));
        }
    }

    /** A row of type « variation » is a kind of the product that its Parent names by its code or by id:NUMBER. */
    private record Woo(KindColumns columns) implements Dialect {
        @Override
        public boolean isProduct(Spreadsheet.Row row) {
            return true;
        }

        @Override
        public List<String> names(Spreadsheet.Row row) {
            return isKind(row)
                    ? List.of()
                    : Stream.of(columns.cell(row, "sku"), "id:" + columns.cell(row, "id"))
                            .filter(name -> !name.isEmpty() && !name.equals("id:"))
                            .toList();
        }

        private boolean isKind(Spreadsheet.Row row) {
            return columns.cell(row, "type").startsWith("variation");
        }

        @Override
        public Optional<String> kindOf(Spreadsheet.Row row) {
            String parent = columns.cell(row, "parent");
            return isKind(row) && !parent.isEmpty() ? Optional.of(parent) : Optional.empty();
        }

        @Override
        public VariantDraft kind(Spreadsheet.Row row, Spreadsheet.Row product, Spreadsheet.Row own) {
            var options = new LinkedHashMap<String, String>();
            for (int i = 1; i <= 5; i++) {
                String name = columns.cell(row, "attribute" + i + "name");
                String value = columns.cell(row, "attribute" + i + "value");
                if (!name.isEmpty() && !value.isEmpty()) {
                    options.put(name, value);
                }
            }
            String price = columns.cell(row, "price");
            return new VariantDraft(
                    "",
                    options,
                    price.equals(columns.cell(own, "price")) ? "" : price,
                    "",
                    CodeText.gtin(CodeText.code(columns.cell(row, "gtin")), false)
                            .map(Gtin::value)
                            .orElse(""),
                    columns.cell(row, "sku"),
                    columns.cell(row, "stock"));
        }

        /** The product has no price of its own: it costs what its first kind does. */
        @Override
        public List<String> own(Spreadsheet.Row product, List<Spreadsheet.Row> kinds) {
            String price = columns.cell(product, "price");
            return columns.with(
                    product,
                    Map.of("price", price.isEmpty() ? columns.cell(kinds.getFirst(), "price") : price, "stock", ""));
        }
    }
}
