package org.echoppe.app.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A list, and at its right now and then a sheet. Where the window is too narrow for both, or the text large, the sheet lies
 * over the list instead of squeezing it.
 */
public final class Beside extends Pane {
    /** Width, in units of the text size, that a list needs to be of use. */
    private static final double LIST = 30;

    private final Region list;
    private @Nullable Sheet sheet;

    public Beside(Region list) {
        this.list = list;
        getChildren().add(list);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var open = sheet;
            if (open != null && event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                open.close();
            }
        });
    }

    /** The sheet to be shown; null for none. Slides in where none was. */
    public void show(@Nullable Sheet next) {
        boolean first = sheet == null && next != null;
        sheet = next;
        if (next == null) {
            getChildren().setAll(list);
        } else {
            getChildren().setAll(list, next);
            if (first) {
                next.slideIn();
            }
        }
    }

    public boolean isOpen() {
        return sheet != null;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double taken = 0;
        var open = sheet;
        if (open != null) {
            double wanted = Math.min(width, open.prefWidth(height));
            open.resizeRelocate(width - wanted, 0, wanted, height);
            taken = width - wanted >= LIST * Layout.textSize(this) ? wanted : 0;
        }
        list.resizeRelocate(0, 0, width - taken, height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
