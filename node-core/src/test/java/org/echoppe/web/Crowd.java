package org.echoppe.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Many who ask at once, each over a connection of its own that is kept: the same for every server that is measured. */
final class Crowd {
    private static final int CONNECTIONS = 8;

    private Crowd() {}

    /** Requests a second for one address, asked again and again for so long. */
    static double rate(int port, String path, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return rate(port, _ -> System.nanoTime() < end ? path : null);
    }

    /** Requests a second, each address asked once. */
    static double rate(int port, Collection<String> paths) throws Exception {
        var list = List.copyOf(paths);
        return rate(port, at -> at < list.size() ? list.get(at) : null);
    }

    /** @param path what to ask for next, by how many were asked before; null at the end */
    private static double rate(int port, IntFunction<@Nullable String> path) throws Exception {
        var clients = new ArrayList<PlainClient>();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(new PlainClient(port));
        }
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            long start = System.nanoTime();
            var done = new ArrayList<Future<Integer>>();
            for (var client : clients) {
                done.add(threads.submit(() -> {
                    int asked = 0;
                    for (String at = path.apply(next.getAndIncrement());
                            at != null;
                            at = path.apply(next.getAndIncrement())) {
                        client.get(at);
                        asked++;
                    }
                    return asked;
                }));
            }
            int asked = 0;
            for (var each : done) {
                asked += each.get();
            }
            return asked / ((System.nanoTime() - start) / 1e9);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }
}
