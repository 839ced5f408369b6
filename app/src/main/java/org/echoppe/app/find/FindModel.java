package org.echoppe.app.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;

/** Finds while one types: what the window itself has at once, products as soon as the node answers. */
public final class FindModel {
    private static final int MOST = 12;

    private final Supplier<List<Hit>> near;
    private final Function<String, List<Hit>> products;
    private final Background.Lane lane;
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();

    /**
     * @param near all screens, actions, settings and shops, asked for on the window's thread
     * @param products some that the words find, asked for elsewhere
     */
    public FindModel(Supplier<List<Hit>> near, Function<String, List<Hit>> products, Background background) {
        this.near = near;
        this.products = products;
        this.lane = background.lane();
        words.addListener((property, before, now) -> find());
    }

    public void open() {
        words.set("");
        find();
        open.set(true);
    }

    public void close() {
        open.set(false);
    }

    /** Goes where the hit leads. */
    public void choose(Hit hit) {
        close();
        hit.open().run();
    }

    private void find() {
        var asked = words.get().strip();
        var found = new ArrayList<>(near.get().stream()
                .filter(hit -> matches(hit, asked))
                .limit(MOST)
                .toList());
        hits.setAll(found);
        if (!asked.isEmpty()) {
            lane.run(() -> products.apply(asked), more -> hits.setAll(joined(more, found)), trouble -> {});
        }
    }

    /** Products first: there are most of them, and they are looked for most often. */
    private static List<Hit> joined(List<Hit> products, List<Hit> near) {
        var all = new ArrayList<Hit>(products);
        all.addAll(near);
        return all.stream().limit(MOST).toList();
    }

    private static boolean matches(Hit hit, String asked) {
        var text = fold(hit.title() + " " + hit.detail() + " " + hit.words());
        return Arrays.stream(fold(asked).split(" ", -1)).allMatch(text::contains);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    public StringProperty wordsProperty() {
        return words;
    }

    public BooleanProperty openProperty() {
        return open;
    }

    public ObservableList<Hit> hits() {
        return hits;
    }
}
