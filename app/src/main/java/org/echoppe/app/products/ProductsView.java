package org.echoppe.app.products;

import java.io.File;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Beside;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.LongWorkBar;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.ScreenHead;
import org.echoppe.app.fx.ScrolledBar;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.Trouble;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.Language;
import org.kordamp.ikonli.feather.Feather;

/** The products screen as it looks. */
public final class ProductsView implements ProductsModel.Words {
    /** What the bar under the list may take of the room that both have. */
    private static final double MOST_OF_ROOM = 0.8;

    private final ProductsModel model;
    private final Texts texts;
    private final Texts ground;
    private final TextField search = new TextField();
    private final CellEditModel edit;
    private final ProductTable table;
    private final VBox list = Layout.styled(new VBox(), "screen");
    private final Beside frame = new Beside(list);

    public ProductsView(ProductsModel model, Language language) {
        this.model = model;
        this.texts = Texts.of(ProductsView.class, language);
        this.ground = Texts.of(StatePane.class, language);
        this.edit = model.editing(this);
        this.table = new ProductTable(
                model.list(),
                edit,
                new Thumbnails(model.desk(), model.background()),
                texts,
                new ProductTable.Actions(line -> model.open(line, this), this::removeChosen, this::closeForm));
    }

    public Parent build() {
        var laid = new StackPane(table, new CellNotice(edit, table.editor(), texts.language()));
        var rows = new StatePane(model.list().stateProperty(), ground, laid, this::empty, model.list()::refresh);
        var bulk = new ScrolledBar(new BulkView(model, texts, this).build());
        var head = head();
        var chips = new ProductChips(model.list(), texts).build();
        bulk.maxHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> MOST_OF_ROOM * roomBelow(head, chips),
                        list.heightProperty(),
                        head.heightProperty(),
                        chips.heightProperty()));
        var work = new LongWorkBar(model.work(), ground);
        // one or the other: together they would leave no room for the list
        var ticked = model.list().ticks().countProperty();
        Runnable decide = () -> Fields.present(bulk, ticked.get() > 0 && !work.isVisible());
        Listening.now(bulk, work.visibleProperty(), working -> decide.run());
        Listening.now(bulk, ticked, count -> decide.run());
        list.getChildren().setAll(head, chips, rows, bulk, work);
        VBox.setVgrow(rows, Priority.ALWAYS);
        rows.setMinHeight(0); // with large text the bars below it have the room they need
        var root = new StackPane();
        Listening.now(
                root,
                model.faceProperty(),
                face -> root.getChildren()
                        .setAll(
                                face == ProductsModel.Face.LIST
                                        ? frame
                                        : new ImportView(model.importing(), texts, ground, model::closeImport)
                                                .build()));
        Listening.now(root, model.form().subjectProperty(), subject -> showForm());
        acceptFiles(root);
        return root;
    }

    private double roomBelow(Region head, Region chips) {
        double around = list.getInsets().getTop() + list.getInsets().getBottom() + 3 * list.getSpacing();
        return Math.max(0, list.getHeight() - around - head.getHeight() - chips.prefHeight(chips.getWidth()));
    }

    /** Puts the keyboard into the list. */
    public void focusList() {
        table.enter();
    }

    /** Puts the keyboard into the search field: Ctrl+F. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Ctrl+N. */
    public void openNew() {
        model.openNew(this);
    }

    /** Ctrl+I. */
    public void openImport() {
        model.openImport(this);
    }

    /** Ctrl+S. */
    public void save() {
        model.save(this);
    }

    private Region head() {
        var title = Layout.styled(new Label(texts.say("products.title")), "title");
        search.setId("search");
        search.setPromptText(texts.say("products.search"));
        search.setAccessibleText(texts.say("products.search"));
        search.setTooltip(new Tooltip(texts.say("products.search.key")));
        search.getStyleClass().add("search");
        search.textProperty().bindBidirectional(model.list().wordsProperty());
        search.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case DOWN, ENTER -> table.enter();
                case ESCAPE -> {
                    if (!search.getText().isEmpty()) {
                        search.clear();
                        event.consume();
                    }
                }
                default -> {}
            }
        });
        var importing = new Button(texts.say("products.import"), Icons.of(Feather.UPLOAD));
        importing.setId("import");
        importing.setTooltip(new Tooltip(texts.say("products.import.key")));
        importing.setOnAction(event -> openImport());
        var add = new Button(texts.say("products.add"), Icons.of(Feather.PLUS));
        add.setId("add");
        add.getStyleClass().add("accent");
        add.setTooltip(new Tooltip(texts.say("products.add.key")));
        add.setOnAction(event -> openNew());
        for (var button : List.of(importing, add)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        return new ScreenHead(title, search, importing, add);
    }

    private Node empty() {
        var add = new Button(texts.say("products.empty.add"), Icons.of(Feather.PLUS));
        add.getStyleClass().add("accent");
        add.setOnAction(event -> openNew());
        var importing = new Button(texts.say("products.empty.import"), Icons.of(Feather.UPLOAD));
        importing.setOnAction(event -> openImport());
        var buttons = Layout.styled(new HBox(add, importing), "gap-m");
        buttons.setAlignment(Pos.CENTER);
        return StatePane.face(
                Mark.awning(6),
                Layout.words(texts.say("products.empty"), "heading", "serif"),
                Layout.words(texts.say("products.empty.lead"), "muted"),
                buttons);
    }

    private void showForm() {
        if (model.form().subjectProperty().get() instanceof ProductFormModel.Subject.None) {
            boolean hadKeyboard = frame.isOpen();
            frame.show(null);
            if (hadKeyboard) {
                Platform.runLater(table::requestFocus);
            }
            return;
        }
        var view = new ProductFormView(model.form(), model.notices(), texts, ground);
        var actions = new ProductFormView.Actions(
                this::save,
                this::closeForm,
                line -> model.remove(List.of(line.key()), this),
                line -> model.putBack(line, this));
        frame.show(view.build(actions, ground));
        view.focus();
    }

    /** A barcode was read somewhere in the window. */
    public void scanned(String code) {
        model.scanned(code, this);
    }

    private void closeForm() {
        model.closeForm(this);
    }

    /** The ticked ones, or where none is the one under the cursor. */
    private void removeChosen() {
        var ticked = model.list().ticks().keys();
        var current = table.current();
        if (!ticked.isEmpty()) {
            model.remove(ticked, this);
        } else if (current != null) {
            model.remove(List.of(current.key()), this);
        }
    }

    /** Wherever on the screen they are dropped. */
    private void acceptFiles(Node root) {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        root.setOnDragDropped(event -> {
            var files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                model.dropped(files.stream().map(File::toPath).toList(), this);
            }
            event.setDropCompleted(!files.isEmpty());
        });
    }

    @Override
    public String saved(String name) {
        return texts.say("products.saved", name);
    }

    @Override
    public String edited(String name, ProductField field) {
        return texts.say("products.edited", name, field.label(texts.language()));
    }

    @Override
    public String changed(ProductChange change, ProductEffect effect) {
        String refused = effect.refusals() == 0
                ? ""
                : " " + texts.say("bulk.refused", effect.refusals(), String.join(" ", effect.refused()));
        return texts.say(key(change), effect.changed()) + refused;
    }

    private static String key(ProductChange change) {
        return change.equals(ProductChange.WITHDRAW)
                ? "products.withdrawn"
                : change.equals(ProductChange.PUBLISH) ? "products.published" : "products.changed";
    }

    @Override
    public String changing(int products) {
        return texts.say("products.changing", products);
    }

    @Override
    public String undoing() {
        return texts.say("products.undoing");
    }

    @Override
    public String undone(String what) {
        return texts.say("products.undone", what);
    }

    @Override
    public String keptSince(List<String> names) {
        return texts.say("products.keptSince", names.size(), names.getFirst());
    }

    @Override
    public String unknownCode(String code) {
        return texts.say("products.unknownCode", code);
    }

    @Override
    public String codeWaits(String code) {
        return texts.say("products.codeWaits", code);
    }

    @Override
    public String imported(int products) {
        return texts.say("products.imported", products);
    }

    @Override
    public String importRuns() {
        return texts.say("products.importRuns");
    }

    @Override
    public String create() {
        return texts.say("products.create");
    }

    @Override
    public Language language() {
        return texts.language();
    }

    @Override
    public String putBack(String name) {
        return texts.say("products.putBack", name);
    }

    @Override
    public String unfinished(String name) {
        return name.isBlank() ? texts.say("products.unfinished.nameless") : texts.say("products.unfinished", name);
    }

    @Override
    public String setAside() {
        return texts.say("products.setAside");
    }

    @Override
    public String takeUp() {
        return texts.say("products.takeUp");
    }

    @Override
    public String undo() {
        return ground.say("notice.undo");
    }

    @Override
    public String failed(Trouble trouble) {
        return trouble.sentence(texts.language());
    }
}
