package org.echoppe.app.fx;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What was just done, said for a moment at the foot of the window, with a way back where there is one. */
public final class Notices {
    /** @param undo takes it back; null where nothing can, and {@code word} is empty */
    public record Notice(
            String sentence, String word, @Nullable Runnable undo) {}

    private final ReadOnlyObjectWrapper<@Nullable Notice> shown = new ReadOnlyObjectWrapper<>();

    public ReadOnlyObjectProperty<@Nullable Notice> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public void say(String sentence) {
        shown.set(new Notice(sentence, "", null));
    }

    /** @param word on the button that takes it back */
    public void offer(String sentence, String word, Runnable undo) {
        shown.set(new Notice(sentence, word, undo));
    }

    public void dismiss() {
        shown.set(null);
    }

    /** Takes back what was done last, if it is still offered: Ctrl+Z. */
    public boolean undo() {
        var notice = shown.get();
        if (notice == null || notice.undo() == null) {
            return false;
        }
        shown.set(null);
        notice.undo().run();
        return true;
    }
}
