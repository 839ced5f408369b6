package org.echoppe.app.fx;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** The mark: a small striped awning over a line; also the picture of a product that has none. */
public final class Mark {
    private static final int TINTS = 6;
    /** LOOK.md's tomato and basil, for the icon outside the window, where no stylesheet reaches. */
    private static final Color TOMATO = Color.web("#B83A22");

    private static final Color BASIL = Color.web("#1F6F54");

    private Mark() {}

    /** @param em width in units of the text size */
    public static Parent awning(double em) {
        var cloth = region("awning", em, em * 0.62);
        var line = region("awning-line", em, em * 0.08);
        var mark = new VBox(cloth, line);
        mark.setAlignment(Pos.CENTER);
        mark.setStyle("-fx-spacing: " + em * 0.1 + "em; -fx-max-width: " + em + "em;");
        mark.setMaxHeight(Region.USE_PREF_SIZE);
        mark.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        mark.setAccessibleText("Échoppe");
        return mark;
    }

    /** The picture of a product without one: awning, its category's initial, tinted by category. */
    public static final class Picture extends StackPane {
        private final Label initial = new Label();

        public Picture() {
            var cloth = new Region();
            cloth.getStyleClass().add("picture-awning");
            setAlignment(cloth, Pos.TOP_CENTER);
            setAlignment(initial, Pos.BOTTOM_CENTER);
            getStyleClass().add("picture");
            getChildren().addAll(initial, cloth);
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        }

        /** @param words the category, or the name where there is none */
        public void show(String words) {
            var letter = words.codePoints().filter(Character::isLetterOrDigit).findFirst();
            initial.setText(letter.isPresent() ? Character.toString(Character.toUpperCase(letter.getAsInt())) : "");
            getStyleClass().removeIf(style -> style.startsWith("tint-"));
            getStyleClass().add("tint-" + Math.floorMod(words.hashCode(), TINTS));
        }
    }

    /** The mark as the system shows it for the program, in each of these sizes in pixels. */
    public static List<Image> icons(int... sizes) {
        return Arrays.stream(sizes).mapToObj(Mark::icon).toList();
    }

    private static Image icon(int size) {
        double unit = size / 16.0;
        var canvas = new Canvas(size, size);
        var pen = canvas.getGraphicsContext2D();
        for (int stripe = 0; stripe < 5; stripe++) {
            double left = (0.5 + stripe * 3) * unit;
            pen.setFill(stripe % 2 == 0 ? TOMATO : Color.WHITE);
            pen.fillRect(left, 2 * unit, 3 * unit, 7 * unit);
            pen.fillOval(left, 7.5 * unit, 3 * unit, 3 * unit);
        }
        pen.setFill(BASIL);
        pen.fillRect(0.5 * unit, 12.5 * unit, 15 * unit, 1.5 * unit);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return canvas.snapshot(parameters, null);
    }

    private static Region region(String style, double widthEm, double heightEm) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setStyle("-fx-min-width: %1$sem; -fx-max-width: %1$sem; -fx-min-height: %2$sem; -fx-max-height: %2$sem;"
                .formatted(Double.toString(widthEm), Double.toString(heightEm)));
        return region;
    }
}
