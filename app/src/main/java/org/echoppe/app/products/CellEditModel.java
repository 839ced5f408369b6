package org.echoppe.app.products;

import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Trouble;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** One cell of the list being typed in: saved durably before it closes, and open with the reason when that is refused. */
public final class CellEditModel {
    /** What is being typed. */
    public record Cell(ProductLine line, ProductField field) {
        boolean is(RecordKey key, ProductField other) {
            return line.key().equals(key) && field == other;
        }
    }

    /** Where an edit goes when it is saved. */
    @FunctionalInterface
    interface Saved {
        void to(Cell cell, ProductEffect.Undoing undo);
    }

    private final ProductDesk desk;
    private final Background background;
    private final Saved saved;
    private final ReadOnlyObjectWrapper<@Nullable Cell> cell = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final StringProperty text = new SimpleStringProperty("");
    private String before = "";
    private boolean saving;
    /** A cell that was clicked while another one was being saved. */
    private Runnable next = () -> {};

    CellEditModel(ProductDesk desk, Background background, Saved saved) {
        this.desk = desk;
        this.background = background;
        this.saved = saved;
    }

    void begin(ProductLine line, ProductField field, String now) {
        if (saving) {
            next = () -> begin(line, field, now);
        } else if (!line.isAwaited()) {
            before = now;
            text.set(now);
            trouble.set(null);
            cell.set(new Cell(line, field));
        }
    }

    /** Leaves the cell as it was. */
    void leave() {
        trouble.set(null);
        cell.set(null);
    }

    /** Saves what was typed; {@code then} runs when it is safe, with what was edited. */
    void save(BiConsumer<ProductLine, ProductField> then) {
        var edited = cell.get();
        if (edited == null || saving) {
            return;
        }
        if (text.get().strip().equals(before)) {
            leave();
            then.accept(edited.line(), edited.field());
            return;
        }
        write(edited, text.get(), () -> {
            leave();
            then.accept(edited.line(), edited.field());
        });
    }

    /** Sets a field that is chosen rather than typed. */
    void choose(ProductLine line, ProductField field, String value) {
        write(new Cell(line, field), value, () -> {});
    }

    private void write(Cell edited, String value, Runnable then) {
        saving = true;
        trouble.set(null);
        background.run(
                () -> desk.edit(edited.line().key(), edited.field(), value),
                undo -> {
                    saving = false;
                    saved.to(edited, undo);
                    then.run();
                    next.run();
                    next = () -> {};
                },
                why -> {
                    saving = false;
                    next = () -> {};
                    cell.set(edited);
                    trouble.set(why);
                });
    }

    /** The cell being typed in; null when none is. */
    ReadOnlyObjectProperty<@Nullable Cell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    /** Why what was typed was refused. */
    ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    StringProperty textProperty() {
        return text;
    }
}
