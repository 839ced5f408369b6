package org.echoppe.app.products;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What an import would do; nothing is done yet.
 *
 * @param lines of each kind at most {@link #LINES}
 * @param warnings what to know about the file as a whole
 */
public record ImportPreview(Map<ImportKind, Integer> counts, List<ImportLine> lines, List<String> warnings, Work work) {
    public static final int LINES = 500;

    /** What can be done with it. Takes its time: through Background only. */
    public interface Work {
        /**
         * Stores all accepted rows in one transaction, or none.
         *
         * @param cancelled asked now and then; once true nothing is stored
         * @return false when it was cancelled
         */
        boolean accept(Progress progress, BooleanSupplier cancelled);

        /** Writes the refused rows, each with its reason, to a file to be mended. */
        void saveRefused(Path file);
    }

    /** How far an import is. */
    public interface Progress {
        void at(int done, int of);
    }

    public ImportPreview {
        counts = Map.copyOf(counts);
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    public int count(ImportKind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
