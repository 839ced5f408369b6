package org.echoppe.app.fx;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Outline icons of one family; their size follows the text size, by the stylesheet. */
public final class Icons {
    private Icons() {}

    /** An icon that goes with a word; a screen reader is given the word alone. */
    public static Node of(Feather shape, String... styles) {
        var icon = new FontIcon(shape);
        icon.getStyleClass().addAll(styles);
        icon.setFocusTraversable(false);
        return icon;
    }
}
