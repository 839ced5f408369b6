package org.echoppe.app.fx;

import java.text.NumberFormat;

/** Says how large something is, as people say it: « 3,2 Mo ». */
public final class Sizes {
    private static final int STEP = 1024;
    private static final String[] UNITS = {"size.bytes", "size.kilo", "size.mega", "size.giga", "size.tera"};

    private final Texts texts;

    public Sizes(Texts texts) {
        this.texts = texts;
    }

    /** @param bytes not negative */
    public String say(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        var number = NumberFormat.getNumberInstance(texts.locale());
        number.setMaximumFractionDigits(unit < 2 || amount >= 100 ? 0 : 1);
        return texts.say(UNITS[unit], number.format(amount));
    }
}
