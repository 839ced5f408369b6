package org.echoppe.app.products;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** Reads spreadsheets and says what they would change. Every call may take its time: through Background only. */
public interface ImportDesk {
    /**
     * What the shopkeeper can choose from.
     *
     * @param fields that a column can mean, by the names the command line knows
     * @param keys that a product can be recognised by
     */
    record Choices(List<String> fields, List<String> keys, List<String> encodings, List<String> delimiters) {
        static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of());
    }

    Choices choices();

    /**
     * Reads the beginning of a file.
     *
     * @param encoding null to find out
     * @param delimiter null to find out
     * @throws org.echoppe.domain.Rejected when it is no table
     */
    ImportTable read(Path file, @Nullable String encoding, @Nullable String delimiter);

    /**
     * Reads the whole file and compares it with the products there are.
     *
     * @param language of the reasons
     * @throws org.echoppe.domain.Rejected when its key column cannot tell products apart
     */
    ImportPreview plan(ImportTable table, Language language);
}
