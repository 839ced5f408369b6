package org.echoppe.app.network;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Choices;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Sizes;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.replicas.StrangerLimits;

/** What other shops cost this computer, and the most that strangers among them may. */
final class CostsSheet {
    private static final List<Integer> A_SHOP = List.of(1, 2, 5, 10, StrangerLimits.MOST_A_SHOP);
    private static final List<Integer> TOGETHER = List.of(256, 1_024, 4_096, 16_384, StrangerLimits.MOST_TOGETHER);

    private final NetworkModel model;
    private final Texts texts;
    private final Texts ground;
    private final Sizes sizes;

    CostsSheet(NetworkModel model, Texts texts, Texts ground) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
        this.sizes = new Sizes(ground);
    }

    Sheet build() {
        var used = Layout.styled(new VBox(), "form");
        var allowed = Layout.styled(new VBox(), "form");
        var trouble = new TroubleNotice(model.troubleProperty(), texts.language());
        var sheet = new Sheet(
                texts.say("costs.title"),
                Layout.styled(new VBox(trouble, used, allowed), "form"),
                model::close,
                ground);
        Listening.now(sheet, model.usageProperty(), usage -> {
            if (usage != null) {
                used.getChildren()
                        .setAll(
                                fact("costs.disk", texts.say("costs.disk.of", sizes.say(usage.disk()), usage.shops())),
                                fact("costs.pictures", sizes.say(usage.pictures())),
                                fact("costs.in", sizes.say(usage.in())),
                                fact("costs.out", sizes.say(usage.out())));
            }
        });
        // drawn anew only when they change: a list that is open stays open
        Listening.now(sheet, model.usageProperty().map(Usage::limits), limits -> {
            var usage = model.usageProperty().get();
            if (usage != null) {
                allowed.getChildren().setAll(allowed(limits, usage.strangersPictures()));
            }
        });
        return sheet;
    }

    private Node fact(String key, String value) {
        return Layout.styled(
                new VBox(Layout.styled(new Label(texts.say(key)), "muted", "small"), Layout.words(value)), "gap-s");
    }

    private List<Node> allowed(StrangerLimits limits, long pictures) {
        var shop = choice(
                "shop",
                A_SHOP,
                limits.shopMegabytes(),
                megabytes -> new StrangerLimits(megabytes, limits.togetherMegabytes()));
        var together = choice(
                "together",
                TOGETHER,
                limits.togetherMegabytes(),
                megabytes -> new StrangerLimits(limits.shopMegabytes(), megabytes));
        return List.of(
                Layout.words(texts.say("costs.limits"), "strong"),
                Layout.words(texts.say("costs.limits.meaning"), "muted"),
                shop,
                together,
                Layout.words(texts.say("costs.limit.pictures", sizes.say(pictures)), "muted", "small"));
    }

    private Node choice(String key, List<Integer> usual, int chosen, IntFunction<StrangerLimits> limits) {
        var values = new TreeSet<>(usual);
        values.add(chosen);
        var box = Choices.of(values, megabytes -> sizes.say((long) megabytes << 20));
        box.setId("limit-" + key);
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> model.limit(limits.apply(Objects.requireNonNull(box.getValue()))));
        var label = new Label(texts.say("costs.limit." + key));
        label.setWrapText(true);
        label.setLabelFor(box);
        return Layout.styled(new VBox(label, box), "gap-s");
    }
}
