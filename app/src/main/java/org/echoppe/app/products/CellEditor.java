package org.echoppe.app.products;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.echoppe.app.fx.Listening;
import org.echoppe.catalogue.ProductField;

/** The one field that is typed in within the table: Enter saves, Tab saves and goes on, Esc leaves. */
final class CellEditor extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Where Tab leads. */
    @FunctionalInterface
    interface Way {
        /** @param by 1 forth, -1 back */
        void on(ProductLine line, ProductField field, int by);
    }

    private final CellEditModel edit;
    private final Way way;
    private final BiConsumer<ProductLine, ProductField> back;

    CellEditor(CellEditModel edit, Way way, BiConsumer<ProductLine, ProductField> back) {
        this.edit = edit;
        this.way = way;
        this.back = back;
        setId("cell-editor");
        getStyleClass().add("cell-editor");
        textProperty().bindBidirectional(edit.textProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().addListener((property, before, now) -> {
            if (!now
                    && edit.cellProperty().get() != null
                    && edit.troubleProperty().get() == null) {
                edit.save((line, field) -> {});
            }
        });
        Listening.now(this, edit.troubleProperty(), trouble -> pseudoClassStateChanged(WRONG, trouble != null));
    }

    /** Takes the keyboard; what stands there is replaced by typing. */
    void begin() {
        requestFocus();
        selectAll();
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> edit.save(back);
            case TAB -> {
                int by = event.isShiftDown() ? -1 : 1;
                edit.save((line, field) -> way.on(line, field, by));
            }
            case ESCAPE -> {
                var cell = edit.cellProperty().get();
                edit.leave();
                if (cell != null) {
                    back.accept(cell.line(), cell.field());
                }
            }
            // the table would move its cursor away from under the field
            case UP, DOWN, PAGE_UP, PAGE_DOWN -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }
}
