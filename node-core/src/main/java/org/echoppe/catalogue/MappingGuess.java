package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;

/** Finds out what the columns of a spreadsheet hold, by their headers and by what stands in them. */
final class MappingGuess {
    private record Candidate(int column, ProductField field, int preference, boolean useless) {}

    private MappingGuess() {}

    static Mapping of(Spreadsheet sheet) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < sheet.header().size(); i++) {
            int column = i;
            Headers.meaning(sheet.header().get(i)).ifPresent(meaning -> {
                var field = isStock(sheet, column, meaning.field()) ? ProductField.STOCK : meaning.field();
                candidates.add(new Candidate(column, field, meaning.preference(), isUseless(sheet, column, field)));
            });
        }
        candidates.sort(Comparator.comparing(Candidate::useless)
                .thenComparingInt(Candidate::preference)
                .thenComparingInt(Candidate::column));
        Map<Integer, ProductField> columns = new TreeMap<>();
        for (var candidate : candidates) {
            if (!columns.containsValue(candidate.field)) {
                columns.put(candidate.column, candidate.field);
            }
        }
        return new Mapping(columns, Map.of());
    }

    /** The guess with the corrections of a command line: {@code COLUMN=FIELD}, {@code FIELD=VALUE}. */
    static Mapping of(Spreadsheet sheet, List<String> map, List<String> set) {
        var mapping = of(sheet);
        var problems = new ArrayList<Problem>();
        for (String one : map) {
            // a header may hold the sign itself, a field never does
            int sign = one.lastIndexOf('=');
            String column = sign < 0 ? one : one.substring(0, sign);
            String name = sign < 0 ? "" : one.substring(sign + 1).strip();
            int index = indexOf(sheet, column.strip());
            var field = ProductField.find(name);
            if (index < 0 || sign < 0) {
                problems.add(Problem.of("map", Fault.NOT_FOUND, column));
            } else if (name.isEmpty()) {
                mapping = mapping.ignore(index);
            } else if (field.isEmpty()) {
                problems.add(unknown("map", name));
            } else {
                mapping = mapping.map(index, field.get());
            }
        }
        for (String one : set) {
            int sign = one.indexOf('=');
            var field = ProductField.find(sign < 0 ? one : one.substring(0, sign));
            if (field.isEmpty() || sign < 0) {
                problems.add(unknown("set", one));
            } else {
                mapping = mapping.set(field.get(), one.substring(sign + 1));
            }
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return mapping;
    }

    private static Problem unknown(String option, String name) {
        return Problem.of(option, Fault.UNKNOWN_FIELD, name, ProductField.keys());
    }

    private static int indexOf(Spreadsheet sheet, String column) {
        int exact = sheet.header().indexOf(column);
        if (exact >= 0) {
            return exact;
        }
        var plain = sheet.header().stream().map(Words::plain).toList();
        return plain.indexOf(Words.plain(column));
    }

    /** A « quantity » of bare whole numbers counts pieces in the shop, not grams in a packet. */
    private static boolean isStock(Spreadsheet sheet, int column, ProductField field) {
        if (field != ProductField.QUANTITY) {
            return false;
        }
        var filled = sheet.rows().stream()
                .map(row -> row.cells().get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
        long numbers = filled.stream()
                .filter(cell -> cell.matches("-?\\d{1,7}(\\.0)?"))
                .count();
        return !filled.isEmpty() && numbers * 10 >= filled.size() * 8L;
    }

    private static boolean isUseless(Spreadsheet sheet, int column, ProductField field) {
        if (field == ProductField.GTIN || field == ProductField.SKU) {
            var codes = Column.of(sheet, column);
            return codes.filled() == 0 || codes.isSpoiled();
        }
        return sheet.rows().stream().allMatch(row -> row.cells().get(column).isBlank());
    }
}
