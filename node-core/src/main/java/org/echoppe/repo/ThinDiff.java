package org.echoppe.repo;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.echoppe.domain.Cid;

/**
 * What changed in a repository between two commits, without tree nodes: the receiver makes those itself, and its root must
 * come out as the one signed. On the wire it is DAG-CBOR {@code {commit, changes, records}}: the commit's block as bytes, a
 * map from key to CID (null: removed), and a list of the records' blocks as bytes.
 *
 * @param changes every key that changed, with the CID of its record now; empty when it was removed
 * @param records the blocks of all records named in the changes
 */
@SuppressWarnings("DoNotCallSuggester")
public record ThinDiff(Commit commit, SortedMap<String, Optional<Cid>> changes, Map<Cid, byte[]> records) {
    public static final String MEDIA_TYPE = "application/vnd.echoppe.changes";

    public byte[] encode() {
        throw new UnsupportedOperationException();
    }

    /** Reads one; that it fits a tree is for {@link Update#check} to say. */
    public static ThinDiff decode(byte[] bytes, Limits limits) throws BadRepository {
        throw new UnsupportedOperationException();
    }
}
