package org.echoppe.app.shop;

import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Layout;

/** A long form, and at its right what is always at hand. Where there is no room for both, that stands above the form. */
final class Columns extends HBox {
    /** Width, in units of the text size, that both need beside each other. */
    private static final double BOTH = 50;

    private final VBox form;
    private final Region aside;
    private final ScrollPane side;
    private boolean above;

    Columns(ScrollPane scroll, VBox form, Region aside) {
        this.form = form;
        this.aside = aside;
        this.side = Layout.styled(ShopView.scrolling(aside), "side");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("gap-l");
        getChildren().addAll(scroll, side);
        // after the layout under way, which must not be disturbed
        widthProperty().addListener((property, before, now) -> Platform.runLater(this::arrange));
    }

    private void arrange() {
        boolean narrow = getWidth() < BOTH * Layout.textSize(this);
        if (narrow == above) {
            return;
        }
        above = narrow;
        if (narrow) {
            side.setContent(null);
            getChildren().remove(side);
            form.getChildren().addFirst(aside);
        } else {
            form.getChildren().remove(aside);
            side.setContent(aside);
            getChildren().add(side);
        }
    }
}
