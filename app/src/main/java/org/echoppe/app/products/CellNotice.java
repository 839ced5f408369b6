package org.echoppe.app.products;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Lies over the table and says beneath a cell why what was typed there was refused. */
final class CellNotice extends Pane {
    private final TextField editor;
    private final Language language;
    private final Label words = Layout.words("", "notice", "wrong", "cell-notice");

    CellNotice(CellEditModel edit, TextField editor, Language language) {
        this.editor = editor;
        this.language = language;
        setMouseTransparent(true);
        words.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "wrong"));
        Listening.now(this, edit.troubleProperty(), trouble -> Platform.runLater(() -> show(trouble)));
    }

    private void show(@Nullable Trouble trouble) {
        getChildren().clear();
        var scene = editor.getScene();
        if (trouble == null || scene == null) {
            return;
        }
        words.setText(trouble.sentence(language));
        editor.setAccessibleHelp(words.getText());
        getChildren().add(words);
        applyCss();
        var below = sceneToLocal(editor.localToScene(editor.getLayoutBounds()));
        double width = Math.min(getWidth(), 26 * Layout.textSize(this));
        double height = words.prefHeight(width);
        double left = Math.clamp(below.getMaxX() - width, 0, Math.max(0, getWidth() - width));
        boolean fits = below.getMaxY() + height + 4 <= getHeight();
        words.resizeRelocate(left, fits ? below.getMaxY() + 4 : below.getMinY() - height - 4, width, height);
    }

    @Override
    protected void layoutChildren() {
        // placed beneath the cell, once
    }
}
