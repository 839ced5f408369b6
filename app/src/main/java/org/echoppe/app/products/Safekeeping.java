package org.echoppe.app.products;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.echoppe.app.fx.Background;
import org.jspecify.annotations.Nullable;

/** Puts by what is being typed, at every pause, so that it outlives whatever happens to the program. */
final class Safekeeping {
    /** So long after the last key. */
    private static final Duration PAUSE = Duration.millis(800);

    private final ProductDesk desk;
    private final Background background;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean kept;
    private @Nullable Runnable next;
    private boolean busy;

    /** @param typed what is to be put by; empty where nothing is */
    Safekeeping(ProductDesk desk, Background background, Supplier<Optional<UnfinishedForm>> typed) {
        this.desk = desk;
        this.background = background;
        pause.setOnFinished(event -> typed.get().ifPresent(this::keep));
    }

    /** Something was typed. */
    void touch() {
        pause.playFromStart();
    }

    /** Something was put by before, and is taken up again. */
    void holds() {
        kept = true;
    }

    private void keep(UnfinishedForm now) {
        kept = true;
        store(() -> desk.keepUnfinished(now));
    }

    /** Nothing is typed any more: what was put by goes. */
    void end() {
        pause.stop();
        if (kept) {
            forget();
        }
    }

    /** What was put by, perhaps before the program began, is neither needed nor wanted. */
    void forget() {
        pause.stop();
        kept = false;
        store(desk::forgetUnfinished);
    }

    /** In the order asked for: the last word counts. */
    private void store(Runnable work) {
        next = work;
        if (!busy) {
            go();
        }
    }

    private void go() {
        var work = next;
        next = null;
        busy = work != null;
        if (work != null) {
            background.run(
                    () -> {
                        work.run();
                        return true;
                    },
                    done -> go(),
                    // typing goes on without the safety net; the log says why
                    why -> go());
        }
    }
}
