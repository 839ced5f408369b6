package org.echoppe.app.products;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
            "loose",
            "description",
            "cost",
            "supplier",
            "note",
            "vat_included",
            "condition",
            "lang",
            "ingredients",
            "allergens",
            "manufacturer",
            "safety",
            "withdrawal",
            "test",
            "variants",
            "pictures");

    /** A new product, as long as nothing is typed. */
    private static final Map<String, String> BLANK = Map.of("vat_included", "1");

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
    private final ReadOnlyObjectWrapper<ShopTerms> terms = new ReadOnlyObjectWrapper<>(ShopTerms.UNKNOWN);
    private final PicturesModel pictures;
    private final VariantsModel variants;
    private final Safekeeping safety;
    private final Background.Lane opening;
    private final ReadOnlyObjectWrapper<FormPreview> preview = new ReadOnlyObjectWrapper<>(FormPreview.NOTHING);
    private Language language = Language.FR;

    public ProductFormModel(ProductDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        this.opening = background.lane();
        this.pictures = new PicturesModel(desk::addPicture, background, form.text("pictures"));
        this.variants = new VariantsModel(form.text("variants"));
        this.safety = new Safekeeping(desk, background, this::typed);
        FIELDS.forEach(field -> form.text(field).addListener((text, before, now) -> {
            safety.touch();
            preview.set(FormPreview.of(form.values(), terms.get(), language));
        }));
        terms.addListener((value, before, now) -> preview.set(FormPreview.of(form.values(), now, language)));
    }

    public void openNew(Language spoken) {
        openNew(spoken, Map.of());
    }

    /** @param typed what is known of it already */
    public void openNew(Language spoken, Map<String, String> typed) {
        fetchGround(spoken);
        opening.run(
                () -> BLANK,
                blank -> {
                    show(new Subject.New(), blank);
                    typed.forEach((field, text) -> form.text(field).set(text));
                },
                trouble::set);
    }

    public void open(ProductLine row, Language spoken) {
        fetchGround(spoken);
        opening.run(
                () -> desk.fields(row.key(), spoken), fields -> show(new Subject.Existing(row), fields), trouble::set);
    }

    private void show(Subject now, Map<String, String> fields) {
        trouble.set(null);
        pictures.reset();
        form.fill(fields);
        subject.set(now);
    }

    /** What is to be put by: nothing while nothing is typed. */
    private Optional<UnfinishedForm> typed() {
        return form.changedProperty().get() && !(subject.get() instanceof Subject.None)
                ? Optional.of(new UnfinishedForm(key(), form.filled(), form.values()))
                : Optional.empty();
    }

    private @Nullable RecordKey key() {
        return subject.get() instanceof Subject.Existing existing
                ? existing.line().key()
                : null;
    }

    /** Whether it is one of these that is in the form. */
    boolean isAbout(List<RecordKey> keys) {
        return subject.get() instanceof Subject.Existing(var line) && keys.contains(line.key());
    }

    /** Looks for what was being typed when the program ended. */
    public void lookForUnfinished(Consumer<UnfinishedForm> found) {
        background.run(desk::unfinished, left -> left.ifPresent(found), trouble::set);
    }

    /** Goes on where the typing stopped when the program ended. */
    public void resume(UnfinishedForm left, Language spoken) {
        safety.holds();
        fetchGround(spoken);
        var key = left.key();
        opening.run(
                () -> key == null ? Optional.<ProductLine>empty() : desk.line(key),
                line -> resume(new Unfinished(
                        line.<Subject>map(Subject.Existing::new).orElseGet(Subject.New::new),
                        left.filled(),
                        left.typed())),
                trouble::set);
    }

    /** What was put by is neither needed nor wanted any more. */
    public void forgetUnfinished() {
        safety.forget();
    }

    /** A form that was left before it was saved. */
    public record Unfinished(Subject subject, Map<String, String> filled, Map<String, String> typed) {
        /** The same words, for a product that is not there yet. */
        Unfinished asNew() {
            return new Unfinished(new Subject.New(), Map.of(), typed);
        }
    }

    /** What is being typed and not saved; empty when nothing is. */
    public Optional<Unfinished> unfinished() {
        return form.changedProperty().get()
                ? Optional.of(new Unfinished(subject.get(), form.filled(), form.values()))
                : Optional.empty();
    }

    /** Goes on where the typing stopped. */
    public void resume(Unfinished left) {
        trouble.set(null);
        pictures.reset();
        form.resume(left.filled(), left.typed());
        subject.set(left.subject());
    }

    /** Closes the form and forgets what was typed. */
    public void close() {
        subject.set(new Subject.None());
        pictures.reset();
        form.fill(Map.of());
        trouble.set(null);
        safety.end();
    }

    /** Told of a save. */
    @FunctionalInterface
    interface Done {
        /** @param undo takes it back; empty where nothing had changed */
        void with(String name, Optional<ProductEffect.Undoing> undo);
    }

    /** Saves; the form closes when that is durable, and stays with every mistake marked when it was refused. */
    void save(Done saved) {
        var about = subject.get();
        if (about instanceof Subject.None || saving.get()) {
            return;
        }
        var key = key();
        var filled = form.filled();
        var values = form.values();
        saving.set(true);
        trouble.set(null);
        background.run(
                () -> desk.save(key, filled, values),
                undo -> {
                    saving.set(false);
                    close();
                    saved.with(values.getOrDefault("name", ""), undo);
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

    private void fetchGround(Language spoken) {
        language = spoken;
        background.run(desk::categories, categories::setAll, trouble::set);
        background.run(() -> desk.terms(spoken), terms::set, trouble::set);
    }

    /**
     * Gives a small picture of the product, or none where it cannot be had.
     *
     * @param made from its bytes, away from the window's thread
     */
    <T> void picture(PictureDraft picture, Function<byte[], T> made, Consumer<T> then) {
        background.run(
                () -> desk.picture(picture.cid().toString()).map(made), image -> image.ifPresent(then), why -> {});
    }

    /** What shoppers would see if this were saved now. */
    public ReadOnlyObjectProperty<FormPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public PicturesModel pictures() {
        return pictures;
    }

    public VariantsModel variants() {
        return variants;
    }

    public ReadOnlyObjectProperty<ShopTerms> termsProperty() {
        return terms.getReadOnlyProperty();
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
