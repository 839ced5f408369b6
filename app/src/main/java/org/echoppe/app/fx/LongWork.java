package org.echoppe.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ProgressIndicator;

/** Work that may take long: how far it is, and a way to stop it before anything of it counts. One after the other. */
public final class LongWork {
    /** Hears how far a work is; throws to stop it. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, total) -> {};

        void at(int done, int total);
    }

    /** What is to be done, away from the window. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Progress is passed on in steps of this, so that the window is not flooded. */
    private static final double GRAIN = 0.01;

    private final Background background;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(ProgressIndicator.INDETERMINATE_PROGRESS);
    private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper();
    private AtomicBoolean stopped = new AtomicBoolean();

    public LongWork(Background background) {
        this.background = background;
    }

    /**
     * Does it, after what is being done already.
     *
     * @param what says so
     * @param done is not called when it was stopped
     */
    public <T> void run(String what, Work<T> work, Consumer<T> done, Consumer<Trouble> failed) {
        run(what, work, done, failed, () -> {});
    }

    /** @param left when it was stopped: all is as it was */
    public <T> void run(String what, Work<T> work, Consumer<T> done, Consumer<Trouble> failed, Runnable left) {
        if (isBusy()) {
            waiting.add(() -> run(what, work, done, failed, left));
            return;
        }
        var stop = new AtomicBoolean();
        stopped = stop;
        share.set(ProgressIndicator.INDETERMINATE_PROGRESS);
        stoppable.set(true);
        sentence.set(what);
        background.run(
                () -> outcome(work, stop),
                outcome -> {
                    end();
                    outcome.ifPresentOrElse(done, left);
                    next();
                },
                why -> {
                    end();
                    failed.accept(why);
                    next();
                });
    }

    private <T> Optional<T> outcome(Work<T> work, AtomicBoolean stop) throws Exception {
        var told = new double[1];
        try {
            return Optional.of(work.run((done, total) -> {
                boolean last = done >= total;
                if (stop.get() && !last) {
                    throw new CancellationException();
                }
                // what follows the last step is the writing of all of it, which nothing stops
                double now = last ? ProgressIndicator.INDETERMINATE_PROGRESS : (double) done / total;
                if (last || now - told[0] >= GRAIN) {
                    told[0] = now;
                    background.deliver(() -> {
                        share.set(now);
                        stoppable.set(!last && !stop.get());
                    });
                }
            }));
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    private void end() {
        sentence.set("");
        stoppable.set(false);
    }

    private void next() {
        var work = waiting.poll();
        if (work != null) {
            work.run();
        }
    }

    /** Stops it as soon as may be. */
    public void stop() {
        stopped.set(true);
        stoppable.set(false);
    }

    public boolean isBusy() {
        return !sentence.get().isEmpty();
    }

    /** What is being done; empty while nothing is. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** From 0 to 1; below 0 while that is not known. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty stoppableProperty() {
        return stoppable.getReadOnlyProperty();
    }
}
