package org.echoppe.repo;

import java.util.Map;
import org.echoppe.domain.Cid;

/**
 * What the AT Protocol asks of any record, whatever its schema.
 *
 * @see <a href="https://atproto.com/specs/data-model">AT Protocol, data model</a>
 */
final class DataModel {
    private DataModel() {}

    static void check(Ipld value) throws BadRepository {
        switch (value) {
            case Ipld.Items(var items) -> {
                for (var item : items) {
                    check(item);
                }
            }
            case Ipld.Fields fields -> {
                checkType(fields);
                for (var field : fields.entries().values()) {
                    check(field);
                }
            }
            case Ipld.Null _, Ipld.Bool _, Ipld.Int _, Ipld.Text _, Ipld.Bytes _, Ipld.Link _ -> {
                // nothing in these can be wrong
            }
        }
    }

    private static void checkType(Ipld.Fields fields) throws BadRepository {
        Map<String, Ipld> entries = fields.entries();
        if (!entries.containsKey("$type")) {
            return;
        }
        var type = fields.text("$type").orElse("");
        if (type.isEmpty()) {
            throw new BadRepository(BadRepository.Reason.WRONG_SHAPE, "a $type that names none");
        }
        if (type.equals("blob") && !isBlob(fields)) {
            throw new BadRepository(BadRepository.Reason.WRONG_SHAPE, "a blob without its reference, type or size");
        }
    }

    private static boolean isBlob(Ipld.Fields blob) {
        return blob.link("ref").filter(cid -> cid.codec() == Cid.Codec.RAW).isPresent()
                && blob.text("mimeType").filter(type -> !type.isEmpty()).isPresent()
                && blob.integer("size").filter(size -> size >= 0).isPresent();
    }
}
