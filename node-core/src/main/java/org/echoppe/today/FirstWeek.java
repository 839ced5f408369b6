package org.echoppe.today;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.echoppe.store.SettingStore;

/** The checklist of a new shop: it goes when every step was done once, or when the shopkeeper sends it away. */
public final class FirstWeek {
    private static final String OVER = "today.firstWeekOver";

    private final SettingStore settings;
    private volatile boolean over;

    public FirstWeek(SettingStore settings) {
        this.settings = settings;
        this.over = settings.get(OVER).isPresent();
    }

    /** How far it got. */
    public record Progress(Set<Step> done) {
        /** Nothing to be shown any more. */
        public static final Progress OVER = new Progress(EnumSet.allOf(Step.class));

        public Progress {
            done = Set.copyOf(done);
        }

        public boolean isOver() {
            return done.size() == Step.values().length;
        }
    }

    /** @param done asked only while the list is shown */
    public Progress progress(Supplier<Set<Step>> done) {
        if (over) {
            return Progress.OVER;
        }
        var progress = new Progress(done.get());
        if (progress.isOver()) {
            dismiss();
        }
        return progress;
    }

    /** Not shown again. */
    public void dismiss() {
        settings.put(OVER, "true");
        over = true;
    }

    /** It was sent away by mistake. */
    public void recall() {
        settings.remove(OVER);
        over = false;
    }
}
