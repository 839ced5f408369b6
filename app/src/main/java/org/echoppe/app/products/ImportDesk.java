package org.echoppe.app.products;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** Reads spreadsheets and says what they would change. Every call may take its time: through Background only. */
public interface ImportDesk {
    /** How far long work is; may be called from any thread, as often as one likes. */
    interface Progress {
        void at(int done, int of);
    }

    /**
     * Reads a file, with a guess what its columns mean.
     *
     * @param encoding null to find out
     * @param delimiter null to find out
     * @throws org.echoppe.domain.Rejected when it is no table
     */
    ImportTable read(Path file, @Nullable Charset encoding, @Nullable Character delimiter);

    /**
     * Compares the file with the products there are. Nothing is stored.
     *
     * @param language of the reasons
     * @throws org.echoppe.domain.Rejected when its key column cannot tell products apart
     */
    ImportPreview plan(ImportTable table, Language language, Progress progress);

    /**
     * Stores all accepted rows of the preview that was given last, in one transaction or not at all.
     *
     * @param cancelled asked now and then; once true nothing is stored
     * @return what was done; null when it was cancelled
     */
    @Nullable
    Imported accept(Language language, Progress progress, BooleanSupplier cancelled);

    /** Writes the refused rows, each with its reason, to a file to be mended. */
    void saveRefused(Path file, Language language);
}
