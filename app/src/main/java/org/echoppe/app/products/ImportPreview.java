package org.echoppe.app.products;

import java.util.List;
import java.util.Map;

/**
 * What an import would do, or did.
 *
 * @param lines of each kind at most {@link #LINES}
 * @param warnings what to know about the file as a whole
 */
public record ImportPreview(Map<ImportKind, Integer> counts, List<ImportLine> lines, List<String> warnings) {
    public static final int LINES = 500;

    public ImportPreview {
        counts = Map.copyOf(counts);
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    public int count(ImportKind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
