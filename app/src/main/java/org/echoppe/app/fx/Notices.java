package org.echoppe.app.fx;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What was just done, said for a moment at the foot of the window, with a way back where there is one. */
public final class Notices {
    /**
     * @param word on its button; empty where there is none
     * @param action takes it back, or leads to it; null where there is no button
     * @param undoes whether the action takes it back
     */
    public record Notice(
            String sentence, String word, @Nullable Runnable action, boolean undoes) {}

    private final ReadOnlyObjectWrapper<@Nullable Notice> shown = new ReadOnlyObjectWrapper<>();

    public ReadOnlyObjectProperty<@Nullable Notice> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public void say(String sentence) {
        shown.set(new Notice(sentence, "", null, false));
    }

    /** @param word on the button that takes it back */
    public void offer(String sentence, String word, Runnable undo) {
        shown.set(new Notice(sentence, word, undo, true));
    }

    /** @param word on the button that leads to what it is about */
    public void point(String sentence, String word, Runnable go) {
        shown.set(new Notice(sentence, word, go, false));
    }

    /** What the button does. */
    public void act() {
        var notice = shown.get();
        shown.set(null);
        if (notice != null && notice.action() != null) {
            notice.action().run();
        }
    }

    public void dismiss() {
        shown.set(null);
    }

    /** Takes back what was done last, if it is still offered: Ctrl+Z. */
    public boolean undo() {
        var notice = shown.get();
        if (notice == null || !notice.undoes()) {
            return false;
        }
        act();
        return true;
    }
}
