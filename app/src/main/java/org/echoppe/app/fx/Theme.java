package org.echoppe.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses a scene in LOOK.md's colours, light or dark, at the text size chosen, and follows the system while asked to. */
public final class Theme {
    /** Size of body text at 100 %, in pixels. */
    static final double BODY = 14;

    static final String TEXT_SIZE = "echoppe.textSize";
    private static final List<String> SERIFS =
            List.of("Iowan Old Style", "Palatino", "Palatino Linotype", "Georgia", "Noto Serif", "DejaVu Serif");

    private final ReadOnlyObjectProperty<Look> look;
    private final String serif = serif();

    public Theme(ReadOnlyObjectProperty<Look> look) {
        this.look = look;
    }

    /** Now, and again whenever the choice or the system changes. On the window's thread. */
    public void dress(Scene scene) {
        apply(scene);
        look.addListener((property, before, now) -> apply(scene));
        Platform.getPreferences().colorSchemeProperty().addListener((property, before, now) -> apply(scene));
    }

    private void apply(Scene scene) {
        double body = BODY * look.get().textPercent() / 100.0;
        scene.getProperties().put(TEXT_SIZE, body);
        boolean dark = isDark(look.get().brightness());
        scene.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheetBSS());
        scene.getStylesheets().setAll(sheet(dark ? "dark.css" : "light.css"), sheet("echoppe.css"), sizes(body));
    }

    private static boolean isDark(Look.Brightness brightness) {
        return switch (brightness) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    /** What only the program knows: the text size, and a serif that this system has. */
    private String sizes(double body) {
        String css = String.format(
                Locale.ROOT,
                ".root { -fx-font-size: %.1fpx; } .ikonli-font-icon { -fx-icon-size: %.0fpx; }"
                        + " .big-icon { -fx-icon-size: %.0fpx; } .label.title, .serif, .brand > .label { -fx-font-family: \"%s\"; }",
                body,
                body * 1.2,
                body * 2.6,
                serif);
        return "data:text/css," + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String serif() {
        return SERIFS.stream()
                .filter(name -> Font.font(name).getFamily().equals(name))
                .findFirst()
                .orElse("Serif");
    }
}
