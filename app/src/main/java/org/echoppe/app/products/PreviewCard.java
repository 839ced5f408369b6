package org.echoppe.app.products;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.UnitPrice;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The product as shoppers will see it, while it is being written. */
final class PreviewCard {
    private static final double WIDTH = 220;
    private static final double HEIGHT = 165;

    private final ProductFormModel model;
    private final Texts texts;
    private final StackPane frame = Layout.styled(new StackPane(), "preview-picture");
    private @Nullable PictureDraft shown;

    PreviewCard(ProductFormModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** « 7,80 €/kg ». */
    static String words(Texts texts, UnitPrice price) {
        return texts.say(
                "unit." + price.unit().code(),
                price.money().format(texts.language().locale()));
    }

    Node build() {
        var name = Layout.words("", "strong");
        var shop = Layout.words("", "muted", "small");
        var price = Layout.words("", "price", "subheading");
        var each = Layout.styled(new Label(), "muted");
        var standing = Layout.styled(new Label(), "small");
        var kinds = new ComboBox<FormPreview.Kind>();
        kinds.setId("preview-kinds");
        kinds.setAccessibleText(texts.say("preview.kinds"));
        kinds.setMaxWidth(Double.MAX_VALUE);
        Runnable tell = () -> {
            var now = model.previewProperty().get();
            var chosen = kinds.getValue();
            var money = chosen == null ? now.price() : chosen.price();
            price.setText(
                    money == null
                            ? texts.say("preview.draft")
                            : money.format(texts.language().locale()));
            standing.setText(
                    texts.say("field.availability." + (chosen == null ? now.availability() : chosen.availability())));
        };
        kinds.valueProperty().addListener((value, before, chosen) -> tell.run());
        frame.setMinHeight(HEIGHT);
        frame.setMaxWidth(WIDTH);
        var card = Layout.styled(
                new VBox(frame, name, shop, Layout.styled(new HBox(price, each), "gap"), kinds, standing),
                "card",
                "preview");
        card.setMaxWidth(WIDTH + 40);
        card.setId("preview");
        Listening.now(card, model.termsProperty(), terms -> shop.setText(terms.shop()));
        Listening.now(card, model.previewProperty(), now -> {
            name.setText(now.name().isBlank() ? texts.say("preview.nameless") : now.name());
            var unit = now.unitPrice();
            each.setText(unit == null ? "" : words(texts, unit));
            show(now.kinds(), kinds);
            tell.run();
            hang(now);
        });
        var title = new Label(texts.say("preview.title"), Icons.of(Feather.EYE, "muted"));
        return Layout.styled(new VBox(Layout.styled(title, "strong"), card), "gap");
    }

    /** The one that was chosen stays chosen; at first it is the first that can be had. */
    private static void show(List<FormPreview.Kind> now, ComboBox<FormPreview.Kind> kinds) {
        int before = kinds.getSelectionModel().getSelectedIndex();
        kinds.getItems().setAll(now);
        int first = (int) now.stream()
                .takeWhile(kind -> kind.availability().equals("outOfStock"))
                .count();
        int chosen = before >= 0 ? before : first;
        kinds.setValue(now.isEmpty() ? null : now.get(chosen < now.size() ? chosen : 0));
        Fields.present(kinds, !now.isEmpty());
    }

    private void hang(FormPreview now) {
        var picture = now.picture();
        if (picture == null) {
            shown = null;
            frame.getChildren().setAll(Mark.awning(7));
            return;
        }
        boolean same = shown != null && shown.cid().equals(picture.cid());
        shown = picture;
        if (!same) {
            model.picture(picture, Thumbnails::image, image -> {
                var view = new ImageView(image);
                view.setPreserveRatio(true);
                view.setFitWidth(WIDTH);
                view.setFitHeight(HEIGHT);
                view.setAccessibleText(picture.alt());
                frame.getChildren().setAll(view);
            });
        }
        Fields.present(frame, true);
    }
}
