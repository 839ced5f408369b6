package org.echoppe.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in one column of codes, as a whole.
 *
 * @param filled cells that are not blank
 * @param scientific cells that a spreadsheet rounded to a number
 * @param sample one of them; empty when there is none
 * @param valid distinct true codes
 * @param distinct distinct codes of any form
 * @param repeated codes that stand in more than one row
 * @param repeatedSample one of them; empty when there is none
 * @param isbn whether more of its cells are ISBN-10 than GTIN
 */
record Column(
        int filled,
        int scientific,
        String sample,
        int valid,
        int distinct,
        int repeated,
        String repeatedSample,
        boolean isbn) {
    /** Shorter ones are numbers of another kind, or words such as « n/a ». */
    private static final int LEAST_CODE = 6;

    static Column of(Spreadsheet sheet, int index) {
        boolean isbn = isIsbn(sheet, index);
        int filled = 0;
        int scientific = 0;
        String sample = "";
        var valid = new HashSet<String>();
        Map<String, Integer> codes = new HashMap<>();
        for (var row : sheet.rows()) {
            String cell = row.cells().get(index).strip();
            if (cell.isEmpty()) {
                continue;
            }
            filled++;
            if (CodeText.isScientific(cell)) {
                scientific++;
                sample = sample.isEmpty() ? cell : sample;
            }
            String code = CodeText.code(cell);
            var gtin = CodeText.gtin(code, isbn);
            gtin.ifPresent(known -> valid.add(known.padded()));
            if (gtin.isPresent() || code.length() >= LEAST_CODE) {
                codes.merge(gtin.map(known -> known.padded()).orElse(code), 1, Integer::sum);
            }
        }
        Optional<String> repeated = codes.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
        int count = (int) codes.values().stream().filter(times -> times > 1).count();
        return new Column(filled, scientific, sample, valid.size(), codes.size(), count, repeated.orElse(""), isbn);
    }

    /** A single rounded code may be a slip; one in a hundred is a spreadsheet's doing. */
    boolean isSpoiled() {
        return scientific * 100L > filled;
    }

    private static boolean isIsbn(Spreadsheet sheet, int index) {
        int isbns = 0;
        int gtins = 0;
        for (var row : sheet.rows()) {
            String code = CodeText.code(row.cells().get(index));
            boolean gtin = CodeText.gtin(code, false).isPresent();
            gtins += gtin ? 1 : 0;
            isbns += CodeText.gtin(code, true).isPresent() ? 1 : 0;
        }
        return isbns > gtins;
    }
}
