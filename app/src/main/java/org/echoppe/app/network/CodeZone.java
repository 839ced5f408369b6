package org.echoppe.app.network;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.PictureIntake;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Where a picture of a shop's code comes in: dropped, pasted or chosen. */
final class CodeZone {
    private final Texts texts;
    private final PictureIntake intake;

    /** @param read is given the first of what came in */
    CodeZone(Texts texts, Consumer<PictureSource> read) {
        this.texts = texts;
        this.intake = new PictureIntake(pictures -> read.accept(pictures.getFirst()));
    }

    /** What is dropped anywhere on it counts, and what is pasted in it. */
    void acceptAt(Node place) {
        intake.acceptAt(place);
        intake.pasteAt(place);
    }

    /** @param key of its words: {@code key} above, {@code key.hint} below */
    Node build(String key) {
        var choose = new Button(texts.say("code.choose"), Icons.of(Feather.IMAGE));
        choose.setId("choose-code");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(event -> intake.choose(choose, texts.say("code.choose"), texts.say("code.kinds"), false));
        return Layout.styled(
                new VBox(
                        Layout.styled(new Label(texts.say(key)), "strong"),
                        choose,
                        Layout.words(texts.say(key + ".hint"), "muted", "small")),
                "drop-zone");
    }
}
