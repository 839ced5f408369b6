package org.echoppe.store.disk;

import java.util.List;
import java.util.Random;

/** What a power cut leaves: the file as the disk has it, and how much had been promised until then. */
public record PowerCut(byte[] file, List<String> acknowledged) {
    /** How a disk treats what it was not told to force. */
    public enum Kind {
        /** It writes in order: what is lost is an end. */
        ORDERED,
        /** It writes in any order, and tears single writes. */
        REORDERED_AND_TORN
    }

    /** The cut after so many events. */
    public static PowerCut at(int cut, List<DiskEvent> events, Kind kind, Random random) {
        int forced = events.subList(0, cut).lastIndexOf(new DiskEvent.Force()) + 1;
        var image = new DiskImage();
        events.subList(0, forced).forEach(image::apply);
        List<DiskEvent> open = events.subList(forced, cut);
        switch (kind) {
            case ORDERED -> open.subList(0, random.nextInt(open.size() + 1)).forEach(image::apply);
            case REORDERED_AND_TORN ->
                open.stream()
                        .filter(event -> random.nextInt(3) > 0)
                        .forEach(event -> image.applyTorn(event, sector -> random.nextInt(10) > 0));
        }
        return new PowerCut(image.bytes(), acknowledged(events.subList(0, cut)));
    }

    private static List<String> acknowledged(List<DiskEvent> events) {
        return events.stream()
                .filter(DiskEvent.Acknowledged.class::isInstance)
                .map(event -> ((DiskEvent.Acknowledged) event).what())
                .toList();
    }
}
