package org.echoppe.app.fx;

import org.echoppe.domain.Language;

/**
 * How the window looks and speaks, as the shopkeeper chose it.
 *
 * @param textPercent size of the text, 100 to 200
 */
public record Look(Language language, Brightness brightness, int textPercent) {
    /** Light or dark, or as the system has it. */
    public enum Brightness {
        SYSTEM,
        LIGHT,
        DARK
    }

    public static final int SMALLEST = 100;
    public static final int LARGEST = 200;

    public Look {
        textPercent = Math.clamp(textPercent, SMALLEST, LARGEST);
    }

    public Look with(Language other) {
        return new Look(other, brightness, textPercent);
    }

    public Look with(Brightness other) {
        return new Look(language, other, textPercent);
    }

    public Look withText(int percent) {
        return new Look(language, brightness, percent);
    }
}
