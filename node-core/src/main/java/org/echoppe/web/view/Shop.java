package org.echoppe.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shop with its window.
 *
 * @param href where its own search and narrowing lead
 * @param all its whole window, as a link
 * @param logo the address of its sign; null when it has none here
 * @param away that it has confirmed nothing for days, or since when it cannot be reached; null while neither is so
 * @param sketch null where it does not say where it is, or nobody is near
 * @param narrower categories below the chosen one
 */
public record Shop(
        String did,
        String href,
        String all,
        Foreign name,
        Foreign tagline,
        @Nullable Foreign description,
        int tint,
        @Nullable String logo,
        @Nullable State open,
        @Nullable State away,
        String signed,
        @Nullable String notice,
        List<Line> contact,
        List<Hours> hours,
        List<Line> handover,
        List<Legal> legal,
        List<Line> details,
        List<Choice> categories,
        List<Choice> narrower,
        Goods goods,
        String words,
        @Nullable Sketch sketch) {
    /**
     * Where the shop is among its neighbours: it stands in the middle, north is up.
     *
     * @param rings distances drawn around it
     */
    public record Sketch(List<Ring> rings, List<Dot> dots) {
        /** A circle of that radius in the drawing. */
        public record Ring(int radius, String words) {}

        /** A neighbour, at this place of the drawing. */
        public record Dot(int number, int x, int y, String name, String href, String far) {}
    }

    /** Days of the same hours, written out. */
    public record Hours(String days, String times, boolean today) {}

    /** One legal text. */
    public record Legal(String title, Foreign text) {}
}
