package org.echoppe.orders;

import java.time.Clock;
import org.echoppe.domain.Did;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.store.HeldMail;
import org.echoppe.store.MailStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words of merchants that other nodes hand on: what does not verify, or is about something else, changes nothing and is told of. */
final class Words {
    private static final Logger LOG = LoggerFactory.getLogger(Words.class);

    private final MailStore store;
    private final SecurityJournal journal;
    private final Backoff backoff;
    private final Clock clock;

    Words(MailStore store, SecurityJournal journal, Backoff backoff, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** @return whether it is the merchant's receipt for this envelope, and so the end of carrying it */
    boolean receipt(Did from, HeldMail mail, String jws) {
        try {
            var receipt = Receipt.read(jws);
            if (receipt.ends(mail.merchant(), mail.id(), mail.hash())) {
                arrived(mail, receipt);
                return true;
            }
            refuse(from, mail, "a receipt", "it is about something else");
        } catch (BadEnvelope e) {
            refuse(from, mail, "a receipt", String.valueOf(e.getMessage()));
        }
        return false;
    }

    void arrived(HeldMail mail, Receipt receipt) {
        store.arrived(
                mail.seq(),
                receipt.jws(),
                receipt.read(),
                receipt.reply(),
                clock.instant().plus(backoff.after(0)));
    }

    void answer(Did from, HeldMail mail, String jws) {
        try {
            var answer = Answer.read(jws);
            if (!answer.merchant().equals(mail.merchant()) || !answer.reply().equals(mail.reply())) {
                refuse(from, mail, "an answer", "it is to something else");
                return;
            }
            var taken = store.answers().keep(answer.merchant(), answer.id(), answer.reply(), jws);
            LOG.debug("answer {} to envelope {}: {}", answer.id(), mail.id(), taken);
        } catch (BadEnvelope e) {
            refuse(from, mail, "an answer", String.valueOf(e.getMessage()));
        }
    }

    private void refuse(Did from, HeldMail mail, String what, String why) {
        journal.record(SecurityKind.ANSWER_REFUSED, from.value(), what + " for envelope " + mail.id(), why);
    }
}
