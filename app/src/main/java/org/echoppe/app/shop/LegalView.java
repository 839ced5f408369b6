package org.echoppe.app.shop;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.LegalText;
import org.kordamp.ikonli.feather.Feather;

/** The legal texts: each with one to start from, and with what is still to be filled in counted and found. */
final class LegalView {
    private static final int ROWS = 7;

    private final ShopModel model;
    private final Fields fields;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;

    LegalView(ShopModel model, Fields fields, Notices notices, Texts texts, Texts ground) {
        this.model = model;
        this.fields = fields;
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
    }

    List<Node> build() {
        var nodes = new ArrayList<Node>();
        var gaps = Layout.words("", "notice", "warn");
        gaps.setId("legal-gaps");
        gaps.setMaxWidth(Double.MAX_VALUE);
        Listening.now(gaps, model.legal().gapsProperty(), count -> {
            gaps.setText(texts.say("legal.gaps", count));
            Fields.present(gaps, count.intValue() > 0);
        });
        nodes.add(Layout.words(texts.say("legal.hint"), "muted", "small"));
        nodes.add(gaps);
        nodes.add(fields.line("company-name"));
        nodes.add(Fields.row(fields.line("registration-id"), fields.line("vat-id")));
        for (var text : LegalText.values()) {
            nodes.add(text(text));
        }
        return nodes;
    }

    private Node text(LegalText text) {
        String field = text.field().key();
        var box = fields.area(field, ROWS);
        var area = (TextArea) box.getChildren().stream()
                .filter(TextArea.class::isInstance)
                .findFirst()
                .orElseThrow();
        box.getChildren().add(1, tools(text, area));
        return box;
    }

    private Node tools(LegalText text, TextArea area) {
        String id = text.field().key();
        var start = new Button(null, Icons.of(Feather.FILE_TEXT));
        start.setId("start-" + id);
        start.setOnAction(event -> {
            boolean blank = model.legal().isBlank(text);
            var back = model.legal().start(text);
            if (!blank) {
                notices.offer(texts.say("legal.replaced"), ground.say("notice.undo"), back);
            }
            area.positionCaret(0);
        });
        var next = new Button(texts.say("legal.next"), Icons.of(Feather.CHEVRON_DOWN));
        next.setId("next-" + id);
        next.setOnAction(event -> model.legal()
                .gapFrom(text, area.getSelection().getEnd())
                .ifPresent(gap -> {
                    area.requestFocus();
                    area.selectRange(gap.from(), gap.to());
                }));
        var count = Layout.styled(new Label(), "muted", "small");
        ObservableValue<String> written = model.form().text(id);
        var tools = Layout.styled(new FlowPane(start, next, count), "tools");
        Listening.now(tools, written, now -> {
            boolean blank = model.legal().isBlank(text);
            int gaps = model.legal().gaps(text);
            start.setText(texts.say(blank ? "legal.start" : "legal.restart"));
            Fields.present(next, gaps > 0);
            count.setText(blank ? "" : texts.say("legal.gaps", gaps));
        });
        return new VBox(tools);
    }
}
