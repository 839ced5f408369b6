package org.echoppe.app.welcome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** The first start: two steps, then there is a shop. */
public final class WelcomeModel {
    public static final List<String> FIELDS = List.of("name", "postal-code", "locality", "currency", "vat");

    /** What is asked now. */
    public enum Step {
        SHOP,
        VISIBILITY
    }

    private final WelcomeDesk desk;
    private final Background background;
    private final Runnable opened;
    private final FormModel form = new FormModel(FIELDS);
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.SHOP);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

    /** @param opened told on the window's thread once the shop is made */
    public WelcomeModel(WelcomeDesk desk, Background background, Runnable opened) {
        this.desk = desk;
        this.background = background;
        this.opened = opened;
        form.fill(Map.of("currency", "EUR", "vat", "20"));
    }

    /** From the shop's own details to the question who may see it; stays while something is wrong. */
    public void next(Language language) {
        var fields = fields(language);
        run(() -> desk.check(fields), () -> step.set(Step.VISIBILITY));
    }

    public void back() {
        step.set(Step.SHOP);
    }

    /** Makes the shop. */
    public void open(Language language) {
        var fields = fields(language);
        boolean seen = visible.get();
        run(() -> desk.openShop(fields, seen), opened);
    }

    private Map<String, String> fields(Language language) {
        var fields = new HashMap<>(form.values());
        fields.put("lang", language.code());
        return fields;
    }

    private void run(Runnable work, Runnable then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set(null);
        background.run(
                () -> {
                    work.run();
                    return true;
                },
                done -> {
                    busy.set(false);
                    then.run();
                },
                why -> {
                    busy.set(false);
                    refused(why);
                });
    }

    private void refused(Trouble why) {
        if (why instanceof Trouble.Refused(var problems)) {
            step.set(Step.SHOP);
            form.show(problems);
        } else {
            trouble.set(why);
        }
    }

    public FormModel form() {
        return form;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
