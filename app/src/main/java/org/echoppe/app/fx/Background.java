package org.echoppe.app.fx;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.echoppe.domain.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the node's work on virtual threads and brings the outcome back to the window's thread. */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private static final int MOST_CODES = 200;

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Executor worker;
    private final Executor window;

    /** @param window where outcomes are delivered, in the order they arrive */
    public Background(Executor worker, Executor window) {
        this.worker = worker;
        this.window = window;
    }

    /** As the running program does it. */
    public static Background ofWindow() {
        return new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    }

    /** Does {@code work} away from the window; exactly one of the two is then called on the window's thread. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Trouble> failed) {
        worker.execute(() -> {
            try {
                T outcome = work.call();
                window.execute(() -> done.accept(outcome));
            } catch (Exception | LinkageError e) {
                var trouble = troubleOf(e);
                window.execute(() -> failed.accept(trouble));
            }
        });
    }

    /** Brings something that another thread noticed to the window's thread. */
    public void deliver(Runnable news) {
        window.execute(news);
    }

    /** A lane where only the last question counts: the answer to an older one is dropped. For search while typing. */
    public Lane lane() {
        return new Lane();
    }

    private Trouble troubleOf(Throwable thrown) {
        return thrown instanceof Rejected ? Trouble.of(thrown, "") : Trouble.of(thrown, code(thrown));
    }

    /** The same defect at the same place keeps its code, and stands in the log once: some questions are asked each second. */
    private String code(Throwable thrown) {
        var trace = thrown.getStackTrace();
        var place = thrown.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
        if (codes.size() > MOST_CODES) {
            codes.clear();
        }
        return codes.computeIfAbsent(place, ignored -> {
            var code = String.format(
                    Locale.ROOT, "%06X", ThreadLocalRandom.current().nextInt(0x1000000));
            LOG.error("unexpected, shown as {}", code, thrown);
            return code;
        });
    }

    /** Work whose answer nobody wants any more once it was overtaken: it may throw {@link CancellationException} then. */
    @FunctionalInterface
    public interface Question<T> {
        T answer(BooleanSupplier overtaken) throws Exception;
    }

    /** One question at a time: see {@link Background#lane()}. */
    public final class Lane {
        private final AtomicLong asked = new AtomicLong();

        private Lane() {}

        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Trouble> failed) {
            run(overtaken -> work.call(), done, failed);
        }

        /** The same for work that takes its time. */
        public <T> void run(Question<T> work, Consumer<T> done, Consumer<Trouble> failed) {
            long mine = asked.incrementAndGet();
            Background.this.run(
                    () -> answer(work, () -> asked.get() != mine),
                    outcome -> {
                        if (asked.get() == mine) {
                            outcome.ifPresent(done);
                        }
                    },
                    trouble -> {
                        if (asked.get() == mine) {
                            failed.accept(trouble);
                        }
                    });
        }

        /** A question that was overtaken before its turn came is not worked on at all. */
        private static <T> Optional<T> answer(Question<T> work, BooleanSupplier overtaken) throws Exception {
            try {
                return overtaken.getAsBoolean() ? Optional.empty() : Optional.of(work.answer(overtaken));
            } catch (CancellationException e) {
                return Optional.empty();
            }
        }
    }
}
