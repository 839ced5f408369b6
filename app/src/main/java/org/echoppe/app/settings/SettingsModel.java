package org.echoppe.app.settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Look;
import org.echoppe.domain.Language;

/** The look of the window: changed at once, and kept for the next start. */
public final class SettingsModel {
    /** One step of Ctrl+plus. */
    private static final int STEP = 25;

    private final LookFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<Look> look;
    private final StringProperty sought = new SimpleStringProperty("");

    public SettingsModel(LookFile file, Look look, Background background) {
        this.file = file;
        this.background = background;
        this.look = new ReadOnlyObjectWrapper<>(look);
    }

    public void speak(Language language) {
        set(look.get().with(language));
    }

    public void shine(Look.Brightness brightness) {
        set(look.get().with(brightness));
    }

    public void size(int textPercent) {
        set(look.get().withText(textPercent));
    }

    /** @param steps up, or down when negative */
    public void grow(int steps) {
        size(look.get().textPercent() + steps * STEP);
    }

    private void set(Look now) {
        if (!now.equals(look.get())) {
            look.set(now);
            background.run(
                    () -> {
                        file.write(now);
                        return true;
                    },
                    done -> {},
                    trouble -> {});
        }
    }

    /** The part of the screen that was asked for by name; empty once it has the keyboard. */
    public StringProperty soughtProperty() {
        return sought;
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
