package org.echoppe.app.fx;

/**
 * Characters that follow each other faster than a hand can type, as a barcode reader's do: it is a keyboard that ends in Enter.
 * Times are given in, in nanoseconds on any scale that only goes forward.
 */
public final class KeyBurst {
    /** A hand takes longer from key to key. */
    public static final long GAP = 50_000_000L;

    private final StringBuilder characters = new StringBuilder();
    private long last;
    private long slowest;

    /**
     * A character was typed.
     *
     * @return whether it is the first of what may become a burst
     */
    public boolean typed(char character, long nanos) {
        boolean goesOn = !characters.isEmpty() && nanos - last <= GAP;
        slowest = goesOn ? Math.max(slowest, nanos - last) : 0;
        if (!goesOn) {
            characters.setLength(0);
        }
        last = nanos;
        characters.append(character);
        return !goesOn;
    }

    /** The window has done what the last character asked of it: the next one waited meanwhile, and did not come late. */
    public void handled(long nanos) {
        last = nanos;
    }

    /** What was typed until now belongs to no burst. */
    public void forget() {
        characters.setLength(0);
    }

    /** Enter was pressed: what was typed in one burst up to it, empty if a hand pressed it. */
    public String entered(long nanos) {
        String burst = nanos - last <= GAP ? characters.toString() : "";
        slowest = Math.max(slowest, nanos - last);
        forget();
        return burst;
    }

    /** The longest pause in the burst that {@link #entered} gave last. */
    public long slowest() {
        return slowest;
    }
}
