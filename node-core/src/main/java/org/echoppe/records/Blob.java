package org.echoppe.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.repo.Ipld;

/**
 * A picture beside the repository, by address: a raw block of at most 1 MiB.
 *
 * @param size in bytes
 * @see <a href="https://atproto.com/specs/data-model#blob-type">AT Protocol, blob</a>
 */
public record Blob(Cid ref, String mimeType, long size) {
    /** 1 MiB. */
    public static final long MOST = 1_048_576;

    static final Schema SCHEMA = new Schema()
            .required("$type", Shape.choice(List.of("blob")))
            .required("ref", Shape.picture())
            .required("mimeType", Shape.line(100))
            .required("size", Shape.integer(1, MOST));

    static Optional<Blob> of(Ipld.Fields fields) {
        return fields.link("ref")
                .flatMap(ref -> fields.integer("size")
                        .map(size -> new Blob(ref, fields.text("mimeType").orElse(""), size)));
    }

    Ipld.Fields toFields() {
        return new Ipld.Fields(Map.of(
                "$type", new Ipld.Text("blob"),
                "ref", new Ipld.Link(ref),
                "mimeType", new Ipld.Text(mimeType),
                "size", new Ipld.Int(size)));
    }
}
