package org.echoppe.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.repo.Ipld;

/** A mirror that keeps the shop's mail, and where it answers. */
public record Mailbox(Did did, List<String> endpoints) {
    static final Schema SCHEMA =
            new Schema().required("did", Shape.did()).required("endpoints", Shape.list(8, Shape.endpoint()));

    static Optional<Mailbox> of(Ipld.Fields fields) {
        return Changes.parsed(fields, "did", Did::new).map(did -> new Mailbox(did, Changes.texts(fields, "endpoints")));
    }

    Ipld.Fields toFields() {
        return new Ipld.Fields(Map.of("did", new Ipld.Text(did.value()), "endpoints", Changes.texts(endpoints)));
    }
}
