package org.echoppe.app.fx;

import java.util.Collection;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Lists to choose one value from, each shown by its words and none typed. */
public final class Choices {
    private Choices() {}

    public static <T> ComboBox<T> of(Collection<T> values, Function<T, String> word) {
        var box = new ComboBox<T>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        return box;
    }
}
