package org.echoppe.identity;

import org.echoppe.domain.Did;
import org.echoppe.repo.Signer;

/** A signed word outside a repository: JWS compact, ES256, one fixed {@code typ} a purpose, {@code kid} the signer's DID. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public record Jws(Did did, String json) {
    /** What a node says about itself, PROTOCOL §3. */
    public static final String NODE_RECORD = "vnd.echoppe.node+jws";

    /** A shop's address and DID, to be passed on by hand. */
    public static final String INVITATION = "vnd.echoppe.invitation+jws";

    /** The longest that is read, in characters. */
    public static final int MAX_LENGTH = 64 * 1024;

    public static String sign(Signer signer, String typ, String json) {
        throw new UnsupportedOperationException();
    }

    /** Reads and verifies; the signer is whoever {@code kid} names, so the caller compares it with whom it expected. */
    public static Jws parse(String compact, String typ) throws BadJws {
        throw new UnsupportedOperationException();
    }
}
