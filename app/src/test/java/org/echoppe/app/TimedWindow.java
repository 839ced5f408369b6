package org.echoppe.app;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A process that opens a window, says when its first frame and its first screen were there, and ends. */
public final class TimedWindow {
    /** The pulse after which a frame is surely on the screen. */
    private static final int PULSES = 3;

    private TimedWindow() {}

    /** A window with one word: what JavaFX alone costs. */
    public static final class Bare extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(new Label("Échoppe")), 1280, 800));
            stage.show();
        }
    }

    /** @param arguments {@code bare}, or {@code echoppe} and the Launcher's own */
    public static void main(String[] arguments) {
        boolean bare = arguments[0].equals("bare");
        Thread.ofPlatform().daemon().start(() -> watch(bare ? scene -> true : TimedWindow::hasScreen));
        if (bare) {
            Application.launch(Bare.class);
        } else {
            Launcher.main(java.util.Arrays.copyOfRange(arguments, 1, arguments.length));
        }
    }

    private static boolean hasScreen(Scene scene) {
        Node root = scene.getRoot();
        return root.lookup("#next") != null || root.lookup("#today") != null;
    }

    private static void watch(Predicate<Scene> complete) {
        while (true) {
            try {
                Platform.runLater(() -> new Watch(complete).start());
                return;
            } catch (IllegalStateException e) {
                Thread.onSpinWait(); // the toolkit has not begun yet
            }
        }
    }

    private static final class Watch extends AnimationTimer {
        private final Predicate<Scene> complete;
        private final AtomicInteger pulses = new AtomicInteger();
        private long firstFrame;

        Watch(Predicate<Scene> complete) {
            this.complete = complete;
        }

        @Override
        public void handle(long now) {
            var shown = Window.getWindows().stream().filter(Window::isShowing).findFirst();
            if (shown.isEmpty()) {
                return;
            }
            if (pulses.incrementAndGet() == PULSES) {
                firstFrame = sinceStart();
            }
            if (pulses.get() >= PULSES && complete.test(shown.get().getScene())) {
                System.out.println("frame=" + firstFrame + " screen=" + sinceStart());
                System.out.flush();
                if (Boolean.getBoolean("echoppe.train")) {
                    System.exit(0); // the cache is written on the way out
                }
                Runtime.getRuntime().halt(0);
            }
        }

        private static long sinceStart() {
            return System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
        }
    }
}
