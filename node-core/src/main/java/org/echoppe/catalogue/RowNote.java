package org.echoppe.catalogue;

import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;

/**
 * Something said about one cell of an import.
 *
 * @param row as a spreadsheet numbers it; 0 for the whole column
 * @param column its header; empty when the field has no column
 * @param cell what stands there
 * @param problem its field is a {@link ProductField#key}
 */
public record RowNote(int row, String column, String cell, Problem problem) {
    public String sentence(Language language) {
        return problem.sentence(language);
    }
}
