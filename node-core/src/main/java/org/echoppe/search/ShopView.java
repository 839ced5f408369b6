package org.echoppe.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What counts of the shops while one question is answered, each by its number ({@link ListingIndex#shopNumber}). The arrays
 * are not to be changed any more.
 */
public final class ShopView {
    /** All shops, all alike. */
    public static final ShopView ALL = new ShopView(null, new float[0], null);

    private final @Nullable BitSet shown;
    private final @Nullable BitSet only;
    private final float[] lift;
    private final float @Nullable [] metres;

    /** Where the shops whose listings count are all that are shown. */
    public ShopView(@Nullable BitSet only, float[] lift, float @Nullable [] metres) {
        this(only, only, lift, metres);
    }

    /**
     * Where the question itself leaves out some shops, such as those that are closed now.
     *
     * @param shown the shops that are shown at all; null for all
     * @param only those of them whose listings count; null for all
     * @param lift what is added to how well the words fit: less than the difference between a name and a description
     * @param metres how far away each is, for {@link ListingQuery.Sort#DISTANCE}; null when it is not known from where
     */
    public ShopView(@Nullable BitSet shown, @Nullable BitSet only, float[] lift, float @Nullable [] metres) {
        this.shown = shown;
        this.only = only;
        this.lift = lift;
        this.metres = metres;
    }

    /** All shops that are shown, all alike. */
    ShopView everywhere() {
        return new ShopView(shown, new float[0], null);
    }

    @Nullable
    BitSet only() {
        return only;
    }

    boolean shows(int number) {
        return only == null || only.get(number);
    }

    float lift(int number) {
        return number < lift.length ? lift[number] : 0;
    }

    boolean isFlat() {
        return lift.length == 0;
    }

    /** Infinite where it is not known. */
    float metres(int number) {
        return metres != null && number < metres.length ? metres[number] : Float.POSITIVE_INFINITY;
    }
}
