package org.echoppe.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which column of a spreadsheet holds which field, and what stands in every row alike.
 *
 * @param columns by index from 0; a field stands for one column at most
 * @param constants win over columns
 */
public record Mapping(Map<Integer, ProductField> columns, Map<ProductField, String> constants) {
    public Mapping {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        var copy = new EnumMap<ProductField, String>(ProductField.class);
        copy.putAll(constants);
        constants = Collections.unmodifiableMap(copy);
    }

    /** The column now holds this field, and no other column does. */
    public Mapping map(int column, ProductField field) {
        var changed = new TreeMap<>(columns);
        changed.values().remove(field);
        changed.put(column, field);
        return new Mapping(changed, constants);
    }

    /** The column is left out. */
    public Mapping ignore(int column) {
        var changed = new TreeMap<>(columns);
        changed.remove(column);
        return new Mapping(changed, constants);
    }

    /** Every row has this text in the field. */
    public Mapping set(ProductField field, String text) {
        var changed = new EnumMap<ProductField, String>(ProductField.class);
        changed.putAll(constants);
        changed.put(field, text);
        return new Mapping(columns, changed);
    }

    public Optional<Integer> columnOf(ProductField field) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == field)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
