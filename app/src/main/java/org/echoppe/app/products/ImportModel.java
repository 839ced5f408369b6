package org.echoppe.app.products;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Trouble;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** The import of a spreadsheet, step by step; nothing is stored before the preview was accepted. */
public final class ImportModel {
    /** Where the import stands. */
    public enum Step {
        FILE,
        COLUMNS,
        PREVIEW,
        RUNNING,
        DONE
    }

    /** Progress is passed on in steps of this, so that the window is not flooded. */
    private static final double GRAIN = 0.01;

    private final ImportDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.FILE);
    private final ReadOnlyObjectWrapper<@Nullable ImportTable> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private volatile double told;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private Consumer<Imported> done = nothing -> {};

    public ImportModel(ImportDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
    }

    /** @param whenDone is given each import that was carried out */
    void begin(Consumer<Imported> whenDone) {
        done = whenDone;
        reset();
    }

    /** Whether it is being carried out. */
    boolean isRunning() {
        return step.get() == Step.RUNNING;
    }

    /** Back to the beginning. */
    public void reset() {
        cancel();
        lane.run(() -> true, nothing -> busy.set(false), trouble::set);
        table.set(null);
        preview.set(null);
        trouble.set(null);
        step.set(Step.FILE);
    }

    public void read(Path file) {
        ask(() -> desk.read(file, null, null), this::show);
    }

    /** Reads the same file with another encoding or delimiter. */
    public void readAs(Charset encoding, char delimiter) {
        var file = known(table.get()).sheet().file();
        ask(() -> desk.read(file, encoding, delimiter), this::show);
    }

    private void show(ImportTable read) {
        table.set(read);
        step.set(Step.COLUMNS);
    }

    /** Says what a column means, null for nothing; a field that another column had moves here. */
    public void map(int column, @Nullable ProductField field) {
        table.set(known(table.get()).mapped(column, field));
    }

    /** The column that holds the true codes where the one chosen was spoiled; empty while nothing of that kind is known. */
    public OptionalInt codesElsewhere() {
        var read = table.get();
        if (read == null || !(trouble.get() instanceof Trouble.Refused(var problems))) {
            return OptionalInt.empty();
        }
        return problems.stream()
                .filter(problem -> problem.fault() == Fault.KEY_COLUMN_ELSEWHERE)
                .mapToInt(problem ->
                        read.sheet().header().indexOf(problem.arguments().getFirst()))
                .filter(column -> column >= 0)
                .findFirst();
    }

    /** Takes the codes from where they are true, and compares anew. */
    public void takeCodesElsewhere(Language language) {
        codesElsewhere().ifPresent(column -> {
            table.set(known(table.get()).mapped(column, ProductField.GTIN).recognisedBy(ProductKey.GTIN));
            plan(language);
        });
    }

    public void recogniseBy(ProductKey key) {
        table.set(known(table.get()).recognisedBy(key));
    }

    public void plan(Language language) {
        var chosen = known(table.get());
        progressAt(0);
        ask(() -> desk.plan(chosen, language, this::at), plan -> {
            preview.set(plan);
            step.set(Step.PREVIEW);
        });
    }

    public void backToColumns() {
        preview.set(null);
        trouble.set(null);
        step.set(Step.COLUMNS);
    }

    /** Takes everything the preview shows, refused rows left out. */
    public void accept(Language language) {
        record Outcome(@Nullable Imported imported) {}
        var stop = new AtomicBoolean();
        cancelled = stop;
        progressAt(0);
        trouble.set(null);
        step.set(Step.RUNNING);
        background.run(
                () -> new Outcome(desk.accept(language, this::at, stop::get)),
                outcome -> {
                    var imported = outcome.imported();
                    if (imported != null) {
                        preview.set(imported.preview());
                    }
                    step.set(imported == null ? Step.PREVIEW : Step.DONE);
                    if (imported != null) {
                        done.accept(imported);
                    }
                },
                why -> {
                    trouble.set(why);
                    step.set(Step.PREVIEW);
                });
    }

    private void at(int done, int of) {
        double share = of == 0 ? 1 : (double) done / of;
        if (share >= 1 || share - told >= GRAIN || share < told) {
            told = share;
            background.deliver(() -> progress.set(share));
        }
    }

    private void progressAt(double share) {
        told = share;
        progress.set(share);
    }

    /** Stops the running import; nothing of it is stored. */
    public void cancel() {
        cancelled.set(true);
    }

    public void saveRefused(Path file, Language language, Runnable saved) {
        ask(
                () -> {
                    desk.saveRefused(file, language);
                    return file;
                },
                done -> saved.run());
    }

    private <T> void ask(Callable<T> question, Consumer<T> then) {
        busy.set(true);
        trouble.set(null);
        lane.run(
                question,
                answer -> {
                    busy.set(false);
                    then.accept(answer);
                },
                why -> {
                    busy.set(false);
                    trouble.set(why);
                });
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "this step comes later");
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ImportTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
