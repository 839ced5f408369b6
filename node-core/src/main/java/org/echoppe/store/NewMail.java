package org.echoppe.store;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Thumbprint;
import org.jspecify.annotations.Nullable;

/**
 * An envelope to be held.
 *
 * @param hash of its sealed part
 * @param body as it is passed on
 * @param nextTry when it is to be carried on; null when it only waits for its owner
 */
public record NewMail(
        EnvelopeId id,
        String hash,
        Did merchant,
        Thumbprint reply,
        byte[] body,
        MailBearer bearer,
        MailState state,
        @Nullable Instant nextTry) {}
