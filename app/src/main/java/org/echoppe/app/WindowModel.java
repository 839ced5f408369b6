package org.echoppe.app;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.OffWindow;
import org.echoppe.app.fx.Trouble;
import org.echoppe.app.settings.SettingsModel;
import org.echoppe.app.welcome.WelcomeDesk;
import org.echoppe.app.welcome.WelcomeModel;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/** The life of the window: the node opens, there may be a shop to make, then the screens, and the node closes. */
final class WindowModel {
    /** What fills the window. */
    sealed interface Phase {
        record Opening() implements Phase {}

        record Refused(Trouble trouble) implements Phase {}

        /** A node without a window holds the home: it can be asked to make place. */
        record Occupied() implements Phase {}

        record Welcome(WelcomeModel model) implements Phase {}

        record Open(MainModel model) implements Phase {}

        record Closing() implements Phase {}
    }

    /** So often it is tried to open a home that is being left, {@link #BETWEEN} apart. */
    private static final int TRIES = 80;

    private static final long BETWEEN = 250_000_000;

    private final Callable<OpenShop> opener;
    private final Headless headless;
    private final SettingsModel settings;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Opening());
    private @Nullable OpenShop shop;
    private boolean opening;
    private Runnable afterwards = () -> {};

    /** @param opener opens the node; takes its time */
    WindowModel(Callable<OpenShop> opener, SettingsModel settings, Background background, Clock clock) {
        this(opener, Headless.NONE, settings, background, clock);
    }

    /** @param headless who else may hold the home */
    WindowModel(
            Callable<OpenShop> opener, Headless headless, SettingsModel settings, Background background, Clock clock) {
        this.opener = opener;
        this.headless = headless;
        this.settings = settings;
        this.background = background;
        this.clock = clock;
    }

    void open() {
        phase.set(new Phase.Opening());
        opening = true;
        background.run(opener, this::opened, this::refused);
    }

    /** Stops the node that holds the home, and opens it here. */
    void takeOver() {
        phase.set(new Phase.Opening());
        opening = true;
        background.run(
                () -> {
                    headless.stop();
                    return patiently();
                },
                this::opened,
                this::refused);
    }

    private OpenShop patiently() throws Exception {
        for (int left = TRIES; ; left--) {
            try {
                return opener.call();
            } catch (Rejected e) {
                if (!isInUse(e.problems()) || left == 0) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN);
            }
        }
    }

    private static boolean isInUse(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.fault() == Fault.HOME_IN_USE);
    }

    private void opened(OpenShop open) {
        opening = false;
        shop = open;
        if (phase.get() instanceof Phase.Closing) {
            shut();
        } else {
            background.run(open::hasShop, has -> enter(open, has), this::refused);
        }
    }

    private void refused(Trouble why) {
        opening = false;
        if (phase.get() instanceof Phase.Closing) {
            shut();
        } else if (why instanceof Trouble.Refused(var problems) && isInUse(problems)) {
            background.run(
                    headless::runs,
                    runs -> phase.set(runs ? new Phase.Occupied() : new Phase.Refused(why)),
                    other -> phase.set(new Phase.Refused(why)));
        } else {
            phase.set(new Phase.Refused(why));
        }
    }

    private void enter(OpenShop open, boolean hasShop) {
        if (phase.get() instanceof Phase.Closing) {
            return;
        }
        if (hasShop) {
            var main = new MainModel(open, background, clock);
            main.start(settings.lookProperty().get().language());
            phase.set(new Phase.Open(main));
        } else {
            phase.set(new Phase.Welcome(new WelcomeModel(
                    OffWindow.guard(WelcomeDesk.class, open.welcome()), background, () -> enter(open, true))));
        }
    }

    /** Stops the node away from the window's thread, then calls {@code closed} on it. A node that is opening is waited for. */
    void close(Runnable closed) {
        if (phase.get() instanceof Phase.Open(var main)) {
            main.stop();
        }
        phase.set(new Phase.Closing());
        afterwards = closed;
        if (!opening) {
            shut();
        }
    }

    private void shut() {
        var open = shop;
        shop = null;
        if (open == null) {
            afterwards.run();
            return;
        }
        background.run(
                () -> {
                    open.close();
                    return true;
                },
                done -> afterwards.run(),
                trouble -> afterwards.run());
    }

    /** Whether something was typed that closing would lose. */
    boolean hasUnsaved() {
        return phase.get() instanceof Phase.Open(var main) && main.hasUnsaved();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    SettingsModel settings() {
        return settings;
    }
}
