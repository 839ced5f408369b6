package org.echoppe.repo;

/**
 * DAG-CBOR in its one canonical form: reading refuses every other.
 *
 * @see <a href="https://ipld.io/specs/codecs/dag-cbor/spec/">DAG-CBOR specification</a>
 */
@SuppressWarnings("DoNotCallSuggester")
public final class DagCbor {
    /** Maps and lists within one another. */
    public static final int DEPTH = 64;

    private DagCbor() {}

    /** @throws IllegalArgumentException for text with half a surrogate pair, which has no UTF-8 form */
    public static byte[] encode(Ipld value) {
        throw new UnsupportedOperationException();
    }

    public static Block block(Ipld value) {
        return Block.of(encode(value));
    }

    /** @throws BadRepository with NOT_CANONICAL, TRUNCATED or TOO_LARGE (deeper than {@link #DEPTH}) */
    public static Ipld decode(byte[] bytes) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the block of a record: a map, in which whatever claims to have a type or to be a blob is formed like one.
     *
     * @throws BadRepository with WRONG_SHAPE as well
     */
    public static Ipld.Fields record(byte[] bytes) throws BadRepository {
        throw new UnsupportedOperationException();
    }
}
