package org.echoppe.catalogue;

import java.nio.file.Path;

/** Takes products from a spreadsheet file into the catalogue. */
@SuppressWarnings("DoNotCallSuggester")
public final class Importer {
    /**
     * Reads a CSV or TSV file, finding out its encoding and delimiter.
     *
     * @throws org.echoppe.domain.Rejected FILE_UNREADABLE, FILE_TOO_LARGE, NOT_A_TABLE, TOO_MANY rows
     */
    public Spreadsheet open(Path file) {
        throw new UnsupportedOperationException();
    }

    /** What the columns seem to hold, by their headers and by what stands in them. */
    public Mapping guess(Spreadsheet sheet) {
        throw new UnsupportedOperationException();
    }

    /**
     * The guess, corrected as the command line's {@code --map COLUMN=FIELD} and {@code --set FIELD=VALUE} say.
     *
     * @param map each {@code COLUMN=FIELD}; an empty FIELD leaves the column out
     * @param set each {@code FIELD=VALUE}
     * @throws org.echoppe.domain.Rejected UNKNOWN_FIELD, NOT_FOUND for a column
     */
    public Mapping guess(Spreadsheet sheet, java.util.List<String> map, java.util.List<String> set) {
        throw new UnsupportedOperationException();
    }

    /**
     * What an import would do, row by row.
     *
     * @throws org.echoppe.domain.Rejected KEY_COLUMN_MISSING, KEY_COLUMN_SPOILED, KEY_COLUMN_DUPLICATES (with
     *     KEY_COLUMN_ELSEWHERE beside it when another column holds the true codes), SHOP_MISSING
     */
    public ImportPlan plan(Spreadsheet sheet, Mapping mapping, ProductKey key, ImportProgress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Carries the plan out: all its rows in one transaction, or none. Where the catalogue changed since the plan was made it
     * is made anew first.
     *
     * @return the plan that was carried out
     */
    public ImportPlan accept(ImportPlan plan, ImportProgress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes rejections and warnings, a line each with row, column, cell and reason.
     *
     * @throws org.echoppe.domain.Rejected FILE_UNWRITABLE
     */
    public static void writeErrors(ImportPlan plan, Path file, org.echoppe.domain.Language language) {
        throw new UnsupportedOperationException();
    }
}
