package org.echoppe.orders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.echoppe.domain.RecordKey;

/** A till in a process of its own, busy until it is killed: it prints what it acknowledged. */
final class TillProcess {
    private TillProcess() {}

    public static void main(String[] arguments) {
        var till = new TestTill(Path.of(arguments[0]));
        var products = List.of(product(till, "Confiture"), product(till, "Miel"));
        var customers = new ArrayList<Customers>();
        for (int i = 0; i < 3; i++) {
            customers.add(new Customers(till, arguments[1] + "c" + i, products.get(i % 2), TillProcess::say));
        }
        say("ready");
        try (var threads = Executors.newFixedThreadPool(customers.size())) {
            customers.forEach(one -> threads.execute(() -> one.come(100_000)));
        }
    }

    private static RecordKey product(TestTill till, String name) {
        return till.catalogue.list(org.echoppe.store.ProductQuery.all(0, 1_000)).list().stream()
                .filter(product -> product.record().name().equals(name))
                .findFirst()
                .orElseGet(() -> till.product(name, LedgerPowerCutTest.STOCK))
                .key();
    }

    private static void say(String line) {
        synchronized (TillProcess.class) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
