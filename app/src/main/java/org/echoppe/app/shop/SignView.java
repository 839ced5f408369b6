package org.echoppe.app.shop;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The shop's sign: to be seen, exchanged and taken down. It is hung at once, without the form. */
final class SignView {
    /** Pixels: as large as it is kept for the window. */
    private static final double SIDE = 72;

    private static final double AWNING = 3;

    private final ShopModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;

    SignView(ShopModel model, Notices notices, Texts texts, Texts ground) {
        this.model = model;
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
    }

    Node build() {
        var frame = Layout.styled(new StackPane(), "sign");
        var choose = new Button(texts.say("sign.choose"), Icons.of(Feather.IMAGE));
        choose.setId("choose-sign");
        choose.disableProperty().bind(model.busyProperty());
        choose.setOnAction(event -> choose(choose));
        var remove = new Button(texts.say("sign.remove"));
        remove.setId("remove-sign");
        remove.getStyleClass().add("flat");
        remove.disableProperty().bind(model.busyProperty());
        remove.setOnAction(event -> model.hang(null, texts.language(), back -> offer("sign.removed", back)));
        var words = Layout.styled(
                new VBox(
                        new Label(texts.say("sign")),
                        Layout.words(texts.say("sign.hint"), "muted", "small"),
                        Layout.styled(new FlowPane(choose, remove), "tools")),
                "gap");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = Layout.styled(new HBox(frame, words), "gap-l");
        Listening.now(row, model.standingProperty(), standing -> {
            String sign = standing == null ? "" : standing.sign();
            Fields.present(remove, !sign.isEmpty());
            frame.getChildren().setAll(sign.isEmpty() ? Mark.awning(AWNING) : picture(sign));
        });
        return row;
    }

    private static Node picture(String sign) {
        var view = new ImageView(
                new Image(new ByteArrayInputStream(Base64.getDecoder().decode(sign))));
        view.setPreserveRatio(true);
        view.setFitHeight(SIDE);
        view.setFitWidth(SIDE);
        return view;
    }

    private void choose(Button button) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.say("sign.choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.say("sign.files"), "*.png", "*.jpg", "*.jpeg", "*.gif"));
        var file = chooser.showOpenDialog(button.getScene().getWindow());
        if (file != null) {
            model.hang(file.toPath(), texts.language(), back -> offer("sign.hung", back));
        }
    }

    private void offer(String sentence, Runnable back) {
        notices.offer(texts.say(sentence), ground.say("notice.undo"), back);
    }
}
