package org.echoppe.app.products;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.catalogue.Mapping;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.catalogue.Spreadsheet;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read, and what the shopkeeper says about it.
 *
 * @param key by what a product is recognised
 */
public record ImportTable(Spreadsheet sheet, Mapping mapping, ProductKey key) {

    /** Recognised by the best code that some column holds. */
    public static ImportTable of(Spreadsheet sheet, Mapping mapping) {
        var key = List.of(ProductKey.values()).stream()
                .filter(candidate -> mapping.columnOf(candidate.field()).isPresent())
                .findFirst()
                .orElse(ProductKey.GTIN);
        return new ImportTable(sheet, mapping, key);
    }

    /** The same file with a column meaning something else; null leaves it out. */
    ImportTable mapped(int column, @Nullable ProductField field) {
        return new ImportTable(sheet, field == null ? mapping.ignore(column) : mapping.map(column, field), key);
    }

    ImportTable recognisedBy(ProductKey other) {
        return new ImportTable(sheet, mapping, other);
    }

    /** The first cells of a column. */
    List<String> samples(int column, int count) {
        var samples = new ArrayList<String>();
        sheet.rows().stream()
                .limit(count)
                .forEach(row ->
                        samples.add(column < row.cells().size() ? row.cells().get(column) : ""));
        return samples;
    }
}
