package org.echoppe.app.network;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.Trouble;
import org.jspecify.annotations.Nullable;

/** Adding a shop: its address, then the fingerprint of who answers there, compared by eye. */
public final class AddShopModel {
    private final NetworkDesk desk;
    private final Background.Lane lane;
    private final Runnable added;
    private final FormModel form = new FormModel(List.of("address"));
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    AddShopModel(NetworkDesk desk, Background background, Runnable added) {
        this.desk = desk;
        this.lane = background.lane();
        this.added = added;
    }

    void reset() {
        lane.run(() -> true, nothing -> busy.set(false), trouble::set);
        form.fill(Map.of());
        found.set(null);
        trouble.set(null);
    }

    /** Calls the address that was typed. */
    public void ask() {
        String address = form.text("address").get().strip();
        work(() -> desk.ask(address), found::set);
    }

    /** Back to the address. */
    public void again() {
        found.set(null);
    }

    /** @param compared whether the shopkeeper says it is the same fingerprint */
    public void add(boolean compared) {
        var shop = found.get();
        if (shop != null) {
            work(
                    () -> {
                        desk.add(shop, compared);
                        return shop;
                    },
                    done -> added.run());
        }
    }

    private <T> void work(Callable<T> work, Consumer<T> then) {
        busy.set(true);
        trouble.set(null);
        lane.run(
                work,
                done -> {
                    busy.set(false);
                    then.accept(done);
                },
                why -> {
                    busy.set(false);
                    if (why instanceof Trouble.Refused(var problems)) {
                        form.show(problems);
                    } else {
                        trouble.set(why);
                    }
                });
    }

    public FormModel form() {
        return form;
    }

    /** Null until somebody answered. */
    public ReadOnlyObjectProperty<@Nullable Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
