package org.echoppe.app.products;

import java.nio.file.Path;
import java.util.List;

/**
 * A file as it was read, with a guess what its columns mean.
 *
 * @param rows the first few
 * @param mapping a field's name for each column; empty for a column that is left out
 */
public record ImportTable(
        Path file,
        String encoding,
        String delimiter,
        List<String> columns,
        List<List<String>> rows,
        List<String> mapping,
        String key) {
    public ImportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        mapping = List.copyOf(mapping);
    }

    /** The same file with other choices of the shopkeeper's. */
    public ImportTable mapped(List<String> newMapping, String newKey) {
        return new ImportTable(file, encoding, delimiter, columns, rows, newMapping, newKey);
    }
}
