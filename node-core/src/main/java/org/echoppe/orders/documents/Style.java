package org.echoppe.orders.documents;

/**
 * How letters look.
 *
 * @param size in points
 */
record Style(Face face, float size, Tone tone) {
    /** The faces of the Liberation family, out of the jar of openpdf-fonts-extra. */
    enum Face {
        PLAIN("LiberationSans-Regular"),
        BOLD("LiberationSans-Bold"),
        /** Names of shops and titles only. */
        SERIF("LiberationSerif-Bold");

        private final String file;

        Face(String file) {
            this.file = "/liberation/" + file + ".ttf";
        }

        String file() {
            return file;
        }
    }

    /** Two inks; a till's printer has but one. */
    enum Tone {
        INK,
        MUTED
    }

    static Style plain(float size) {
        return new Style(Face.PLAIN, size, Tone.INK);
    }

    static Style bold(float size) {
        return new Style(Face.BOLD, size, Tone.INK);
    }

    static Style muted(float size) {
        return new Style(Face.PLAIN, size, Tone.MUTED);
    }

    static Style title(float size) {
        return new Style(Face.SERIF, size, Tone.INK);
    }

    /** From one line to the next. */
    float leading() {
        return size * 1.3f;
    }

    /** From the top of a line down to where its letters stand. */
    float ascent() {
        return size * 0.95f;
    }
}
