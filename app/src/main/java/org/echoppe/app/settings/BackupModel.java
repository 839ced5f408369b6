package org.echoppe.app.settings;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.fx.Trouble;
import org.jspecify.annotations.Nullable;

/** Saves the whole shop to a file that the shopkeeper chose. */
public final class BackupModel {
    private final SettingsDesk desk;
    private final LongWork work;
    private final Runnable after;
    private final ReadOnlyObjectWrapper<SettingsDesk.@Nullable Saved> saved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

    /** @param after told when a backup was written */
    BackupModel(SettingsDesk desk, Background background, Runnable after) {
        this.desk = desk;
        this.work = new LongWork(background);
        this.after = after;
    }

    /** @param saying what is being done */
    public void save(Path file, String saying) {
        run(saying, progress -> desk.save(file, progress));
    }

    /**
     * The same every day from now on.
     *
     * @param saying what is being done
     */
    public void saveDaily(Path folder, String saying) {
        run(saying, progress -> desk.saveDaily(folder, progress));
    }

    private void run(String saying, Function<LongWork.Progress, SettingsDesk.Saved> saving) {
        if (work.isBusy()) {
            return;
        }
        saved.set(null);
        trouble.set(null);
        work.run(
                saying,
                saving::apply,
                done -> {
                    saved.set(done);
                    after.run();
                },
                trouble::set);
    }

    public LongWork work() {
        return work;
    }

    /** What was saved just now; null before that. */
    public ReadOnlyObjectProperty<SettingsDesk.@Nullable Saved> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
