package org.echoppe.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A home where several are busy while its disk is written down, and whose power is cut afterwards at many moments of that. */
public final class CutHome implements AutoCloseable {
    private static final DiskEvent BEGIN = new DiskEvent.Acknowledged("a shop");
    private static final PowerCut.Kind[] TORN = {PowerCut.Kind.REORDERED_AND_TORN};
    private static final int OTHERS = 4;

    private final Path folder;
    private final List<String> once;
    private final DiskLog log;
    private List<DiskEvent> events = List.of();

    /** @param once files in the home that are written once, before anything else, and are there after each cut */
    public CutHome(Path folder, String... once) {
        this.folder = folder;
        this.once = List.of(once);
        log = DiskLog.of(path());
    }

    public Path path() {
        return folder.resolve("home");
    }

    public RecordingDisk disk() {
        return new RecordingDisk(log);
    }

    /** Somebody who is busy. */
    @FunctionalInterface
    public interface Worker {
        /** @param acknowledged hears what was promised */
        void work(int number, Consumer<String> acknowledged) throws Exception;
    }

    /** What was there before is there in any case; the power is cut while these workers are busy at the same time. */
    public void work(int workers, Worker worker) throws Exception {
        log.add(new DiskEvent.Settled());
        log.add(BEGIN);
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var busy = new ArrayList<Future<?>>();
            for (int i = 0; i < workers; i++) {
                int number = i;
                busy.add(threads.submit(() -> {
                    worker.work(number, what -> log.add(new DiskEvent.Acknowledged(what)));
                    return number;
                }));
            }
            for (var one : busy) {
                one.get();
            }
        }
        events = log.events();
    }

    /**
     * What cuts broke of what had been promised before them. Each is of a disk that writes in any order and tears; with every fourth
     * one of a disk that writes in order and a kill are tried as well, which the number does not count.
     *
     * @param first stop at the first cut that breaks a promise
     */
    public List<String> broken(int cuts, boolean first, Check check) throws IOException {
        int begin = events.indexOf(BEGIN) + 1;
        var broken = new ArrayList<String>();
        int promises = 0;
        for (int i = 0; i < cuts && !(first && !broken.isEmpty()); i++) {
            for (var kind : i % OTHERS == 0 ? PowerCut.Kind.values() : TORN) {
                var random = new Random(i + Integer.getInteger("echoppe.seed", 0));
                int moment = begin + random.nextInt(events.size() - begin + 1);
                var left = PowerCut.at(moment, events, kind, random);
                promises += left.acknowledged().size();
                String cut = "cut " + i + " " + kind + ": ";
                check.broken(home(left, i + "-" + kind), left.acknowledged(), i % 10 == 0)
                        .forEach(what -> broken.add(cut + what));
            }
        }
        System.out.printf("%d power cuts: %d promises before them, %d broken%n", cuts, promises, broken.size());
        return broken;
    }

    private Path home(PowerCut left, String name) throws IOException {
        Path home = folder.resolve("cut" + name);
        left.into(home);
        for (var file : once) {
            Files.copy(path().resolve(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.write(home.resolve("node.lock"), new byte[] {'1'});
        return home;
    }

    @Override
    public void close() {
        DiskLog.forget(path());
    }
}
