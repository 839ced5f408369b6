package org.echoppe.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times the same work again and again. */
public final class Watch {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<Double> millis = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    /** What is timed. */
    public interface Work {
        void run() throws Exception;
    }

    /** Times {@code runs} runs after so many that only warm up. */
    public static Samples time(int warmUps, int runs, Work work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        var watch = new Watch();
        for (int i = 0; i < runs; i++) {
            watch.time(work);
        }
        return watch.all();
    }

    public void time(Work work) throws Exception {
        long cpuStart = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        millis.add((System.nanoTime() - start) / 1e6);
        cpu.add((SYSTEM.getProcessCpuTime() - cpuStart) / 1e6);
    }

    /** The first run: the program cold. */
    public Samples first() {
        return part(0, 1);
    }

    /** All runs but the first. */
    public Samples warm() {
        return part(1, millis.size());
    }

    public Samples all() {
        return part(0, millis.size());
    }

    private Samples part(int from, int to) {
        var used = cpu.subList(from, to).stream().sorted().toList();
        double[] taken = millis.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Samples(taken, "ms", Optional.of(used.get(used.size() / 2)));
    }
}
