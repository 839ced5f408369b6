package org.echoppe.orders.desk;

import java.util.List;
import org.echoppe.repo.Ipld;

/** Reads fields that this program wrote itself: one that is missing is damage, not a mistake of somebody's. */
final class Stored {
    private Stored() {}

    static String text(Ipld.Fields fields, String name) {
        return fields.text(name).orElseThrow(() -> missing(name));
    }

    static long integer(Ipld.Fields fields, String name) {
        return fields.integer(name).orElseThrow(() -> missing(name));
    }

    static List<Ipld.Fields> parts(Ipld.Fields fields, String name) {
        return fields.items(name).orElse(List.of()).stream()
                .map(Ipld.Fields.class::cast)
                .toList();
    }

    static List<String> texts(Ipld.Fields fields, String name) {
        return fields.items(name).orElse(List.of()).stream()
                .map(item -> ((Ipld.Text) item).value())
                .toList();
    }

    static Ipld.Items texts(List<String> texts) {
        return new Ipld.Items(texts.stream().<Ipld>map(Ipld.Text::new).toList());
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("an order without " + name);
    }
}
