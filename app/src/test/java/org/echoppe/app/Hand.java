package org.echoppe.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Mouse and keyboard of a test, by the platform's own robot: TestFX's rests after each key for longer than all else takes. */
final class Hand {
    /** So long what a press began in the background may take before one looks; what is held back on purpose takes longer. */
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(150);

    private static final long SOON = 60_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final int TURNS = 3;

    private final AtomicInteger working;
    private final Runnable lay;
    private @Nullable Robot robot;

    /**
     * @param working how many things are being done in the background
     * @param lay lays the window out, as its next frame would
     */
    Hand(AtomicInteger working, Runnable lay) {
        this.working = working;
        this.lay = lay;
    }

    /** A key that comes before the next frame is lost, where what had the keyboard has just gone. */
    void awaitFocus(Scene scene) {
        long until = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < until && !WaitForAsyncUtils.waitForAsyncFx(SOON, () -> hasFocus(scene))) {
            Platform.requestNextPulse();
        }
    }

    private static boolean hasFocus(Scene scene) {
        Node owner = scene.getFocusOwner();
        return owner != null && scene.equals(owner.getScene()) && !owner.isDisabled();
    }

    void press(Scene scene, KeyCode... keys) {
        awaitFocus(scene);
        for (var key : keys) {
            robot(robot -> robot.keyPress(key));
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            var key = keys[i];
            robot(robot -> robot.keyRelease(key));
        }
        settle();
    }

    void click(Point2D at) {
        robot(robot -> robot.mouseMove(at));
        robot(robot -> robot.mousePress(MouseButton.PRIMARY));
        robot(robot -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /** Into whatever has the keyboard. */
    void write(Scene scene, String text) {
        awaitFocus(scene);
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            Platform.runLater(() -> {
                Node focus = scene.getFocusOwner();
                Event.fireEvent(
                        focus == null ? scene.getRoot() : focus,
                        new KeyEvent(
                                KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
            });
        }
        settle();
    }

    private interface Move {
        void by(Robot robot);
    }

    /** Not waited for: what a press opens may hold the window's thread until it is closed. */
    private void robot(Move move) {
        Platform.runLater(() -> {
            // one for all moves: it remembers where the mouse is
            var mine = robot == null ? new Robot() : robot;
            robot = mine;
            move.by(mine);
        });
    }

    /** Waits until the window has done what it was asked, and the background too unless it is held back. */
    void settle() {
        long until = System.nanoTime() + REST;
        for (int quiet = 0; quiet < TURNS; ) {
            WaitForAsyncUtils.waitForAsyncFx(SOON, () -> {
                lay.run();
                return true;
            });
            quiet = working.get() == 0 || System.nanoTime() > until ? quiet + 1 : 0;
        }
    }
}
