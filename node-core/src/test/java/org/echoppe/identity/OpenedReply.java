package org.echoppe.identity;

import java.security.KeyPair;
import tools.jackson.databind.json.JsonMapper;

/** What only the shopper's browser can do: opens the sealed reply in an answer, and checks whose word it is. */
public final class OpenedReply {
    private OpenedReply() {}

    /** @throws BadEnvelope when it was not sealed to this key */
    public static Jws of(String answer, KeyPair replyKey) throws BadEnvelope {
        try {
            var outside =
                    new JsonMapper().readTree(Jws.parse(answer, Jws.ANSWER).json());
            var kid = outside.path("reply").stringValue();
            return Jws.parse(Sealing.open(outside.path("jwe").stringValue(), replyKey, kid), Jws.REPLY);
        } catch (BadJws e) {
            throw new AssertionError(e);
        }
    }
}
