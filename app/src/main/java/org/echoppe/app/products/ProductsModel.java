package org.echoppe.app.products;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Language;

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

        String removed(List<ProductLine> rows);

        Language language();

        String putBack(String name);

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
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.LIST);

    public ProductsModel(ProductDesk desk, ImportDesk imports, Background background, Notices notices) {
        this.desk = desk;
        this.background = background;
        this.notices = notices;
        this.list = new ProductListModel(desk, background);
        this.form = new ProductFormModel(desk, background);
        this.importing = new ImportModel(imports, background);
    }

    /** Shows products at first, and anew after something changed. */
    public void refresh() {
        list.refresh();
    }

    public void save(Words words) {
        form.save(name -> {
            list.refresh();
            notices.say(words.saved(name));
        });
    }

    /** Opens the form of a product; what was being typed about another can be taken up again. */
    public void open(ProductLine line, Words words) {
        setAside(words);
        form.open(line, words.language());
    }

    public void openNew(Words words) {
        setAside(words);
        form.openNew();
    }

    public void closeForm(Words words) {
        setAside(words);
        form.close();
    }

    private void setAside(Words words) {
        form.unfinished().ifPresent(left -> notices.offer(words.setAside(), words.takeUp(), () -> form.resume(left)));
    }

    public void remove(List<ProductLine> rows, Words words) {
        if (rows.isEmpty()) {
            return;
        }
        var gone = List.copyOf(rows);
        var keys = gone.stream().map(ProductLine::key).toList();
        background.run(
                () -> desk.remove(keys),
                undo -> {
                    form.close();
                    list.refresh();
                    notices.offer(words.removed(gone), words.undo(), () -> putBack(undo, words));
                },
                trouble -> notices.say(words.failed(trouble)));
    }

    private void putBack(Runnable undo, Words words) {
        work(undo, words, () -> {});
    }

    /** A product that was taken away is on sale again. */
    public void putBack(ProductLine line, Words words) {
        work(() -> desk.putBack(line.key()), words, () -> {
            form.close();
            notices.say(words.putBack(line.name()));
        });
    }

    private void work(Runnable work, Words words, Runnable then) {
        background.run(
                () -> {
                    work.run();
                    return true;
                },
                done -> {
                    then.run();
                    list.refresh();
                },
                trouble -> notices.say(words.failed(trouble)));
    }

    public void openImport() {
        form.close();
        notices.dismiss();
        importing.reset();
        face.set(Face.IMPORT);
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

    public ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }
}
