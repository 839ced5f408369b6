package org.echoppe.app.products;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.PictureIntake;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The pictures of the product in the form as they look: dropped, pasted or chosen, each with its words, in their order. */
final class PicturesView {
    private static final double TILE = 64;
    private static final DataFormat PLACE = new DataFormat("application/x-echoppe-picture");

    private final ProductFormModel form;
    private final PicturesModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final PictureIntake intake;
    private final VBox rows = Layout.styled(new VBox(), "gap");
    private final Map<String, Image> images = new HashMap<>();

    PicturesView(ProductFormModel form, Notices notices, Texts texts, Texts ground) {
        this.form = form;
        this.model = form.pictures();
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
        this.intake = new PictureIntake(model::add);
    }

    /** Ctrl+V anywhere in here hangs up what was copied. */
    void pasteAt(Node place) {
        intake.pasteAt(place);
    }

    Node build() {
        var title = Layout.styled(new Label(texts.say("pictures.title")), "strong");
        var choose = new Button(texts.say("pictures.choose"), Icons.of(Feather.IMAGE));
        choose.setId("add-picture");
        choose.setOnAction(
                event -> intake.choose(rows, texts.say("pictures.choose"), texts.say("pictures.kinds"), true));
        var hint = Layout.words(texts.say("pictures.hint"), "muted", "small");
        var progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(texts.say("pictures.coming"));
        Listening.now(progress, model.comingProperty(), count -> Fields.present(progress, count.intValue() > 0));
        var trouble = Layout.words("", "notice", "wrong");
        trouble.setId("picture-trouble");
        trouble.setMaxWidth(Double.MAX_VALUE);
        Listening.now(trouble, model.troubleProperty(), why -> {
            trouble.setText(why == null ? "" : why.sentence(texts.language()));
            Fields.present(trouble, why != null);
        });
        ListChangeListener<PictureDraft> changed = change -> draw();
        rows.getProperties().put(changed, model.list());
        model.list().addListener(new WeakListChangeListener<>(changed));
        draw();
        var box = Layout.styled(new VBox(title, rows, progress, trouble, choose, hint), "drop-zone");
        intake.acceptAt(box);
        return box;
    }

    /** Drawn anew when pictures come, go or change places; words being typed leave them as they are. */
    private void draw() {
        var shown = rows.getChildren().stream().map(Node::getUserData).toList();
        var wanted = model.list().stream().map(one -> (Object) one.cid()).toList();
        if (!shown.equals(wanted) || wanted.isEmpty()) {
            rows.getChildren().clear();
            for (int i = 0; i < model.list().size(); i++) {
                rows.getChildren().add(row(i));
            }
        }
        Fields.present(rows, !wanted.isEmpty());
    }

    private Node row(int index) {
        var picture = model.list().get(index);
        var alt = new TextField(picture.alt());
        alt.setPromptText(texts.say("pictures.alt.example"));
        alt.setAccessibleText(texts.say("pictures.alt", index + 1));
        alt.setId("alt-" + index);
        alt.textProperty().addListener((text, before, now) -> model.describe(index, now));
        var first = Layout.styled(new Label(texts.say("pictures.first")), "muted", "small");
        Fields.present(first, index == 0 && model.list().size() > 1);
        var words = Layout.styled(new VBox(alt, first), "gap-s");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = Layout.styled(
                new HBox(
                        thumbnail(picture),
                        words,
                        button("up", index, Feather.CHEVRON_UP, () -> move(index, -1), index == 0),
                        button(
                                "down",
                                index,
                                Feather.CHEVRON_DOWN,
                                () -> move(index, 1),
                                index == model.list().size() - 1),
                        button("remove", index, Feather.TRASH_2, () -> remove(index), false)),
                "gap-s",
                "middle");
        row.setUserData(picture.cid());
        carry(row, index);
        return row;
    }

    private Node thumbnail(PictureDraft picture) {
        var frame = Layout.styled(new StackPane(), "thumbnail");
        frame.setMinSize(TILE, TILE);
        frame.setMaxSize(TILE, TILE);
        var view = new ImageView();
        view.setPreserveRatio(true);
        view.setFitWidth(TILE);
        view.setFitHeight(TILE);
        view.setAccessibleText(picture.alt());
        frame.getChildren().add(view);
        var known = images.get(picture.cid().toString());
        if (known != null) {
            view.setImage(known);
        } else {
            form.picture(picture, Thumbnails::image, image -> {
                images.put(picture.cid().toString(), image);
                view.setImage(image);
            });
        }
        return frame;
    }

    private Button button(String what, int index, Feather shape, Runnable work, boolean disabled) {
        var button = new Button(null, Icons.of(shape));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setId("picture-" + what + "-" + index);
        button.setAccessibleText(texts.say("pictures." + what, index + 1));
        button.setTooltip(new Tooltip(texts.say("pictures." + what, index + 1)));
        button.setDisable(disabled);
        button.setOnAction(event -> work.run());
        return button;
    }

    private void move(int index, int by) {
        model.move(index, by);
        var moved = rows.lookup("#picture-" + (by < 0 ? "up" : "down") + "-" + (index + by));
        if (moved != null) {
            moved.requestFocus();
        }
    }

    private void remove(int index) {
        var back = model.remove(index);
        notices.offer(texts.say("pictures.removed"), ground.say("notice.undo"), back);
    }

    /** A picture is taken with the mouse and let go where it shall hang. */
    private void carry(Node row, int index) {
        row.setOnDragDetected(event -> {
            var content = new ClipboardContent();
            content.put(PLACE, index);
            row.startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
        });
        row.setOnDragOver(event -> {
            if (event.getDragboard().hasContent(PLACE)) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        row.setOnDragDropped(event -> {
            if (event.getDragboard().getContent(PLACE) instanceof Integer from) {
                model.move(from, index - from);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
