package org.echoppe.app.fx;

import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;

/** Lets a view follow a model that outlives it: the listener goes when the view does. */
public final class Listening {
    private Listening() {}

    /** Calls {@code heard} with the value now and with each one to come, as long as {@code view} is in use. */
    public static <T> void now(Node view, ObservableValue<T> value, Consumer<? super T> heard) {
        ChangeListener<T> listener = (observable, before, now) -> heard.accept(now);
        view.getProperties().put(listener, value); // the view alone keeps it alive
        value.addListener(new WeakChangeListener<>(listener));
        heard.accept(value.getValue());
    }
}
