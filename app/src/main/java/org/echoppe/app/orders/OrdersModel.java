package org.echoppe.app.orders;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.domain.OrderId;
import org.jspecify.annotations.Nullable;

/** The inbox of orders, and what stands beside it: one of them, or a sale at the counter. */
public final class OrdersModel {
    /** What the sheet beside the list shows. */
    public sealed interface Beside {
        record Nothing() implements Beside {}

        record Order(OrderId id) implements Beside {}

        record Counter() implements Beside {}
    }

    /**
     * Orders that came while the window was open.
     *
     * @param first to be opened
     */
    public record News(int orders, OrderId first) {}

    private final OrdersDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final Background.Lane naming;
    private final OrderModel order;
    private final CounterModel counter;
    private final ObservableList<OrderEntry> shown = FXCollections.observableArrayList();
    private final ObjectProperty<OrderFilter> filter = new SimpleObjectProperty<>(OrderFilter.OPEN);
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private final ReadOnlyObjectWrapper<Map<OrderFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Beside> beside = new ReadOnlyObjectWrapper<>(new Beside.Nothing());
    private final ReadOnlyObjectWrapper<@Nullable News> news = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private List<OrderEntry> all = List.of();
    private @Nullable Set<OrderId> known;

    public OrdersModel(OrdersDesk desk, CounterDesk counterDesk, Background background) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
        this.naming = background.lane();
        this.order = new OrderModel(desk, background, this::refresh);
        this.counter = new CounterModel(counterDesk, background);
        filter.addListener((property, before, now) -> show());
        words.addListener((property, before, now) -> show());
    }

    /** Asks the node: at first, and after something changed. */
    public void refresh() {
        record Answer(List<OrderEntry> orders, boolean muted) {}
        lane.run(
                () -> new Answer(desk.orders(), desk.muted()),
                answer -> {
                    muted.set(answer.muted());
                    know(answer.orders());
                },
                why -> state.set(new ScreenState.Failed(why)));
        order.refresh();
    }

    private void know(List<OrderEntry> orders) {
        if (!orders.equals(all)) {
            all = List.copyOf(orders);
            var now = new EnumMap<OrderFilter, Integer>(OrderFilter.class);
            for (var one : OrderFilter.values()) {
                now.put(one, (int) all.stream().filter(one::takes).count());
            }
            counts.set(now);
            show();
        }
        state.set(all.isEmpty() ? new ScreenState.Empty() : new ScreenState.Full());
        announce();
    }

    /** What was there when the window opened is no news: Today tells of it. */
    private void announce() {
        var before = known;
        known = all.stream().map(OrderEntry::id).collect(Collectors.toCollection(HashSet::new));
        if (before != null) {
            var fresh = all.stream()
                    .filter(one -> !before.contains(one.id()))
                    .filter(OrderFilter.OPEN::takes)
                    .toList();
            if (!fresh.isEmpty()) {
                news.set(new News(fresh.size(), fresh.getFirst().id()));
            }
        }
    }

    /** Words look through all orders; without them the list shows what was chosen. */
    private void show() {
        var asked = words.get().strip();
        var now = all.stream()
                .filter(one -> asked.isEmpty() ? filter.get().takes(one) : OrderSearch.finds(asked, one))
                .toList();
        if (!now.equals(shown)) {
            shown.setAll(now);
        }
        naming.run(
                () -> now.isEmpty() && OrderSearch.isName(asked) ? desk.named(asked) : Optional.<OrderEntry>empty(),
                old -> old.ifPresent(shown::setAll),
                why -> {});
    }

    /** Shows the orders of one kind, as a line of Today asks for. */
    public void show(OrderFilter wanted) {
        words.set("");
        filter.set(wanted);
    }

    public void open(OrderId id) {
        order.show(id);
        beside.set(new Beside.Order(id));
    }

    /** The order that both sides call so; where there is none here, the list says so. */
    public void open(String reference) {
        all.stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .ifPresentOrElse(one -> open(one.id()), () -> words.set(reference));
    }

    public void openCounter() {
        order.leave();
        beside.set(new Beside.Counter());
    }

    public void close() {
        order.leave();
        beside.set(new Beside.Nothing());
    }

    /** Whether what is read by a barcode reader is to be sold. */
    public boolean isSelling() {
        return beside.get() instanceof Beside.Counter;
    }

    /**
     * The news was passed on in the window: now it is told outside, too.
     *
     * @param sentence nothing personal in it
     */
    public void announced(String sentence) {
        news.set(null);
        background.run(
                () -> {
                    desk.ring(sentence);
                    return true;
                },
                done -> {},
                trouble -> {});
    }

    public void mute(boolean silent) {
        muted.set(silent);
        background.run(
                () -> {
                    desk.mute(silent);
                    return true;
                },
                done -> {},
                trouble -> muted.set(!silent));
    }

    public OrderModel order() {
        return order;
    }

    public CounterModel counter() {
        return counter;
    }

    public ObservableList<OrderEntry> shown() {
        return shown;
    }

    public ObjectProperty<OrderFilter> filterProperty() {
        return filter;
    }

    public StringProperty wordsProperty() {
        return words;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<OrderFilter, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Beside> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /** Null when there is none that was not passed on. */
    public ReadOnlyObjectProperty<@Nullable News> newsProperty() {
        return news.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty mutedProperty() {
        return muted.getReadOnlyProperty();
    }
}
