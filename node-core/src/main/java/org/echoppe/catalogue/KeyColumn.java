package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;

/** Decides whether products can be told apart by the column that an import is to be keyed by. */
final class KeyColumn {
    private KeyColumn() {}

    /** @throws Rejected with the reason, and with the name of another column that holds the true codes */
    static void check(Spreadsheet sheet, Mapping mapping, ProductKey key) {
        var index = mapping.columnOf(key.field());
        if (index.isEmpty()) {
            if (key != ProductKey.GTIN && !mapping.constants().containsKey(key.field())) {
                throw Rejected.because(Fault.KEY_COLUMN_MISSING, key.key());
            }
            return;
        }
        var problem = key == ProductKey.NAME ? Optional.<Problem>empty() : wrong(sheet, index.get(), key);
        problem = problem.or(() -> key == ProductKey.GTIN ? Optional.empty() : twice(sheet, index.get()));
        if (problem.isPresent()) {
            var problems = new ArrayList<>(List.of(problem.get()));
            if (key != ProductKey.NAME) {
                elsewhere(sheet, index.get()).ifPresent(problems::add);
            }
            throw new Rejected(problems);
        }
    }

    private static Optional<Problem> wrong(Spreadsheet sheet, int index, ProductKey key) {
        var column = Column.of(sheet, index);
        String header = sheet.header().get(index);
        if (column.isSpoiled()) {
            return Optional.of(
                    Problem.of("key", Fault.KEY_COLUMN_SPOILED, header, column.scientific(), column.sample()));
        }
        if (key == ProductKey.GTIN && column.repeated() > 0) {
            return Optional.of(
                    Problem.of("key", Fault.KEY_COLUMN_DUPLICATES, header, column.repeated(), column.repeatedSample()));
        }
        return Optional.empty();
    }

    private static Optional<Problem> twice(Spreadsheet sheet, int index) {
        var seen = new java.util.HashSet<String>();
        var twice = new java.util.LinkedHashSet<String>();
        for (var row : sheet.rows()) {
            String text = row.cells().get(index).strip();
            if (!text.isEmpty() && !seen.add(text)) {
                twice.add(text);
            }
        }
        return twice.stream()
                .findFirst()
                .map(text -> Problem.of(
                        "key", Fault.KEY_COLUMN_DUPLICATES, sheet.header().get(index), twice.size(), text));
    }

    /** A column in which every filled cell holds a code of its own, most of them true, and more of them than here. */
    private static Optional<Problem> elsewhere(Spreadsheet sheet, int refused) {
        int best = -1;
        var bestColumn = Column.of(sheet, refused);
        for (int i = 0; i < sheet.header().size(); i++) {
            var column = i == refused ? bestColumn : Column.of(sheet, i);
            boolean good = !column.isSpoiled()
                    && column.distinct() == column.filled()
                    && column.filled() * 10L >= sheet.rows().size() * 9L
                    && column.valid() * 2 >= column.filled();
            if (i != refused && good && (best < 0 || column.valid() > bestColumn.valid())) {
                best = i;
                bestColumn = column;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int index = best;
        String sample = sheet.rows().stream()
                .map(row -> CodeText.code(row.cells().get(index)))
                .filter(code -> CodeText.gtin(code, false).isPresent())
                .findFirst()
                .orElse("");
        return Optional.of(Problem.of(
                "key",
                Fault.KEY_COLUMN_ELSEWHERE,
                sheet.header().get(best),
                bestColumn.distinct(),
                sample,
                ProductField.GTIN.key()));
    }
}
