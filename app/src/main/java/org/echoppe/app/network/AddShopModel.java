package org.echoppe.app.network;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.peers.ShopCode;
import org.jspecify.annotations.Nullable;

/** Adding a shop: where it is, typed, read from its code or seen on this network; then the fingerprint of who answers there. */
public final class AddShopModel {
    private static final String ADDRESS = "address";

    private final NetworkDesk desk;
    private final Background.Lane lane;
    private final Background.Lane looks;
    private final Runnable added;
    private final FormModel form = new FormModel(List.of(ADDRESS));
    private final ObservableList<NearbyShop> nearby = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    AddShopModel(NetworkDesk desk, Background background, Runnable added) {
        this.desk = desk;
        this.lane = background.lane();
        this.looks = background.lane();
        this.added = added;
    }

    void reset() {
        stopWaiting();
        form.fill(Map.of());
        found.set(null);
        trouble.set(null);
        look();
    }

    /** Looks who is on this network: again and again, as long as somebody wants to know. */
    void look() {
        looks.run(
                desk::nearby,
                now -> {
                    if (!nearby.equals(now)) {
                        nearby.setAll(now);
                    }
                },
                why -> nearby.clear());
    }

    /** Calls the address that was typed. */
    public void ask() {
        String address = form.text(ADDRESS).get().strip();
        work(() -> desk.ask(address), found::set);
    }

    /** Calls a shop that was seen on this network. */
    public void ask(NearbyShop shop) {
        work(() -> desk.ask(shop), found::set);
    }

    /** A picture of a code: of the shop to be called, or of the one that is to be compared. */
    public void read(PictureSource picture) {
        use(() -> desk.code(picture));
    }

    /** The same, read by a reader that types. */
    void scanned(String typed) {
        use(() -> desk.code(typed));
    }

    private void use(Callable<ShopCode> reading) {
        var shop = found.get();
        if (shop == null || shop.invited()) {
            found.set(null);
            work(reading, this::follow);
        } else {
            work(() -> same(shop, reading.call()), same -> add(true));
        }
    }

    private void follow(ShopCode code) {
        if (code.address().isEmpty()) {
            trouble.set(new Trouble.Refused(List.of(Problem.of("code", Fault.CODE_WITHOUT_ADDRESS))));
        } else {
            form.text(ADDRESS).set(code.text());
            ask();
        }
    }

    private static Found same(Found shop, ShopCode code) {
        if (!shop.did().equals(code.did())) {
            throw Rejected.because(Fault.CODE_OF_ANOTHER);
        }
        return shop;
    }

    /** Back to the address. */
    public void again() {
        trouble.set(null);
        found.set(null);
    }

    /** Nobody waits any more for who answers; what was typed stays, and what is being added is added. */
    void leave() {
        if (found.get() == null) {
            stopWaiting();
        }
        again();
    }

    /** What is asked last on a lane is what is heard: nothing is asked, and what was is not heard. */
    private void stopWaiting() {
        lane.run(() -> true, nothing -> busy.set(false), trouble::set);
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
                    if (why instanceof Trouble.Refused(var problems) && isAboutTheAddress(problems)) {
                        form.show(problems);
                    } else {
                        trouble.set(why);
                    }
                });
    }

    private static boolean isAboutTheAddress(List<Problem> problems) {
        return problems.stream().allMatch(problem -> problem.field().equals(ADDRESS));
    }

    public FormModel form() {
        return form;
    }

    /** Who says to be here, by name. */
    public ObservableList<NearbyShop> nearby() {
        return nearby;
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
