package org.echoppe.repo;

/** Bytes that are not what a merchant could have signed and published: refused whole, and nothing is changed by them. */
public final class BadRepository extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with them. */
    public enum Reason {
        /** A block's bytes do not have the CID they came under. */
        WRONG_HASH,
        /** The commit's signature is not of the key that its DID names, or is the higher of the two forms. */
        BAD_SIGNATURE,
        /** A good repository, of another merchant. */
        WRONG_DID,
        /** A commit, tree node or thin diff without the fields it must have, or a tree that its keys do not give. */
        WRONG_SHAPE,
        KEYS_UNSORTED,
        /** A key that is no {@code collection/rkey}. */
        ILLEGAL_KEY,
        /** A commit, tree node or record that the root reaches is not there. */
        MISSING_BLOCK,
        /** Bytes that are not DAG-CBOR, or not in its one canonical form. */
        NOT_CANONICAL,
        /** Not a CAR version 1 with one root. */
        BROKEN_CAR,
        /** The bytes end in the middle: a lost connection looks the same. */
        TRUNCATED,
        /** A limit of {@link Limits} is passed. */
        TOO_LARGE,
        /** The changes, applied to the tree held here, do not give the root that was signed: ask for the whole. */
        WRONG_ROOT,
        /** A commit whose rev is not above the one held: nobody's fault. */
        NOT_NEWER,
        /** The tree held here is damaged: no fault of the sender's; ask for the whole. */
        HELD_TREE_DAMAGED
    }

    private final Reason reason;

    public BadRepository(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    BadRepository(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
