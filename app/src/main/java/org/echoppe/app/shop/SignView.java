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
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.KeptKeyboard;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.PictureIntake;
import org.echoppe.app.fx.PictureSource;
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
    private final PictureIntake intake = new PictureIntake(sources -> hang(sources.getFirst()));

    SignView(ShopModel model, Notices notices, Texts texts, Texts ground) {
        this.model = model;
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
    }

    /** Ctrl+V anywhere in here hangs what was copied. */
    void pasteAt(Node place) {
        intake.pasteAt(place);
    }

    Node build() {
        var frame = Layout.styled(new StackPane(), "sign");
        var choose = KeptKeyboard.at(new Button(texts.say("sign.choose"), Icons.of(Feather.IMAGE)));
        choose.setId("choose-sign");
        choose.disableProperty().bind(model.busyProperty());
        choose.setOnAction(event -> intake.choose(choose, texts.say("sign.choose"), texts.say("sign.files"), false));
        var remove = KeptKeyboard.at(new Button(texts.say("sign.remove")));
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
        var row = Layout.styled(new HBox(frame, words), "gap-l", "drop-zone");
        intake.acceptAt(row);
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

    private void hang(PictureSource source) {
        model.hang(source, texts.language(), back -> offer("sign.hung", back));
    }

    private void offer(String sentence, Runnable back) {
        notices.offer(texts.say(sentence), ground.say("notice.undo"), back);
    }
}
