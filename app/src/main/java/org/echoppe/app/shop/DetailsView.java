package org.echoppe.app.shop;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Texts;
import org.echoppe.records.Geo;
import org.kordamp.ikonli.feather.Feather;

/** The fields of each part of the shop screen. */
final class DetailsView {
    private final ShopModel model;
    private final Fields fields;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final Consumer<String> browse;
    private final SignView sign;

    DetailsView(ShopModel model, Fields fields, Notices notices, Texts texts, Texts ground, Consumer<String> browse) {
        this.model = model;
        this.fields = fields;
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
        this.browse = browse;
        this.sign = new SignView(model, notices, texts, ground);
    }

    /** Ctrl+V anywhere in here hangs a picture that was copied over the door. */
    void pasteAt(Node place) {
        sign.pasteAt(place);
    }

    List<Node> of(ShopSection section) {
        return switch (section) {
            case PROFILE ->
                List.of(
                        sign.build(),
                        fields.line("name"),
                        fields.line("tagline"),
                        fields.area("description", 4),
                        Fields.row(
                                fields.choice("lang", List.of("fr", "en")),
                                fields.suggestion("currency", List.of("EUR", "CHF", "GBP"))));
            case ADDRESS -> address();
            case HOURS -> new HoursView(model, fields, texts).week();
            case CLOSINGS ->
                rows(
                        model.closings(),
                        "closing",
                        row -> Fields.row(
                                fields.line("closing-" + row + "-from"),
                                fields.line("closing-" + row + "-to"),
                                fields.line("closing-" + row + "-reason")));
            case PICKUP -> new HoursView(model, fields, texts).pickup();
            case DELIVERY ->
                rows(
                        model.zones(),
                        "zone",
                        row -> Layout.styled(
                                new VBox(
                                        fields.line("zone-" + row + "-area"),
                                        Fields.row(
                                                fields.line("zone-" + row + "-fee"),
                                                fields.line("zone-" + row + "-minimum"),
                                                fields.line("zone-" + row + "-free"))),
                                "card"));
            case PAYMENT -> payment();
            case ORDERS ->
                List.of(
                        fields.check("orders-auto"),
                        Fields.row(
                                fields.line("orders-up-to"),
                                fields.line("orders-per-hour"),
                                fields.line("orders-per-relay")),
                        Layout.words(texts.say("orders.hint"), "muted", "small"),
                        fields.line("orders-keep-days"));
            case LEGAL -> new LegalView(model, fields, notices, texts, ground).build();
        };
    }

    private List<Node> rows(RowsModel rows, String list, java.util.function.IntFunction<Node> row) {
        var nodes = new java.util.ArrayList<Node>();
        nodes.add(Layout.words(texts.say(list + ".hint"), "muted", "small"));
        nodes.addAll(new RowsView(rows, list, row, notices, texts, ground).build());
        return nodes;
    }

    private List<Node> address() {
        var shown = Layout.words("", "muted", "small");
        shown.setId("position-shown");
        shown.setGraphic(Icons.of(Feather.MAP_PIN, "muted"));
        var map = new Hyperlink(texts.say("position.map"), Icons.of(Feather.EXTERNAL_LINK));
        map.setWrapText(true);
        map.setOnAction(event -> browse.accept(model.map()));
        var below = new VBox(shown, map);
        Listening.now(below, model.door().doorProperty(), door -> {
            var place = door == null ? java.util.Optional.<Geo>empty() : door.position();
            shown.setText(place.map(this::degrees).orElse(texts.say("position.none")));
        });
        return List.of(
                fields.line("street"),
                Fields.row(fields.line("postal-code"), fields.line("locality"), fields.line("country")),
                Layout.styled(new VBox(fields.line("position"), below), "gap-s"),
                Fields.row(fields.line("phone"), fields.line("email")),
                fields.line("website"));
    }

    private String degrees(Geo place) {
        return texts.say(
                "position.shown",
                Math.abs(place.lat()) / 1e6,
                texts.say(place.lat() < 0 ? "position.south" : "position.north"),
                Math.abs(place.lon()) / 1e6,
                texts.say(place.lon() < 0 ? "position.west" : "position.east"));
    }

    private List<Node> payment() {
        return List.of(
                fields.line("payments-in-shop"),
                ways(),
                fields.line("transfer-holder"),
                Fields.row(fields.line("transfer-iban"), fields.line("transfer-bic")),
                fields.suggestion("vat", model.vatRates()));
    }

    /** The usual ways to pay, at a click. */
    private Node ways() {
        var chips = Layout.styled(new FlowPane(), "tools");
        chips.setAccessibleText(texts.say("field.payments-in-shop"));
        for (String way : texts.say("payments.usual").split(",")) {
            var chip = new ToggleButton(way);
            chip.getStyleClass().add("chip");
            chip.setOnAction(event -> model.pay(way, chip.isSelected()));
            Listening.now(
                    chip,
                    model.form().text("payments-in-shop"),
                    text -> chip.setSelected(Arrays.stream(text.split(","))
                            .anyMatch(one -> one.strip().equalsIgnoreCase(way))));
            chips.getChildren().add(chip);
        }
        return chips;
    }
}
