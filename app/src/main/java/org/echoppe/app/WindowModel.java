package org.echoppe.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.OffWindow;
import org.echoppe.app.fx.Trouble;
import org.echoppe.app.settings.SettingsModel;
import org.echoppe.app.welcome.RestoreDesk;
import org.echoppe.app.welcome.RestoreModel;
import org.echoppe.app.welcome.WelcomeDesk;
import org.echoppe.app.welcome.WelcomeModel;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.node.backup.Key;
import org.echoppe.node.backup.Place;
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

        /** A shop comes back from its backup; no node is open once that began. */
        record Restoring(RestoreModel model) implements Phase {}

        record Open(MainModel model) implements Phase {}

        record Closing() implements Phase {}
    }

    /** So often it is tried to open a home that is being left, {@link #BETWEEN} apart. */
    private static final int TRIES = 80;

    private static final long BETWEEN = 250_000_000;

    private final Callable<OpenShop> opener;
    private final Headless headless;
    private final Rescue rescue;
    private final SettingsModel settings;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Opening());
    private volatile @Nullable OpenShop shop;
    private boolean opening;
    private Runnable afterwards = () -> {};

    /**
     * @param opener opens the node; takes its time
     * @param headless who else may hold the home
     * @param rescue brings a shop back into the home
     */
    WindowModel(
            Callable<OpenShop> opener,
            Headless headless,
            Rescue rescue,
            SettingsModel settings,
            Background background,
            Clock clock) {
        this.opener = opener;
        this.headless = headless;
        this.rescue = rescue;
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

    /** Whether a backup mends it. */
    static boolean isRestorable(Trouble why) {
        return why instanceof Trouble.Refused(var problems)
                && problems.stream().anyMatch(problem -> problem.fault() == Fault.DATABASE_DAMAGED);
    }

    /** From the first start, or from where the shop could not be opened: asks for the backup. */
    void restore() {
        var before = phase.get();
        boolean first = before instanceof Phase.Welcome;
        var place = first ? Place.FIRST_START : Place.DAMAGED_TABLES;
        var restoring = new RestoreModel(
                OffWindow.guard(RestoreDesk.class, (file, means, typed) -> restored(place, file, key(means, typed))),
                background,
                first
                        ? List.of(RestoreDesk.Means.SHEET, RestoreDesk.Means.PHRASE)
                        : List.of(RestoreDesk.Means.HERE, RestoreDesk.Means.SHEET),
                () -> leave(before),
                this::open);
        restoring.busyProperty().addListener((property, was, busy) -> {
            opening = busy; // whoever closes the window meanwhile waits for it
            if (!busy && phase.get() instanceof Phase.Closing) {
                shut();
            }
        });
        phase.set(new Phase.Restoring(restoring));
    }

    private static Key key(RestoreDesk.Means means, String typed) {
        return switch (means) {
            case HERE -> new Key.OfHome();
            case SHEET -> new Key.Sheet(typed);
            case PHRASE -> new Key.Phrase(typed);
        };
    }

    /** The node of a home without a shop makes place for the one that comes. */
    private Instant restored(Place place, Path file, Key key) {
        var made = shop;
        if (made != null) {
            made.close();
            shop = null;
        }
        return rescue.restore(place, file, key).at();
    }

    private void leave(Phase before) {
        if (shop == null && before instanceof Phase.Welcome) {
            open();
        } else {
            phase.set(before);
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

    Clock clock() {
        return clock;
    }

    SettingsModel settings() {
        return settings;
    }
}
