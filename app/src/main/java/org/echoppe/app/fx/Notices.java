package org.echoppe.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
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

    /** So many things done can be taken back, one after the other. */
    private static final int REMEMBERED = 50;

    private final ReadOnlyObjectWrapper<@Nullable Notice> shown = new ReadOnlyObjectWrapper<>();
    private final Deque<Notice> done = new ArrayDeque<>();

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
        done.remove(notice);
        if (notice != null && notice.action() != null) {
            notice.action().run();
        }
    }

    /** Says what was done, and remembers how to take it back when the notice is gone. */
    public void done(String sentence, String word, Runnable undo) {
        offer(sentence, word, undo);
        done.push(Objects.requireNonNull(shown.get()));
        if (done.size() > REMEMBERED) {
            done.removeLast();
        }
    }

    public void dismiss() {
        shown.set(null);
    }

    /** Takes up what is offered, else takes back what was done last: Ctrl+Z. */
    public boolean undo() {
        var notice = shown.get();
        if (notice == null || !notice.undoes()) {
            notice = done.peek();
        }
        if (notice == null || notice.action() == null) {
            return false;
        }
        done.remove(notice);
        shown.set(null);
        notice.action().run();
        return true;
    }
}
