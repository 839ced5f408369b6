package org.echoppe.app;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Trouble;
import org.jspecify.annotations.Nullable;

/** What the status line knows: the node's last answer, or that it gave none. */
public final class StatusModel {
    /** Either a status or why there is none; both null before the first answer. */
    public record Known(
            @Nullable ShopStatus status, @Nullable Trouble trouble) {}

    private final StatusDesk desk;
    private final Background background;
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(new Known(null, null));
    private boolean asking;

    public StatusModel(StatusDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /** Asks the node again, unless the last question is still open. */
    public void refresh() {
        if (asking) {
            return;
        }
        asking = true;
        background.run(desk::status, status -> learn(new Known(status, null)), why -> learn(new Known(null, why)));
    }

    private void learn(Known now) {
        asking = false;
        known.set(now);
    }

    public ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }
}
