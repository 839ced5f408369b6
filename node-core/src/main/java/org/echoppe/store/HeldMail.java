package org.echoppe.store;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Thumbprint;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an envelope, without the envelope.
 *
 * @param hash of its sealed part
 * @param since when it reached this state
 * @param waits whether the envelope itself is still here
 * @param receipt the merchant's word, as it is passed on; null before there is one
 * @param attempts to carry it; after the receipt, to ask for answers
 */
public record HeldMail(
        long seq,
        EnvelopeId id,
        String hash,
        Did merchant,
        Thumbprint reply,
        MailState state,
        Instant since,
        boolean waits,
        @Nullable String receipt,
        int attempts) {}
