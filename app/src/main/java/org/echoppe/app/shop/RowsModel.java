package org.echoppe.app.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.echoppe.app.fx.FormModel;

/** A list that stands in a form row by row ({@code zone-1-fee}): how many rows are in use, one more, one less. */
public final class RowsModel {
    private final FormModel form;
    private final String list;
    private final List<String> columns;
    private final int most;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    RowsModel(FormModel form, String list, List<String> columns, int most) {
        this.form = form;
        this.list = list;
        this.columns = List.copyOf(columns);
        this.most = most;
    }

    /** The form was filled anew: as many rows as hold anything. */
    void filled() {
        int last = most;
        while (last > 0 && isBlank(last)) {
            last--;
        }
        count.set(last);
    }

    private boolean isBlank(int row) {
        return columns.stream()
                .allMatch(column -> form.text(field(row, column)).get().isBlank());
    }

    /** @param row from 1 */
    public String field(int row, String column) {
        return list + "-" + row + "-" + column;
    }

    public void add() {
        count.set(Math.min(count.get() + 1, most));
    }

    /** Takes a row out; those below move up. Returns what puts it back. */
    public Runnable remove(int row) {
        int before = count.get();
        var texts = texts(before);
        for (int at = row; at <= before; at++) {
            for (var column : columns) {
                form.text(field(at, column)).set(at < before ? texts.get(field(at + 1, column)) : "");
            }
        }
        count.set(before - 1);
        return () -> {
            count.set(before);
            texts.forEach((field, text) -> form.text(field).set(text));
        };
    }

    private Map<String, String> texts(int rows) {
        var texts = new LinkedHashMap<String, String>();
        for (int row = 1; row <= rows; row++) {
            for (var column : columns) {
                texts.put(field(row, column), form.text(field(row, column)).get());
            }
        }
        return texts;
    }

    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    boolean isFull() {
        return count.get() >= most;
    }
}
