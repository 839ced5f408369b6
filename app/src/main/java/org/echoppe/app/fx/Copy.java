package org.echoppe.app.fx;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/** A button that copies a text, and says that it did. */
public final class Copy extends Button {
    public Copy(String word, String done, String text) {
        super(word, Icons.of(Feather.COPY));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            setText(done);
        });
    }
}
