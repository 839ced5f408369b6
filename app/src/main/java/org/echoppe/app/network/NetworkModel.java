package org.echoppe.app.network;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.peers.ShopCode;
import org.echoppe.replicas.StrangerLimits;
import org.jspecify.annotations.Nullable;

/** The shops this one knows, and what stands beside the list: one of them, or the adding of another. */
public final class NetworkModel {
    /** What the sheet beside the list shows. */
    public sealed interface Beside {
        record Nothing() implements Beside {}

        record Shop(Did did) implements Beside {}

        record Adding() implements Beside {}

        /** What the network costs, and may cost. */
        record Costs() implements Beside {}
    }

    private final NetworkDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final ObservableList<KnownShop> shops = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private final ReadOnlyObjectWrapper<Beside> beside = new ReadOnlyObjectWrapper<>(new Beside.Nothing());
    private final ReadOnlyObjectWrapper<@Nullable Self> self = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Usage> usage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final AddShopModel adding;

    public NetworkModel(NetworkDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
        this.adding = new AddShopModel(desk, background, this::added);
    }

    /** Asks the node: at first, and after something changed. */
    public void refresh() {
        record Answer(List<KnownShop> shops, Self self, Usage usage) {}
        lane.run(
                () -> new Answer(desk.shops(), desk.self(), desk.usage()),
                answer -> {
                    self.set(answer.self());
                    usage.set(answer.usage());
                    if (!shops.equals(answer.shops())) {
                        shops.setAll(answer.shops());
                    }
                    state.set(shops.isEmpty() ? new ScreenState.Empty() : new ScreenState.Full());
                },
                why -> state.set(new ScreenState.Failed(why)));
    }

    /** Asks the node again, about what is to be seen now. */
    public void beat() {
        refresh();
        if (beside.get() instanceof Beside.Adding) {
            adding.look();
        }
    }

    public void open(KnownShop shop) {
        trouble.set(null);
        beside.set(new Beside.Shop(shop.did()));
    }

    public void openAdding() {
        adding.reset();
        beside.set(new Beside.Adding());
    }

    public void close() {
        beside.set(new Beside.Nothing());
    }

    /**
     * Another screen comes up. What was typed to add a shop waits; which shop was looked at, or answered, is forgotten: else a
     * code that is read later would be held against it.
     */
    public void leave() {
        if (beside.get() instanceof Beside.Adding) {
            adding.leave();
        } else {
            close();
        }
    }

    public void openCosts() {
        trouble.set(null);
        beside.set(new Beside.Costs());
    }

    /** A reader typed a shop's code: it is compared with the shop that is looked at, else a shop is added by it. */
    public void scanned(String typed) {
        if (beside.get() instanceof Beside.Shop(var did) && !isCompared(did)) {
            trouble.set(null);
            background.run(() -> desk.code(typed), code -> scanned(typed, did, code), trouble::set);
        } else {
            adds(typed);
        }
    }

    /** A code that leads somewhere else is another shop's, and wants it added: nothing is wrong with the one that is looked at. */
    private void scanned(String typed, Did did, ShopCode code) {
        if (did.equals(code.did()) || code.address().isEmpty()) {
            compare(did, () -> code);
        } else {
            adds(typed);
        }
    }

    private void adds(String typed) {
        if (!(beside.get() instanceof Beside.Adding)) {
            openAdding();
        }
        adding.scanned(typed);
    }

    private boolean isCompared(Did did) {
        return shops.stream()
                .anyMatch(shop -> shop.did().equals(did) && shop.chosen().compared());
    }

    public void compared(Did did) {
        work(() -> desk.compared(did));
    }

    /** Compares by the code in a picture instead of by eye. */
    public void compare(Did did, PictureSource picture) {
        compare(did, () -> desk.code(picture));
    }

    private void compare(Did did, Supplier<ShopCode> reading) {
        work(() -> {
            if (!did.equals(reading.get().did())) {
                throw Rejected.because(Fault.CODE_OF_ANOTHER);
            }
            desk.compared(did);
        });
    }

    public void follow(Did did, boolean followed) {
        work(() -> desk.follow(did, followed));
    }

    public void pause(Did did, boolean paused) {
        work(() -> desk.pause(did, paused));
    }

    public void block(Did did, String reason) {
        work(() -> desk.block(did, reason.strip()));
    }

    public void limit(StrangerLimits limits) {
        work(() -> desk.limit(limits));
    }

    public void unblock(Did did) {
        work(() -> desk.unblock(did));
    }

    public void syncNow() {
        work(desk::syncNow);
    }

    private void added() {
        close();
        refresh();
    }

    private void work(Runnable work) {
        trouble.set(null);
        background.run(
                () -> {
                    work.run();
                    return true;
                },
                done -> refresh(),
                trouble::set);
    }

    public ObservableList<KnownShop> shops() {
        return shops;
    }

    public AddShopModel adding() {
        return adding;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Beside> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /** Null until the node said it. */
    public ReadOnlyObjectProperty<@Nullable Self> selfProperty() {
        return self.getReadOnlyProperty();
    }

    /** Null until the node said it. */
    public ReadOnlyObjectProperty<@Nullable Usage> usageProperty() {
        return usage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
