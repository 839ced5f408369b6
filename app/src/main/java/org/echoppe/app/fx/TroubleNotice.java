package org.echoppe.app.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A trouble said where it happened, and scrolled to; takes no room while there is none. */
public final class TroubleNotice extends Label {
    public TroubleNotice(ObservableValue<@Nullable Trouble> trouble, Language language) {
        super("", Icons.of(Feather.ALERT_TRIANGLE, "wrong"));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("notice", "wrong");
        Listening.now(this, trouble, now -> {
            setText(now == null ? "" : now.sentence(language));
            Fields.present(this, now != null);
            if (now != null) {
                Layout.revealSoon(this);
            }
        });
    }
}
