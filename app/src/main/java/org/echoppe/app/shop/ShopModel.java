package org.echoppe.app.shop;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** The shop's own details, who may see it, and its recovery sheet. */
public final class ShopModel {
    public static final List<String> FIELDS = List.of(
            "name",
            "tagline",
            "street",
            "postal-code",
            "locality",
            "country",
            "phone",
            "email",
            "website",
            "opening-hours",
            "vat");

    private final ShopDesk desk;
    private final Background background;
    private final FormModel form = new FormModel(FIELDS);
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private final ReadOnlyObjectWrapper<ShopDesk.@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sheetOpen = new ReadOnlyBooleanWrapper();

    public ShopModel(ShopDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /** Reads everything anew; what was typed and not saved stays. */
    public void refresh(Language language) {
        background.run(() -> desk.standing(language), this::know, why -> state.set(new ScreenState.Failed(why)));
    }

    private void know(ShopDesk.Standing now) {
        if (!form.changedProperty().get()) {
            form.fill(now.fields());
        }
        standing.set(now);
        state.set(new ScreenState.Full());
    }

    public void save(Language language, Runnable saved) {
        var values = form.values();
        work(() -> desk.save(values), language, () -> {
            form.fill(values);
            saved.run();
        });
    }

    public void show(boolean visible, Language language) {
        work(() -> desk.show(visible), language, () -> {});
    }

    public void openSheet() {
        sheetOpen.set(true);
    }

    public void closeSheet() {
        sheetOpen.set(false);
    }

    public void saveSheet(Path file, Language language, Consumer<Path> saved) {
        work(() -> desk.saveRecoverySheet(file, language), language, () -> saved.accept(file));
    }

    /** After the shopkeeper said that the sheet lies in its drawer. */
    public void sheetKept(Language language) {
        work(desk::recoverySheetKept, language, this::closeSheet);
    }

    private void work(Runnable work, Language language, Runnable then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set(null);
        background.run(
                () -> {
                    work.run();
                    return desk.standing(language);
                },
                now -> {
                    busy.set(false);
                    then.run();
                    know(now);
                },
                why -> {
                    busy.set(false);
                    refused(why);
                });
    }

    private void refused(Trouble why) {
        if (why instanceof Trouble.Refused(var problems)) {
            form.show(problems);
        } else {
            trouble.set(why);
        }
    }

    public FormModel form() {
        return form;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null until the node said it. */
    public ReadOnlyObjectProperty<ShopDesk.@Nullable Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty sheetOpenProperty() {
        return sheetOpen.getReadOnlyProperty();
    }
}
