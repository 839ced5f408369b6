package org.echoppe.catalogue;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;

/** What an import rejected or took otherwise than it stands, as a spreadsheet beside the file. */
public final class ErrorsFile {
    private ErrorsFile() {}

    /**
     * A line for each note: row, rejected or kept, column, cell, reason. A plan without any leaves no file.
     *
     * @return whether there was anything to write
     * @throws Rejected FILE_UNWRITABLE
     */
    public static boolean write(ImportPlan plan, Path file, Language language) {
        try {
            Files.deleteIfExists(file);
            if (plan.rejected().isEmpty() && plan.warnings().isEmpty()) {
                return false;
            }
            try (var writer = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
                writer.writeRecord("row", "result", "column", "cell", "reason");
                write(writer, plan.rejected(), "rejected", language);
                write(writer, plan.warnings(), "kept", language);
            }
            return true;
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file.toString());
        }
    }

    private static void write(CsvWriter writer, List<RowNote> notes, String result, Language language) {
        for (var note : notes) {
            writer.writeRecord(
                    note.row() == 0 ? "" : Integer.toString(note.row()),
                    result,
                    note.column(),
                    Cells.guarded(note.cell()),
                    note.sentence(language));
        }
    }
}
