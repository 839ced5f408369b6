package org.echoppe.app.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.catalogue.VariantDraft;
import org.echoppe.catalogue.VariantGrid;
import org.echoppe.domain.Rejected;

/** The kinds of the product in the form: what they differ by, and each with its own price, stock and codes. */
public final class VariantsModel {
    /** Kinds of a product, as many as its record may hold. */
    static final int MOST = 100;

    private final StringProperty text;
    private final ObservableList<VariantDraft> rows = FXCollections.observableArrayList();
    private final ObservableList<VariantGrid.Option> options = FXCollections.observableArrayList();
    private boolean writing;

    VariantsModel(StringProperty text) {
        this.text = text;
        text.addListener((property, before, now) -> {
            if (!writing) {
                read(now);
            }
        });
    }

    private void read(String now) {
        List<VariantDraft> read;
        try {
            read = VariantDraft.list(now);
        } catch (Rejected e) {
            // not written by this form: saving says so
            read = List.of();
        }
        options.setAll(VariantGrid.options(read));
        rows.setAll(read);
    }

    /**
     * Writes what the kinds differ by: all that these options make, those that were there with what they had.
     *
     * @param index one past the last for a new option
     * @param values parted by commas
     * @return whether they are few enough
     */
    public boolean setOption(int index, String name, String values) {
        var now = new ArrayList<>(options);
        var option = new VariantGrid.Option(name.strip(), parts(values));
        if (index < now.size()) {
            now.set(index, option);
        } else {
            now.add(option);
        }
        return change(now);
    }

    public void removeOption(int index) {
        var now = new ArrayList<>(options);
        now.remove(index);
        change(now);
    }

    private static List<String> parts(String values) {
        return Arrays.stream(values.split("[,;\n]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private boolean change(List<VariantGrid.Option> now) {
        if (now.equals(options)) {
            return true;
        }
        var before = whole(options);
        var after = whole(now);
        if (VariantGrid.size(after) > MOST) {
            return false;
        }
        options.setAll(now);
        var made = VariantGrid.of(before, after, rows);
        if (!made.equals(rows)) {
            rows.setAll(made);
            write();
        }
        return true;
    }

    /** Options that lack a name or a value make nothing yet. */
    private static List<VariantGrid.Option> whole(List<VariantGrid.Option> options) {
        return options.stream()
                .filter(option -> !option.name().isEmpty() && !option.values().isEmpty())
                .toList();
    }

    /** Takes one kind away: not every size comes in every colour. */
    public void remove(int index) {
        rows.remove(index);
        write();
    }

    /** Changes one kind without drawing all of them anew: it is being typed. */
    void edit(int index, VariantDraft now) {
        rows.set(index, now);
        write();
    }

    private void write() {
        writing = true;
        text.set(VariantDraft.text(rows));
        writing = false;
    }

    public ObservableList<VariantDraft> rows() {
        return rows;
    }

    public ObservableList<VariantGrid.Option> options() {
        return options;
    }
}
