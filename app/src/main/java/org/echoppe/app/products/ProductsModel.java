package org.echoppe.app.products;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.OffWindow;
import org.echoppe.app.fx.PictureIntake;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.fx.Trouble;
import org.echoppe.app.products.ProductFormModel.Subject;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.PublishState;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;

/** The products screen: the list, the form beside it, and the import that takes its place. */
public final class ProductsModel {
    /** What fills the screen. */
    public enum Face {
        LIST,
        IMPORT
    }

    /** What is said after something was done. In the language of the moment. */
    public interface Words {
        String saved(String name);

        String edited(String name, ProductField field);

        String changed(ProductChange change, ProductEffect effect);

        /** While so many are being changed. */
        String changing(int products);

        /** While something is being taken back. */
        String undoing();

        /** @param what the sentence that said it was done */
        String undone(String what);

        /** @param names of products that were changed again since */
        String keptSince(List<String> names);

        String unknownCode(String code);

        /** A code was read while the import has the screen. */
        String codeWaits(String code);

        String imported(int products);

        /** Another file came while one is being imported. */
        String importRuns();

        String create();

        Language language();

        String putBack(String name);

        /** Typed before the program ended, and not saved. */
        String unfinished(String name);

        /** Typed and not saved. */
        String setAside();

        String takeUp();

        String undo();

        String failed(Trouble trouble);
    }

