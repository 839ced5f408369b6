package org.echoppe.app.products;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.fx.Trouble;

/** The list of products: searched while typing, filtered, fetched in stretches as one scrolls. */
public final class ProductListModel {
    static final int STRETCH = 200;

    private final ProductDesk desk;
    private final Background.Lane lane;
    private final StringProperty words = new SimpleStringProperty("");
    private final SimpleObjectProperty<ProductFilter> filter = new SimpleObjectProperty<>(ProductFilter.ALL);
    private final SimpleObjectProperty<ProductQuestion.Sort> sort =
            new SimpleObjectProperty<>(ProductQuestion.Sort.NAME);
    private final SimpleBooleanProperty descending = new SimpleBooleanProperty();
    private final ObservableList<ProductLine> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Map<ProductFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private boolean fetching;

    public ProductListModel(ProductDesk desk, Background background) {
        this.desk = desk;
        this.lane = background.lane();
        words.addListener((property, before, now) -> fetch(STRETCH));
        filter.addListener((property, before, now) -> fetch(STRETCH));
    }

    /** Orders the list anew, from its beginning. */
    public void sortBy(ProductQuestion.Sort by, boolean down) {
        sort.set(by);
        descending.set(down);
        fetch(STRETCH);
    }

    /** Asks again for what is shown: at first, and after something changed. */
    public void refresh() {
        fetch(Math.max(STRETCH, rows.size()));
    }

    /** The list is about to end: fetches the next stretch, if there is one. */
    public void more() {
        if (!fetching && rows.size() < total.get()) {
            fetching = true;
            int from = rows.size();
            ask(from, STRETCH, page -> rows.addAll(page.rows()));
        }
    }

    private void fetch(int count) {
        if (state.get() instanceof ScreenState.Failed) {
            state.set(new ScreenState.Loading());
        }
        fetching = true;
        ask(0, count, page -> replace(page.rows()));
    }

    private void ask(int from, int count, Consumer<ProductStretch> then) {
        var question = new ProductQuestion(words.get().strip(), filter.get(), sort.get(), descending.get());
        lane.run(
                () -> desk.list(question, from, count),
                page -> {
                    fetching = false;
                    then.accept(page);
                    total.set(page.total());
                    counts.set(page.counts());
                    state.set(
                            page.counts().getOrDefault(ProductFilter.ALL, 0) == 0
                                    ? new ScreenState.Empty()
                                    : new ScreenState.Full());
                },
                this::failed);
    }

    /** Changes only what differs, so that the selection and the place in the list stay. */
    private void replace(List<ProductLine> now) {
        int same = Math.min(rows.size(), now.size());
        for (int i = 0; i < same; i++) {
            if (!rows.get(i).equals(now.get(i))) {
                rows.set(i, now.get(i));
            }
        }
        if (rows.size() > same) {
            rows.remove(same, rows.size());
        } else if (now.size() > same) {
            rows.addAll(now.subList(same, now.size()));
        }
    }

    private void failed(Trouble trouble) {
        fetching = false;
        state.set(new ScreenState.Failed(trouble));
    }

    public StringProperty wordsProperty() {
        return words;
    }

    public SimpleObjectProperty<ProductFilter> filterProperty() {
        return filter;
    }

    public ObservableList<ProductLine> rows() {
        return rows;
    }

    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<ProductFilter, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
