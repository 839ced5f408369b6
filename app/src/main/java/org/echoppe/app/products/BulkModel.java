package org.echoppe.app.products;

import java.util.concurrent.CancellationException;
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
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.fx.Trouble;
import org.echoppe.catalogue.Ending;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.Recount;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** What is to be done with all ticked products: said beforehand, done in one transaction, taken back at one stroke. */
public final class BulkModel {
    /** What can be changed. */
    public enum Kind {
        NONE,
        PRICE,
        STOCK,
        VAT,
        CATEGORY,
        AVAILABILITY
    }

    /** Told of what was done. */
    @FunctionalInterface
    interface Done {
        void with(ProductChange change, ProductEffect effect);
    }

    private final ProductDesk desk;
    private final ProductTicks ticks;
    private final LongWork work;
    private final Background background;
    private final Background.Lane lane;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NONE);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Ending> ending = new SimpleObjectProperty<>(Ending.CENT);
    private final ObjectProperty<Recount> recount = new SimpleObjectProperty<>(Recount.TO);
    private final ObservableList<String> rates = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ProductEffect> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private Language language = Language.FR;

    BulkModel(ProductDesk desk, ProductTicks ticks, Background background, LongWork work) {
        this.desk = desk;
        this.ticks = ticks;
        this.work = work;
        this.background = background;
        this.lane = background.lane();
        kind.addListener((property, before, now) -> {
            text.set("");
            recount.set(Recount.TO);
            if (now == Kind.VAT) {
                fetchRates();
            }
            ask();
        });
        recount.addListener((property, before, now) -> ask());
        text.addListener((property, before, now) -> ask());
        ending.addListener((property, before, now) -> ask());
        ticks.editionProperty().addListener((property, before, now) -> {
            if (ticks.countProperty().get() == 0) {
                kind.set(Kind.NONE);
            }
            ask();
        });
    }

    private void fetchRates() {
        background.run(
                () -> desk.terms(language).vatRates(),
                found -> {
                    if (!found.equals(rates)) {
                        rates.setAll(found);
                    }
                },
                trouble::set);
    }

    /** Whether all is typed that it needs: availability may be left to the stock. */
    private boolean isReady() {
        return switch (kind.get()) {
            case NONE -> false;
            case AVAILABILITY, CATEGORY -> true;
            case STOCK -> recount.get() == Recount.NONE || !text.get().isBlank();
            case PRICE, VAT -> !text.get().isBlank();
        };
    }

    private @Nullable ProductChange change() {
        return switch (kind.get()) {
            case NONE -> null;
            case PRICE -> new ProductChange.Price(text.get(), ending.get());
            case STOCK -> new ProductChange.Stock(recount.get(), text.get());
            case VAT -> new ProductChange.Write(ProductField.VAT_RATE, text.get());
            case CATEGORY -> new ProductChange.Write(ProductField.CATEGORY, text.get());
            case AVAILABILITY -> new ProductChange.Write(ProductField.AVAILABILITY, text.get());
        };
    }

    private void ask() {
        var change = change();
        if (change == null || !isReady()) {
            lane.run(() -> true, nothing -> {}, nothing -> {});
            preview.set(null);
            trouble.set(null);
            return;
        }
        var keys = ticks.keys();
        lane.run(
                overtaken -> desk.preview(keys, change, language, (done, total) -> {
                    if (overtaken.getAsBoolean()) {
                        throw new CancellationException();
                    }
                }),
                effect -> {
                    trouble.set(null);
                    preview.set(effect);
                },
                why -> {
                    preview.set(null);
                    trouble.set(why);
                });
    }

    void apply(String sentence, Done done) {
        var change = change();
        if (change != null && preview.get() != null) {
            apply(change, sentence, done);
        }
    }

    void apply(ProductChange change, String sentence, Done done) {
        if (working.get()) {
            return;
        }
        working.set(true);
        var keys = ticks.keys();
        work.run(
                sentence,
                progress -> desk.change(keys, change, language, progress),
                effect -> {
                    working.set(false);
                    kind.set(Kind.NONE);
                    done.with(change, effect);
                },
                why -> {
                    working.set(false);
                    trouble.set(why);
                },
                () -> working.set(false));
    }

    void speak(Language spoken) {
        language = spoken;
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<Ending> endingProperty() {
        return ending;
    }

    /** How the stock is counted anew. */
    public ObjectProperty<Recount> recountProperty() {
        return recount;
    }

    /** The rates of VAT of the shop's country. */
    public ObservableList<String> rates() {
        return rates;
    }

    /** What it would do; null while that is not known. */
    public ReadOnlyObjectProperty<@Nullable ProductEffect> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }
}
