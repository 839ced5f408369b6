package org.echoppe.app.products;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Language;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** The form of one product: new or existing, saved durably before it says so. */
public final class ProductFormModel {
    /** The fields, by the names that problems, the command line and the import use. */
    public static final List<String> FIELDS = List.of(
            "name",
            "price",
            "stock",
            "availability",
            "vat_rate",
            "gtin",
            "sku",
            "category",
            "brand",
            "quantity",
            "description",
            "cost",
            "supplier",
            "note");

    /** What the form is about. */
    public sealed interface Subject {
        /** The form is closed. */
        record None() implements Subject {}

        record New() implements Subject {}

        record Existing(ProductLine line) implements Subject {}
    }

    private final ProductDesk desk;
    private final Background background;
    private final FormModel form = new FormModel(FIELDS);
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(new Subject.None());
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> categories = FXCollections.observableArrayList();
    private final Background.Lane opening;

    public ProductFormModel(ProductDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        this.opening = background.lane();
    }

    public void openNew() {
        fetchCategories();
        opening.run(Map::<String, String>of, nothing -> show(new Subject.New(), nothing), trouble::set);
    }

    public void open(ProductLine row, Language language) {
        fetchCategories();
        opening.run(
                () -> desk.fields(row.key(), language),
                fields -> show(new Subject.Existing(row), fields),
                trouble::set);
    }

    private void show(Subject now, Map<String, String> fields) {
        trouble.set(null);
        form.fill(fields);
        subject.set(now);
    }

    /** A form that was left before it was saved. */
    public record Unfinished(Subject subject, Map<String, String> filled, Map<String, String> typed) {}

    /** What is being typed and not saved; empty when nothing is. */
    public Optional<Unfinished> unfinished() {
        return form.changedProperty().get()
                ? Optional.of(new Unfinished(subject.get(), form.filled(), form.values()))
                : Optional.empty();
    }

    /** Goes on where the typing stopped. */
    public void resume(Unfinished left) {
        trouble.set(null);
        form.resume(left.filled(), left.typed());
        subject.set(left.subject());
    }

    /** Closes the form and forgets what was typed. */
    public void close() {
        subject.set(new Subject.None());
        form.fill(Map.of());
        trouble.set(null);
    }

    /** Saves; the form closes when that is durable, and stays with every mistake marked when it was refused. */
    public void save(Consumer<String> saved) {
        var about = subject.get();
        if (about instanceof Subject.None || saving.get()) {
            return;
        }
        RecordKey key =
                about instanceof Subject.Existing existing ? existing.line().key() : null;
        var values = form.values();
        saving.set(true);
        trouble.set(null);
        background.run(
                () -> desk.save(key, values),
                done -> {
                    saving.set(false);
                    close();
                    saved.accept(values.getOrDefault("name", ""));
                },
                refused -> {
                    saving.set(false);
                    refused(refused);
                });
    }

    private void refused(Trouble why) {
        if (why instanceof Trouble.Refused(var problems)) {
            form.show(problems);
        } else {
            trouble.set(why);
        }
    }

    private void fetchCategories() {
        background.run(desk::categories, categories::setAll, trouble::set);
    }

    public FormModel form() {
        return form;
    }

    public ObservableList<String> categories() {
        return categories;
    }

    public ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** What is wrong beside the fields; null when nothing is. */
    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }
}