    private final ProductDesk desk;
    private final Background background;
    private final Notices notices;
    private final ProductListModel list;
    private final ProductFormModel form;
    private final ImportModel importing;
    private final BulkModel bulk;
    private final LongWork work;
    private boolean offered;
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.LIST);

    public ProductsModel(ProductDesk desk, ImportDesk imports, Background background, Notices notices) {
        this.desk = desk;
        this.background = background;
        this.notices = notices;
        this.work = new LongWork(background);
        this.list = new ProductListModel(desk, background);
        this.form = new ProductFormModel(desk, background);
        this.importing = new ImportModel(imports, background);
        this.bulk = new BulkModel(desk, list.ticks(), background, work);
    }

    /** Shows products at first, and anew after something changed. */
    public void refresh() {
        list.refresh();
    }

    public void save(Words words) {
        form.save((name, undo) -> {
            list.refresh();
            undo.ifPresentOrElse(
                    back -> remember(words.saved(name), back, words), () -> notices.say(words.saved(name)));
        });
    }

    /** Opens the form of a product; what was being typed about another can be taken up again. */
    public void open(ProductLine line, Words words) {
        setAside(words);
        form.open(line, words.language());
    }

    public void openNew(Words words) {
        setAside(words);
        form.openNew(words.language());
    }

    /**
     * Once, when the program has started: offers to go on with what was being typed when it ended.
     *
     * @param show brings this screen to the front
     */
    public void offerUnfinished(Words words, Runnable show) {
        if (!offered) {
            offered = true;
            form.lookForUnfinished(left -> notices.offer(words.unfinished(left.name()), words.takeUp(), () -> {
                show.run();
                form.resume(left, words.language());
            }));
        }
    }

    public void closeForm(Words words) {
        setAside(words);
        form.close();
    }

    private void setAside(Words words) {
        form.unfinished().ifPresent(left -> offer(left, words));
    }

    private void offer(ProductFormModel.Unfinished left, Words words) {
        notices.offer(words.setAside(), words.takeUp(), () -> {
            if (face.get() == Face.IMPORT && !importing.isRunning()) {
                closeImport();
            }
            form.resume(left);
        });
    }

    /** A barcode was read: opens its product, or offers to make one. */
    public void scanned(String code, Words words) {
        if (face.get() == Face.IMPORT) {
            notices.say(words.codeWaits(code));
            return;
        }
        background.run(
                () -> desk.find(code),
                found -> found.ifPresentOrElse(
                        line -> open(line, words),
                        () -> notices.offer(words.unknownCode(code), words.create(), () -> openWith(code, words))),
                trouble -> notices.say(words.failed(trouble)));
    }

    private void openWith(String code, Words words) {
        setAside(words);
        var field = Gtin.parse(code).isPresent() ? ProductField.GTIN : ProductField.SKU;
        form.openNew(words.language(), Map.of(field.key(), code));
    }

    /** Typing in cells of the list. Each saved cell can be taken back. */
    CellEditModel editing(Words words) {
        return new CellEditModel(desk, background, (cell, undo) -> {
            list.refresh();
            remember(words.edited(cell.line().name(), cell.field()), undo, words);
        });
    }

    /** Does what was chosen with all ticked products. */
    void applyBulk(Words words) {
        bulk.apply(words.changing(ticked()), (change, effect) -> told(change, effect, words));
    }

    /** Does something that needs no choice with all ticked products. */
    void applyBulk(ProductChange change, Words words) {
        bulk.apply(change, words.changing(ticked()), (done, effect) -> told(done, effect, words));
    }

    private int ticked() {
        return list.ticks().countProperty().get();
    }

    private void told(ProductChange change, ProductEffect effect, Words words) {
        list.ticks().clear();
        list.refresh();
        if (effect.changed() == 0) {
            notices.say(words.changed(change, effect));
        } else {
            remember(words.changed(change, effect), effect.undo(), words);
        }
    }

    /** Takes products out of the shop. */
    public void remove(List<RecordKey> keys, Words words) {
        if (keys.isEmpty()) {
            return;
        }
        work.run(
                words.changing(keys.size()),
                progress -> desk.change(keys, ProductChange.WITHDRAW, words.language(), progress),
                effect -> {
                    if (form.isAbout(keys)) {
                        form.close();
                    }
                    told(ProductChange.WITHDRAW, effect, words);
                },
                trouble -> notices.say(words.failed(trouble)));
    }

    /** A product that was taken away is on sale again. */
    public void putBack(ProductLine line, Words words) {
        background.run(
                () -> desk.edit(line.key(), ProductField.STATE, "published"),
                undo -> {
                    form.close();
                    list.refresh();
                    remember(words.putBack(line.name()), undo, words);
                },
                trouble -> notices.say(words.failed(trouble)));
    }

    private void remember(String sentence, ProductEffect.Undoing undo, Words words) {
        remember(sentence, sentence, OffWindow.guard(ProductEffect.Undoing.class, undo), words);
    }

    /** @param said now, beside the way back */
    private void remember(String said, String done, ProductEffect.Undoing undo, Words words) {
        notices.done(said, words.undo(), () -> {
            leaveResult();
            work.run(
                    words.undoing(),
                    undo::run,
                    kept -> {
                        list.refresh();
                        notices.say(kept.isEmpty() ? words.undone(done) : words.keptSince(kept));
                        leaveWithdrawn(words);
                    },
                    trouble -> remember(words.failed(trouble), done, undo, words),
                    () -> remember(done, done, undo, words));
        });
    }

    /** The product in the form may just have been taken out of the shop: what was typed can become another one. */
    private void leaveWithdrawn(Words words) {
        if (form.subjectProperty().get() instanceof Subject.Existing(var line)
                && line.state() != PublishState.WITHDRAWN) {
            background.run(
                    () -> desk.line(line.key()),
                    now -> {
                        boolean isGone = now.map(ProductLine::state)
                                .filter(state -> state != PublishState.WITHDRAWN)
                                .isEmpty();
                        if (isGone && form.isAbout(List.of(line.key()))) {
                            form.unfinished().ifPresent(left -> offer(left.asNew(), words));
                            form.close();
                        }
                    },
                    trouble -> notices.say(words.failed(trouble)));
        }
    }

    /** What an import says it did is not true any more. */
    private void leaveResult() {
        if (importing.stepProperty().get() == ImportModel.Step.DONE) {
            closeImport();
        }
    }

    /** Files were dropped: a table begins its import, and pictures hang in the form that is open. */
    public void dropped(List<Path> files, Words words) {
        var table = files.stream().filter(PictureIntake::isTable).findFirst();
        boolean formIsOpen = face.get() == Face.LIST && !(form.subjectProperty().get() instanceof Subject.None);
        if (table.isPresent() && importing.isRunning()) {
            notices.say(words.importRuns());
        } else if (table.isPresent()) {
            openImport(words);
            importing.read(table.get());
        } else if (formIsOpen) {
            form.pictures()
                    .add(files.stream()
                            .<PictureSource>map(PictureSource.File::new)
                            .toList());
        } else {
            notices.say(words.failed(new Trouble.Refused(List.of(Problem.of("", Fault.NOT_A_TABLE)))));
        }
    }

    /** The import takes the place of the list; what was being typed can be taken up again. One that is running goes on. */
    public void openImport(Words words) {
        if (importing.isRunning()) {
            face.set(Face.IMPORT);
            return;
        }
        notices.dismiss();
        setAside(words);
        form.close();
        importing.begin(done -> imported(done, words));
        face.set(Face.IMPORT);
    }

    private void imported(Imported done, Words words) {
        if (done.products() > 0) {
            remember(words.imported(done.products()), done.undo(), words);
        }
    }

    public void closeImport() {
        face.set(Face.LIST);
        list.refresh();
    }

    public ProductListModel list() {
        return list;
    }

    public ProductFormModel form() {
        return form;
    }

    public ImportModel importing() {
        return importing;
    }

    /** What is being done with many products. */
    LongWork work() {
        return work;
    }

    public BulkModel bulk() {
        return bulk;
    }

    Notices notices() {
        return notices;
    }

    ProductDesk desk() {
        return desk;
    }

    Background background() {
        return background;
    }

    public ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }
}
