package org.echoppe.replicas;

import org.echoppe.domain.Rejected;
import org.echoppe.store.SettingStore;

/** The limits for strangers as the shopkeeper set them; kept over restarts. */
public final class Allowance {
    private static final String NAME = "replicas.strangers";

    private final SettingStore settings;
    private volatile StrangerLimits limits;

    public Allowance(SettingStore settings) {
        this.settings = settings;
        this.limits = settings.get(NAME).map(Allowance::read).orElse(StrangerLimits.USUAL);
    }

    public StrangerLimits limits() {
        return limits;
    }

    /** From now on; what is held already stays. */
    public void set(StrangerLimits now) {
        settings.put(NAME, now.shopMegabytes() + " " + now.togetherMegabytes());
        limits = now;
    }

    /** What an older or newer program wrote differently is the usual again. */
    private static StrangerLimits read(String text) {
        try {
            var parts = text.split(" ", -1);
            return new StrangerLimits(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException | Rejected e) {
            return StrangerLimits.USUAL;
        }
    }
}
