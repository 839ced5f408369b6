package org.echoppe.peers;

import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/**
 * What one shopkeeper gives another: where the shop's node is called, and whose key has to answer there. As a text it is
 * {@code https://host:port#did:key:z…}, short enough for a message and for a QR code.
 */
public record Invitation(Endpoint endpoint, Did did) {
    private static final Pattern DID = Pattern.compile("did:[0-9A-Za-z:._%-]+");

    public String text() {
        return endpoint.url() + "#" + did.value();
    }

    /** Whether the text wants to be an invitation, and not an address alone. */
    public static boolean isOne(String text) {
        return DID.matcher(text).find();
    }

    /** The key that is named in a text; empty when there is none, or none that could be. */
    static Optional<Did> did(String text) {
        var named = DID.matcher(text);
        try {
            return named.find() ? Optional.of(new Did(named.group())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads what was pasted: the two parts, whatever stands between them.
     *
     * @throws Rejected NOT_AN_ADDRESS, NOT_A_DID
     */
    public static Invitation read(String text) {
        var named = DID.matcher(text);
        if (!named.find()) {
            throw Rejected.because(Fault.NOT_A_DID, text);
        }
        var rest = text.replace(named.group(), "").replaceAll("[\\s#]+", "");
        var did = did(text).orElseThrow(() -> Rejected.because(Fault.NOT_A_DID, named.group()));
        return new Invitation(Endpoint.typed(rest), did);
    }
}
