package org.echoppe.orders;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.store.MailState;

/**
 * How far an envelope has come, as whoever knows its id is told.
 *
 * @param receipts the merchant's, as they are passed on
 * @param answers to its reply key, sealed, in the order in which they came
 */
public record Whereabouts(EnvelopeId id, MailState state, Instant since, List<String> receipts, List<String> answers) {
    public Whereabouts {
        receipts = List.copyOf(receipts);
        answers = List.copyOf(answers);
    }
}
