package org.echoppe.app.products;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
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
    /** Stretches asked for at most: whoever scrolls on does not want what flew past. */
    private static final int WANTED = 4;

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
    private final Deque<Integer> looked = new ArrayDeque<>(List.of(0));
    private final LinkedHashSet<Integer> wanted = new LinkedHashSet<>();
    private boolean fetching;
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
        ask(looked.getFirst(), false);
        background.run(desk::categoryCounts, categories::set, trouble -> {});
    }

    private void askAnew() {
        looked.clear();
        looked.add(0);
        ask(0, true);
    }

    /** A row is drawn: it, and soon its neighbours, are to be there. */
    void look(int index) {
        int stretch = index / FetchedRows.STRETCH;
        if (!Integer.valueOf(stretch).equals(looked.peekFirst())) {
            looked.remove(stretch);
            looked.addFirst(stretch);
            while (looked.size() > 2) {
                looked.removeLast();
            }
        }
        if (rows.needs(stretch)) {
            want(stretch);
        }
    }

    private void want(int stretch) {
        wanted.remove(stretch);
        wanted.addLast(stretch);
        while (wanted.size() > WANTED) {
            wanted.removeFirst();
        }
        fetchWanted();
    }

    private void fetchWanted() {
        if (fetching || wanted.isEmpty()) {
            return;
        }
        int stretch = wanted.removeLast();
        long mine = asked;
        var question = question();
        fetching = true;
        background.run(
                () -> stretch(question, stretch),
                page -> {
                    fetching = false;
                    if (mine == asked) {
                        show(stretch, page);
                    }
                    fetchWanted();
                },
                trouble -> {
                    fetching = false;
                    if (mine == asked) {
                        failed(trouble);
                    }
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
        wanted.clear();
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
                        looked.stream().filter(rows::needs).toList().forEach(this::want);
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
        var line = index < 0 || index >= rows.size() ? ProductLine.AWAITED : rows.get(index);
        if (line.isAwaited()) {
            return;
        }
        int from = through ? rows.indexOf(ticks.last()) : -1;
        if (from < 0) {
            ticks.turn(line.key());
            return;
        }
        for (int i = Math.min(from, index); i <= Math.max(from, index); i++) {
            if (!rows.get(i).isAwaited()) {
                ticks.add(rows.get(i).key());
            }
        }
    }

    /** Ticks a row. */
    void ticked(int index) {
        if (!rows.get(index).isAwaited()) {
            ticks.add(rows.get(index).key());
        }
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
