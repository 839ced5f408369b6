package org.echoppe.app.welcome;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.Trouble;
import org.echoppe.app.welcome.RestoreDesk.Means;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.jspecify.annotations.Nullable;

/** A shop comes back: which file, what opens it, and then of when it is. */
public final class RestoreModel {
    private static final String FILE = "file";

    private final RestoreDesk desk;
    private final Background background;
    private final List<Means> means;
    private final Runnable back;
    private final Runnable open;
    private final FormModel form = new FormModel(List.of(FILE, "sheet", "phrase"));
    private final ObjectProperty<Means> chosen;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> restored = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

    /**
     * @param means that may open it, the likeliest first
     * @param back leaves all as it is
     * @param open opens what was restored
     */
    public RestoreModel(RestoreDesk desk, Background background, List<Means> means, Runnable back, Runnable open) {
        this.desk = desk;
        this.background = background;
        this.means = List.copyOf(means);
        this.back = back;
        this.open = open;
        chosen = new SimpleObjectProperty<>(means.getFirst());
        chosen.addListener((property, before, now) -> form.show(List.of()));
    }

    /** Brings it back, or says all that is wrong. */
    public void restore() {
        if (busy.get()) {
            return;
        }
        trouble.set(null);
        var file = file();
        var typed = typed();
        if (file.isEmpty() || typed.isEmpty()) {
            var missing = new ArrayList<Problem>();
            if (file.isEmpty()) {
                missing.add(Problem.of(FILE, Fault.REQUIRED));
            }
            if (typed.isEmpty()) {
                missing.add(Problem.of(field(), Fault.REQUIRED));
            }
            form.show(missing);
            return;
        }
        busy.set(true);
        var by = chosen.get();
        background.run(
                () -> desk.restore(file.get(), by, typed.get()),
                moment -> {
                    busy.set(false);
                    restored.set(moment);
                },
                why -> {
                    busy.set(false);
                    refused(why);
                });
    }

    private Optional<Path> file() {
        try {
            var typed = form.text(FILE).get().strip();
            return typed.isEmpty() ? Optional.empty() : Optional.of(Path.of(typed));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Empty where something is to be typed, and is not. */
    private Optional<String> typed() {
        return chosen.get() == Means.HERE
                ? Optional.of("")
                : Optional.of(form.text(field()).get().strip()).filter(text -> !text.isEmpty());
    }

    private String field() {
        return chosen.get().name().toLowerCase(Locale.ROOT);
    }

    /** Each at the field that it is about. */
    private void refused(Trouble why) {
        if (why instanceof Trouble.Refused(var problems)) {
            form.show(problems.stream().map(this::placed).toList());
        } else {
            trouble.set(why);
        }
    }

    private Problem placed(Problem problem) {
        var field = switch (problem.fault()) {
            case BACKUP_UNREADABLE, BACKUP_TOO_NEW -> FILE;
            case RECOVERY_GROUP_WRONG,
                    RECOVERY_SHEET_INCOMPLETE,
                    RECOVERY_SHEET_WRONG,
                    WRONG_PASSPHRASE,
                    BACKUP_OF_ANOTHER -> chosen.get() == Means.HERE ? "" : field();
            default -> "";
        };
        return new Problem(field, problem.fault(), problem.arguments());
    }

    public void back() {
        back.run();
    }

    public void open() {
        open.run();
    }

    public List<Means> means() {
        return means;
    }

    public ObjectProperty<Means> chosenProperty() {
        return chosen;
    }

    public FormModel form() {
        return form;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Of when the shop is that came back; null before. */
    public ReadOnlyObjectProperty<@Nullable Instant> restoredProperty() {
        return restored.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
