package org.echoppe.orders.documents;

/** What a document is printed on. */
public enum Paper {
    /** A till's roll, 80 mm wide, of which its printer reaches 72; as long as the text needs. */
    ROLL(80, 4.5f),
    A4(210, 16);

    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

    private final float width;
    private final float margin;

    Paper(float millimetres, float margin) {
        this.width = millimetres * POINTS_PER_MILLIMETRE;
        this.margin = margin * POINTS_PER_MILLIMETRE;
    }

    /** In points, 72 to an inch, like every length in this package. */
    float width() {
        return width;
    }

    /** The height of a page; of a roll, the longest that every reader of PDF takes. */
    float height() {
        return this == A4 ? 297 * POINTS_PER_MILLIMETRE : 14_000;
    }

    float margin() {
        return margin;
    }

    static float millimetres(float length) {
        return length * POINTS_PER_MILLIMETRE;
    }
}
