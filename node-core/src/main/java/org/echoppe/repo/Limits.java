package org.echoppe.repo;

/**
 * How much of a repository is read before it is refused, counted after decompression.
 *
 * @param repositoryBytes of all blocks of a repository together
 * @param records of a repository
 * @param changesBytes of one thin diff or CAR slice: these are held in memory; whoever has more asks for the whole
 */
public record Limits(long repositoryBytes, int records, int changesBytes) {
    /** One product record, bytes. */
    public static final int PRODUCT_BYTES = 32 << 10;
    /** One record of any other collection, bytes: a shop's profile carries its legal texts. */
    public static final int RECORD_BYTES = 128 << 10;
    /** One block of a CAR, bytes: pictures may stand between what we read. */
    public static final int BLOCK_BYTES = 1 << 20;
    /** Entries of one tree node: an honest tree passes four on average, and never comes near this. */
    public static final int NODE_ENTRIES = 256;
    /** Layers of a tree. */
    public static final int DEPTH = 32;

    /** For a shop that the keeper of this node follows, or the node's own. */
    public static final Limits FOLLOWED = new Limits(256L << 20, 200_000, 32 << 20);
    /** For a shop that nobody here follows. */
    public static final Limits STRANGER = new Limits(20L << 20, 200_000, 8 << 20);

    /** What one record under this key may weigh, bytes. */
    public static int recordBytes(String key) {
        return key.startsWith(Collections.PRODUCT + "/") ? PRODUCT_BYTES : RECORD_BYTES;
    }
}
