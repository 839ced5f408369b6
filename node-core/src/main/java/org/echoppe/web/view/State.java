package org.echoppe.web.view;

/** How something is, in words, with an icon and a colour that say the same. */
public record State(String words, String icon, Mood mood) {
    /** What the colour adds. */
    public enum Mood {
        GOOD,
        CALM,
        NOTE,
        BAD;

        /** The CSS class. */
        public String css() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
