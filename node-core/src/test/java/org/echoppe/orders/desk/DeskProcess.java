package org.echoppe.orders.desk;

import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A desk in a process of its own, busy with sealed orders until it is killed: it prints what it acknowledged. */
public final class DeskProcess {
    private static final int THREADS = 3;

    private DeskProcess() {}

    public static void main(String[] arguments) {
        var desk = new TestDesk(Path.of(arguments[0]));
        var product = DeskCustomers.product(desk);
        say("ready");
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                var customers = new DeskCustomers(desk, product, (arguments[1] + i).hashCode(), DeskProcess::say);
                threads.execute(() -> customers.come(100_000));
            }
        }
    }

    private static void say(String line) {
        synchronized (DeskProcess.class) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
