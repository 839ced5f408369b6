package org.echoppe.app.find;

import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The field that finds anything, over the screen: arrows choose, Enter goes there, Esc closes. */
public final class FindView extends StackPane {
    private final FindModel model;
    private final Texts texts;
    private final TextField field = new TextField();
    private final ListView<Hit> list;
    private @Nullable Node before;

    public FindView(FindModel model, Language language) {
        this.model = model;
        this.texts = Texts.of(FindView.class, language);
        this.list = new ListView<>(model.hits());
        getStyleClass().add("find-scrim");
        setAlignment(Pos.TOP_CENTER);
        field.setId("find");
        field.setPromptText(texts.say("find.prompt"));
        field.setAccessibleText(texts.say("find.prompt"));
        field.textProperty().bindBidirectional(model.wordsProperty());
        list.setId("found");
        list.setAccessibleText(texts.say("find.found"));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new HitCell());
        list.setPlaceholder(Layout.words(texts.say("find.none"), "muted"));
        var card = Layout.styled(new VBox(field, list), "find");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                model.close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.hits().addListener((javafx.beans.InvalidationListener) change -> Platform.runLater(this::selectFirst));
        Listening.now(this, model.openProperty(), this::show);
    }

    private void show(boolean open) {
        setVisible(open);
        setManaged(open);
        if (open) {
            before = getScene() == null ? null : getScene().getFocusOwner();
            selectFirst();
            Layout.focus(field);
        } else if (before != null) {
            before.requestFocus();
        }
    }

    private void selectFirst() {
        if (!model.hits().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> model.close();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int next = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + by,
                0,
                Math.max(0, model.hits().size() - 1));
        list.getSelectionModel().select(next);
        list.scrollTo(next);
    }

    private void choose() {
        var selected = list.getSelectionModel().getSelectedItem();
        var hit = selected == null && !model.hits().isEmpty() ? model.hits().getFirst() : selected;
        if (hit != null) {
            before = null;
            model.choose(hit);
        }
    }

    private static Feather icon(Hit.Kind kind) {
        return switch (kind) {
            case SCREEN -> Feather.LAYOUT;
            case ACTION -> Feather.ZAP;
            case SETTING -> Feather.SETTINGS;
            case PRODUCT -> Feather.PACKAGE;
            case SHOP -> Feather.HOME;
        };
    }

    private final class HitCell extends ListCell<Hit> {
        HitCell() {
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    choose();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var kind = texts.say("kind." + hit.kind().name().toLowerCase(Locale.ROOT));
            var title = Layout.styled(new Label(hit.title()), "free");
            var detail =
                    Layout.styled(new Label(hit.detail().isEmpty() ? kind : hit.detail()), "muted", "small", "free");
            var row = Layout.styled(new HBox(Icons.of(icon(hit.kind())), title, Layout.space(), detail), "gap-m");
            row.setAlignment(Pos.CENTER_LEFT);
            setAccessibleText(String.join(", ", hit.title(), kind, hit.detail()));
            setGraphic(row);
        }
    }
}
