package org.echoppe.app.products;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** The list of products: searched while typing, filtered, fetched in stretches where one looks. */
public final class ProductListModel {
    private final ProductDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final StringProperty words = new SimpleStringProperty("");
    private final SimpleObjectProperty<ProductFilter> filter = new SimpleObjectProperty<>(ProductFilter.ALL);
    private final StringProperty category = new SimpleStringProperty("");
    private ProductQuestion.Sort sort = ProductQuestion.Sort.NAME;
    private boolean descending;
    private final FetchedRows rows = new FetchedRows();
    private final ProductTicks ticks = new ProductTicks();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Map<ProductFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<SortedMap<String, Integer>> categories =
            new ReadOnlyObjectWrapper<>(new TreeMap<>());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private final Gaze gaze = new Gaze(rows::needs, this::fetch);
    private long asked;

    public ProductListModel(ProductDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
        words.addListener((property, before, now) -> askAnew());
        filter.addListener((property, before, now) -> askAnew());
        category.addListener((property, before, now) -> askAnew());
    }

    /** Orders the list anew, from its beginning. */
    public void sortBy(ProductQuestion.Sort by, boolean down) {
        if (by != sort || down != descending) {
            sort = by;
            descending = down;
            askAnew();
        }
    }

    /** Shows what a day's work begins with: a filter, and nothing searched. */
    public void show(ProductFilter chosen) {
        words.set("");
        category.set("");
        filter.set(chosen);
    }

    private ProductQuestion question() {
        return new ProductQuestion(words.get().strip(), filter.get(), category.get(), sort, descending);
    }

    /** Asks again for what one looks at: at first, and after something changed. */
    public void refresh() {
        rows.outdate();
        ask(gaze.stretch(), false);
        background.run(desk::categoryCounts, categories::set, trouble -> {});
    }

    private void askAnew() {
        gaze.atStart();
        ask(gaze.stretch(), true);
    }

    /** A row is drawn: it, and soon its neighbours, are to be there. */
    void look(int index) {
        gaze.look(index / FetchedRows.STRETCH);
    }

    /** A stretch one looks at; an answer to a question that was asked before another one is dropped. */
    private void fetch(int stretch, Runnable next) {
        long mine = asked;
        var question = question();
        background.run(
                () -> stretch(question, stretch),
                page -> {
                    if (mine == asked) {
                        show(stretch, page);
                    }
                    next.run();
                },
                trouble -> {
                    if (mine == asked) {
                        failed(trouble);
                    }
                    next.run();
                });
    }

    private ProductStretch stretch(ProductQuestion question, int stretch) {
        return desk.list(question, stretch * FetchedRows.STRETCH, FetchedRows.STRETCH);
    }

    private void ask(int stretch, boolean anew) {
        if (state.get() instanceof ScreenState.Failed) {
            state.set(new ScreenState.Loading());
        }
        asked++;
        gaze.wantNothing();
        var question = question();
        lane.run(
                () -> stretch(question, stretch),
                page -> {
                    if (anew) {
                        rows.forget();
                    }
                    show(stretch, page);
                    if (page.provisional()) {
                        refresh();
                    } else {
                        // rows further down that are on the screen too
                        gaze.around();
                    }
                },
                this::failed);
    }

    private void show(int stretch, ProductStretch page) {
        rows.put(page.total(), stretch, page.rows());
        total.set(page.total());
        if (!page.provisional()) {
            counts.set(page.counts());
        }
        boolean none = page.counts().values().stream().allMatch(count -> count == 0)
                && page.rows().isEmpty();
        state.set(none ? new ScreenState.Empty() : new ScreenState.Full());
    }

    private void failed(Trouble trouble) {
        state.set(new ScreenState.Failed(trouble));
    }

    /** Ticks everything the question finds, also what was never fetched. */
    public void tickAll() {
        var question = question();
        background.run(() -> desk.keys(question), ticks::addAll, this::failed);
    }

    /** Ticks or unticks the row of the cursor, and those up to where the last tick was set if {@code through}. */
    public void tick(int index, boolean through) {
        ticks.turn(rows, index, through);
    }

    /** Ticks a row. */
    void ticked(int index) {
        ticks.add(rows, index);
    }

    /** Where a product stands in the list as it is asked for now; -1 when the question does not find it. */
    void place(RecordKey key, Consumer<Integer> then) {
        var question = question();
        background.run(() -> desk.keys(question).indexOf(key), then, this::failed);
    }

    public ProductTicks ticks() {
        return ticks;
    }

    public StringProperty wordsProperty() {
        return words;
    }

    public SimpleObjectProperty<ProductFilter> filterProperty() {
        return filter;
    }

    /** Levels parted by {@code >}; empty for all. */
    public StringProperty categoryProperty() {
        return category;
    }

    public ObservableList<ProductLine> rows() {
        return rows;
    }

    /** Where a product stands among what was fetched; -1 elsewhere. */
    int indexOf(@Nullable RecordKey key) {
        return rows.indexOf(key);
    }

    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<ProductFilter, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SortedMap<String, Integer>> categoriesProperty() {
        return categories.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
