package org.echoppe.app;

import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Look;
import org.echoppe.app.fx.Theme;
import org.echoppe.app.settings.LookFile;
import org.echoppe.app.settings.SettingsModel;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A real window on the headless screen, with a hand for mouse and keyboard and an eye that keeps pictures. */
final class TestWindow implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }

    final WindowModel model;
    private final Stage stage;
    private final Hand hand;
    private final Pictures pictures = new Pictures();

    private TestWindow(WindowModel model, Stage stage, AtomicInteger working) {
        this.model = model;
        this.stage = stage;
        this.hand = new Hand(working, () -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    /** As the program's own, but that it counts what is being done. */
    private static Background counting(AtomicInteger working) {
        var worker = Executors.newVirtualThreadPerTaskExecutor();
        return new Background(
                work -> {
                    working.incrementAndGet();
                    worker.execute(() -> {
                        try {
                            work.run();
                        } finally {
                            working.decrementAndGet();
                        }
                    });
                },
                Platform::runLater);
    }

    static TestWindow open(Path home, Callable<OpenShop> opener, Look look, Clock clock) {
        return open(home, opener, look, clock, 1280, 800);
    }

    static TestWindow open(Path home, Callable<OpenShop> opener, Look look, Clock clock, int width, int height) {
        return open(home, opener, look, clock, width, height, Screen.PRODUCTS);
    }

    /** @param first shown instead of the program's own first screen, once there is a shop */
    static TestWindow open(
            Path home, Callable<OpenShop> opener, Look look, Clock clock, int width, int height, Screen first) {
        return open(home, opener, Headless.NONE, look, clock, width, height, first);
    }

    /** @param rescue what a backup comes back through */
    static TestWindow open(Path home, Callable<OpenShop> opener, Rescue rescue, Look look, Clock clock) {
        return open(home, opener, Headless.NONE, rescue, look, clock, 1280, 800, Screen.TODAY);
    }

    static TestWindow open(
            Path home,
            Callable<OpenShop> opener,
            Headless headless,
            Look look,
            Clock clock,
            int width,
            int height,
            Screen first) {
        Rescue none = (place, file, key) -> {
            throw new IllegalStateException("nothing to restore here");
        };
        return open(home, opener, headless, none, look, clock, width, height, first);
    }

    static TestWindow open(
            Path home,
            Callable<OpenShop> opener,
            Headless headless,
            Rescue rescue,
            Look look,
            Clock clock,
            int width,
            int height,
            Screen first) {
        try {
            FxToolkit.registerPrimaryStage();
            var working = new AtomicInteger();
            var background = counting(working);
            var settings = new SettingsModel(new LookFile(home), look, background);
            var model = new WindowModel(opener, headless, rescue, settings, background, clock);
            model.phaseProperty().addListener((property, before, now) -> {
                if (now instanceof WindowModel.Phase.Open(var main)) {
                    main.screenProperty().set(first);
                }
            });
            var stage = new AtomicReference<@Nullable Stage>();
            FxToolkit.setupFixture(() -> {
                var window = new Stage();
                var scene = new Scene(new WindowView(model, () -> {}, address -> {}).build(), width, height);
                new Theme(settings.lookProperty()).dress(scene);
                window.setScene(scene);
                window.show();
                model.open();
                stage.set(window);
            });
            return new TestWindow(model, java.util.Objects.requireNonNull(stage.get()), working);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A small picture to hang up. */
    static byte[] pngOfAwning() {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int stripe = 0; stripe < 5; stripe++) {
            pen.setColor(stripe % 2 == 0 ? new java.awt.Color(0xb83a22) : java.awt.Color.WHITE);
            pen.fillRect(stripe * 64, 0, 64, 240);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private <T> T watched(String what, Callable<T> wait) {
        try {
            return wait.call();
        } catch (Exception e) {
            picture("failed");
            throw new AssertionError(what + ": see target/screens/failed.png", e);
        }
    }

    /** Waits until a node with this id or style is to be seen, and gives it. */
    Node see(String query) {
        return watched(
                "to see " + query,
                () -> await("to see " + query).atMost(SOON).until(() -> find(query), node -> node != null));
    }

    /** Whether a node with this id or style is to be seen now. */
    boolean shows(String query) {
        return find(query) != null;
    }

    private @Nullable Node find(String query) {
        return fx(() -> stage.getScene().getRoot().lookupAll(query).stream()
                .filter(TestWindow::isSeen)
                .findFirst()
                .orElse(null));
    }

    /** Waits until something on the window says these words. */
    void read(String words) {
        watched("to read " + words, () -> {
            await("to read " + words).atMost(SOON).until(() -> says(words));
            return true;
        });
    }

    /** Waits until nothing on the window says these words any more. */
    void gone(String words) {
        watched("not to read " + words, () -> {
            await("not to read " + words).atMost(SOON).until(() -> !says(words));
            return true;
        });
    }

    boolean says(String words) {
        return fx(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(TestWindow::isSeen)
                .map(TestWindow::words)
                .anyMatch(text -> text != null && text.contains(words)));
    }

    private static @Nullable String words(Node node) {
        return switch (node) {
            case Labeled label -> label.getText();
            case javafx.scene.text.Text text -> text.getText();
            default -> null;
        };
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the keyboard is in this node. */
    void keyboardIn(String query) {
        watched("the keyboard in " + query, () -> {
            await("the keyboard in " + query)
                    .atMost(SOON)
                    .until(() -> see(query).isFocused());
            return true;
        });
    }

    void click(String query) {
        click(see(query));
    }

    /** Clicks on what says exactly this. */
    void clickWords(String words) {
        read(words);
        click(fx(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(TestWindow::isSeen)
                .filter(node -> words.equals(words(node)))
                .findFirst()
                .orElseThrow()));
    }

    private void click(Node node) {
        hand.click(watched("to reach " + node, () -> {
            var at = new AtomicReference<@Nullable Point2D>();
            await("to reach " + node).atMost(SOON).until(() -> {
                var now = reached(node);
                return now.equals(at.getAndSet(now)) && fx(() -> isOnWindow(now));
            });
            return java.util.Objects.requireNonNull(at.get());
        }));
    }

    /** Where its middle is on the screen, once it was scrolled to; what unfolds or slides is elsewhere a moment later. */
    private Point2D reached(Node node) {
        fx(() -> {
            Layout.reveal(node);
            return true;
        });
        settle();
        return fx(() -> {
            var bounds = node.getBoundsInLocal();
            return node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private boolean isOnWindow(Point2D at) {
        var root = stage.getScene().getRoot();
        return root.getLayoutBounds().contains(root.screenToLocal(at));
    }

    /** Presses a button wherever it is, even where one has to scroll to it. */
    void fire(String query) {
        var button = (ButtonBase) see(query);
        fx(() -> {
            button.fire();
            return true;
        });
        settle();
    }

    void type(String query, String text) {
        click(query);
        press(KeyCode.CONTROL, KeyCode.A);
        write(text);
    }

    /** Into whatever has the keyboard. */
    void write(String text) {
        hand.write(stage.getScene(), text);
    }

    void press(KeyCode... keys) {
        hand.press(stage.getScene(), keys);
    }

    /** Says yes to the question that stands over the window, with the key that answers it. */
    void agree() {
        await("a question")
                .atMost(SOON)
                .until(() -> fx(() -> Window.getWindows().stream()
                        .anyMatch(window -> window.getScene().lookup("#confirm") != null)));
        var question = fx(() -> Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#confirm") != null)
                .findFirst()
                .orElseThrow());
        hand.press(question, KeyCode.ENTER);
    }

    /** Puts the keyboard into a node, as a Tab or a click would. */
    void focus(String query) {
        var node = see(query);
        fx(() -> {
            node.requestFocus();
            return true;
        });
        settle();
    }

    /** As a barcode reader types: all at once, and Enter. */
    void scan(String code) {
        awaitFocus();
        fx(() -> {
            for (int i = 0; i < code.length(); i++) {
                var key = code.substring(i, i + 1);
                var named = key.equals("-") ? KeyCode.MINUS : KeyCode.getKeyCode(key);
                var pressed = named == null ? KeyCode.UNDEFINED : named;
                fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", key, pressed, false, false, false, false));
                fire(new KeyEvent(KeyEvent.KEY_TYPED, key, "", KeyCode.UNDEFINED, false, false, false, false));
            }
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        });
        settle();
    }

    /** A key with Ctrl, as a keyboard says it that writes something else on its digits. */
    void control(KeyCode code, String text) {
        awaitFocus();
        fx(() -> {
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, false, true, false, false));
            return true;
        });
        settle();
    }

    private void fire(KeyEvent key) {
        var owner = stage.getScene().getFocusOwner();
        Event.fireEvent(owner == null ? stage.getScene().getRoot() : owner, key);
    }

    /** Copies files as a file manager does, and pastes them. */
    void paste(Path... files) {
        fx(() -> {
            var content = new ClipboardContent();
            content.putFiles(Stream.of(files).map(Path::toFile).toList());
            return Clipboard.getSystemClipboard().setContent(content);
        });
        press(KeyCode.CONTROL, KeyCode.V);
    }

    /** Waits until a key would be heard. */
    void awaitFocus() {
        hand.awaitFocus(stage.getScene());
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Keeps what is to be seen now as target/screens/NAME.png. */
    void picture(String name) {
        settle();
        await("the sheet to have come in").atMost(SOON).until(() -> fx(this::sheetsStand));
        pictures.keep(name, fx(() -> stage.getScene().snapshot(null)));
    }

    private boolean sheetsStand() {
        return scene().getRoot().lookupAll(".sheet").stream().allMatch(sheet -> sheet.getTranslateX() == 0);
    }

    void settle() {
        hand.settle();
    }

    <T> T fx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(SOON.toMillis(), work);
    }

    @Override
    public void close() {
        var closed = new AtomicBoolean();
        fx(() -> {
            model.close(() -> closed.set(true));
            stage.close();
            return true;
        });
        await("the node to close").atMost(SOON).untilTrue(closed);
        pictures.close();
    }
}
