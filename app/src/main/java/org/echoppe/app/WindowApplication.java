package org.echoppe.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Dialogs;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.Theme;
import org.echoppe.app.settings.LookFile;
import org.echoppe.app.settings.SettingsModel;
import org.echoppe.node.Surroundings;
import org.echoppe.node.cli.Main;

/** Puts the window on the screen before the node is open, and takes it away before the node is closed. */
public final class WindowApplication extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 600;
    private static final int[] ICONS = {16, 24, 32, 48, 64, 128, 256};

    private final Background background = Background.ofWindow();

    @Override
    public void start(Stage stage) {
        Platform.setImplicitExit(false);
        var home = Launcher.home(getParameters().getRaw());
        var file = new LookFile(home);
        var settings = new SettingsModel(file, file.read(Main.language(System.getenv())), background);
        Runnable showWindow = () -> Platform.runLater(() -> raise(stage));
        var model = new WindowModel(
                () -> open(home, showWindow),
                Headless.of(home),
                Rescue.of(home, Surroundings.real()),
                settings,
                background,
                Clock.system(ZoneId.systemDefault()));
        var view = new WindowView(
                model, () -> quit(stage, model), address -> getHostServices().showDocument(address));
        var scene = new Scene(view.build(), WIDTH, HEIGHT);
        new Theme(settings.lookProperty()).dress(scene);
        stage.setTitle("Échoppe");
        stage.setScene(scene);
        fit(stage);
        stage.setOnCloseRequest(event -> closing(event, stage, model));
        stage.show();
        model.open();
        Platform.runLater(() -> Mark.icons(ICONS).forEach(stage.getIcons()::add));
    }

    private OpenShop open(Path home, Runnable showWindow) {
        var shop = RunningShop.open(home, Map.of(), Surroundings.real(), showWindow);
        // told to stop by the system, not by the shopkeeper: what is being written is finished all the same
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close"));
        return shop;
    }

    private static void fit(Stage stage) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.getHeight()));
        if (screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT) {
            stage.setMaximized(true);
        }
    }

    /** What a second start on the same home does instead of opening. */
    private static void raise(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Typed and not saved can't be brought back, so it is asked for. */
    private static void closing(WindowEvent event, Stage stage, WindowModel model) {
        event.consume();
        if (model.hasUnsaved()) {
            var texts = Texts.of(
                    WindowApplication.class,
                    model.settings().lookProperty().get().language());
            Dialogs.confirm(
                    stage.getScene(),
                    texts.say("unsaved.title"),
                    texts.say("unsaved.meaning"),
                    texts.say("unsaved.yes"),
                    texts.say("unsaved.no"),
                    () -> quit(stage, model));
        } else {
            quit(stage, model);
        }
    }

    private static void quit(Stage stage, WindowModel model) {
        stage.hide();
        model.close(Platform::exit);
    }
}
