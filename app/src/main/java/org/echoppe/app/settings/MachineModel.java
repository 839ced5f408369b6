package org.echoppe.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.Trouble;
import org.jspecify.annotations.Nullable;

/** How the shop runs on this computer: asked, and changed. */
public final class MachineModel {
    private final SettingsDesk desk;
    private final Background background;
    private final BackupModel backup;
    private final FormModel ports = new FormModel(List.of("web-port", "peer-port"));
    private final ReadOnlyObjectWrapper<SettingsDesk.@Nullable Machine> machine = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public MachineModel(SettingsDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        this.backup = new BackupModel(desk, background, this::refresh);
    }

    public void refresh() {
        background.run(desk::machine, this::know, trouble::set);
    }

    private void know(SettingsDesk.Machine now) {
        if (!ports.changedProperty().get()) {
            ports.fill(now.ports());
        }
        machine.set(now);
    }

    public void savePorts(Runnable saved) {
        var values = ports.values();
        work(
                () -> {
                    desk.ports(values);
                    return values;
                },
                done -> {
                    ports.fill(done);
                    saved.run();
                });
    }

    public void show(boolean visible) {
        work(() -> desk.show(visible), () -> {});
    }

    public void announce(boolean on) {
        work(() -> desk.announce(on), () -> {});
    }

    public void autostart(boolean on) {
        work(() -> desk.autostart(on), () -> {});
    }

    /** No copy every day any more. */
    public void stopDaily(Runnable stopped) {
        work(desk::stopDaily, stopped);
    }

    /** As before it was stopped. */
    public void resumeDaily(Path folder) {
        work(() -> desk.resumeDaily(folder), () -> {});
    }

    public void export(Path file, Consumer<Path> done) {
        work(
                () -> {
                    desk.export(file);
                    return file;
                },
                done);
    }

    /** @param then is given the text to copy */
    public void details(Consumer<String> then) {
        work(desk::details, then);
    }

    private void work(Runnable work, Runnable then) {
        work(
                () -> {
                    work.run();
                    return true;
                },
                done -> then.run());
    }

    private <T> void work(Callable<T> work, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set(null);
        background.run(
                work,
                done -> {
                    busy.set(false);
                    then.accept(done);
                    refresh();
                },
                this::refused);
    }

    private void refused(Trouble why) {
        busy.set(false);
        if (why instanceof Trouble.Refused(var problems)
                && problems.stream().anyMatch(problem -> ports.fields().contains(problem.field()))) {
            ports.show(problems);
        } else {
            trouble.set(why);
        }
    }

    /** As a file manager is given it. */
    static String url(Path folder) {
        return folder.toUri().toString();
    }

    public BackupModel backup() {
        return backup;
    }

    public FormModel ports() {
        return ports;
    }

    /** Null until the node said it. */
    public ReadOnlyObjectProperty<SettingsDesk.@Nullable Machine> machineProperty() {
        return machine.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
