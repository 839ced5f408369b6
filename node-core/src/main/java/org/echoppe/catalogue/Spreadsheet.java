package org.echoppe.catalogue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * A table read from a file, every cell as the text it holds.
 *
 * @param encoding as detected
 * @param byteOrderMark whether the file began with one
 * @param delimiter as detected
 * @param header the column names of the first row, trimmed; a name may be empty, and may occur twice
 * @param rows all others that are not empty
 */
public record Spreadsheet(
        Path file, Charset encoding, boolean byteOrderMark, char delimiter, List<String> header, List<Row> rows) {

    /**
     * A row under the header.
     *
     * @param number as a spreadsheet numbers it: the header is 1
     * @param cells as many as the header has columns
     */
    public record Row(int number, List<String> cells) {}
}
