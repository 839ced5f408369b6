package org.echoppe.identity;

/** A QR code as a matrix of dark and light modules, without the quiet zone of 4 modules. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public final class QrCode {
    private final boolean[][] dark;

    private QrCode(boolean[][] dark) {
        this.dark = dark;
    }

    /** @throws IllegalArgumentException when the text does not fit, over about 1,200 characters */
    public static QrCode of(String text) {
        throw new UnsupportedOperationException();
    }

    /** Modules on a side. */
    public int size() {
        return dark.length;
    }

    public boolean dark(int x, int y) {
        return dark[y][x];
    }

    /** The {@code d} of one SVG path in units of a module: its viewBox is {@code -4 -4 size+8 size+8}. */
    public String svgPath() {
        throw new UnsupportedOperationException();
    }

    /** Half blocks, two modules to a character, quiet zone included: for a terminal. */
    public String text() {
        throw new UnsupportedOperationException();
    }
}
