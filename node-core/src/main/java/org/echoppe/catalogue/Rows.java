package org.echoppe.catalogue;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One column of a list that stands in a form row by row: {@code zone-1-fee}, {@code zone-2-fee} …
 *
 * @param rows how many there can be
 */
record Rows(String list, String column, int rows) {
    /** @param row from 1 */
    String of(int row) {
        return list + "-" + row + "-" + column;
    }

    String in(Map<String, String> form, int row) {
        return form.getOrDefault(of(row), "").strip();
    }

    /** Every row's fields of a few columns, row by row. */
    static Stream<String> names(Rows... columns) {
        return IntStream.rangeClosed(1, columns[0].rows)
                .boxed()
                .flatMap(row -> Stream.of(columns).map(column -> column.of(row)));
    }

    /** Whether anything is written in a row. */
    static boolean isFilled(Map<String, String> form, int row, Rows... columns) {
        return Stream.of(columns).anyMatch(column -> !column.in(form, row).isEmpty());
    }
}
