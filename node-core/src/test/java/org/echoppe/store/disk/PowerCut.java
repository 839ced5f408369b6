package org.echoppe.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What a power cut leaves: the files as the disk has them, and how much had been promised until then. */
public record PowerCut(Map<String, byte[]> files, List<String> acknowledged) {
    /** How a disk treats what it was not told to force. */
    public enum Kind {
        /** It writes in order: what is lost is an end. */
        ORDERED,
        /** It writes in any order, and tears single writes. */
        REORDERED_AND_TORN,
        /** The power stays: the program is killed, and all that it wrote is there. */
        KILLED
    }

    /** The cut after so many events. */
    public static PowerCut at(int cut, List<DiskEvent> events, Kind kind, Random random) {
        return new Playing(events.subList(0, cut), kind, random).play();
    }

    /** Lays the files into an empty folder. */
    public void into(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** Plays events again, as a disk may have done them until the power went. */
    private static final class Playing {
        private final List<DiskEvent> events;
        private final Kind kind;
        private final Random random;
        /** By file, how many events from the first on are on the disk for good. */
        private final Map<String, Integer> forced = new HashMap<>();

        private int names;
        private int settled;
        /** With an ordered disk, how many events got there at all. */
        private final int reached;

        private final Map<String, DiskImage> images = new TreeMap<>();

        Playing(List<DiskEvent> events, Kind kind, Random random) {
            this.events = events;
            this.kind = kind;
            this.random = random;
            for (int i = 0; i < events.size(); i++) {
                switch (events.get(i)) {
                    case DiskEvent.Force(String file) -> forced.put(file, i);
                    case DiskEvent.ForceNames() -> names = i;
                    case DiskEvent.Settled() -> settled = i;
                    default -> {}
                }
            }
            int lastForce = Math.max(
                    settled, forced.values().stream().mapToInt(i -> i).max().orElse(0));
            reached = kind == Kind.KILLED ? events.size() : lastForce + random.nextInt(events.size() - lastForce + 1);
        }

        PowerCut play() {
            var lost = new HashMap<String, Boolean>();
            for (int i = 0; i < events.size(); i++) {
                switch (events.get(i)) {
                    case DiskEvent.Create(String file) -> lost.put(file, !happens(i, names));
                    case DiskEvent.Delete(String file) -> lost.put(file, happens(i, names));
                    case DiskEvent.Write write -> play(i, write);
                    case DiskEvent.Truncate(String file, long size) -> {
                        if (happens(i, forced.getOrDefault(file, 0))) {
                            image(file).truncate(size);
                        }
                    }
                    case DiskEvent.Force _, DiskEvent.ForceNames _, DiskEvent.Settled _, DiskEvent.Acknowledged _ -> {}
                }
            }
            var files = new TreeMap<String, byte[]>();
            images.forEach((file, image) -> {
                if (!lost.getOrDefault(file, false)) {
                    files.put(file, image.bytes());
                }
            });
            return new PowerCut(files, acknowledged());
        }

        private void play(int index, DiskEvent.Write write) {
            int forcedTo = forced.getOrDefault(write.file(), 0);
            if (happens(index, forcedTo)) {
                boolean whole = kind != Kind.REORDERED_AND_TORN || isForGood(index, forcedTo);
                image(write.file()).write(write, sector -> whole || random.nextInt(10) > 0);
            }
        }

        private boolean isForGood(int index, int forcedTo) {
            return index < Math.max(forcedTo, settled);
        }

        private boolean happens(int index, int forcedTo) {
            return isForGood(index, forcedTo)
                    || (kind == Kind.REORDERED_AND_TORN ? random.nextInt(3) > 0 : index < reached);
        }

        private DiskImage image(String file) {
            return images.computeIfAbsent(file, _ -> new DiskImage());
        }

        private List<String> acknowledged() {
            return events.stream()
                    .filter(DiskEvent.Acknowledged.class::isInstance)
                    .map(event -> ((DiskEvent.Acknowledged) event).what())
                    .toList();
        }
    }
}
