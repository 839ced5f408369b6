package org.echoppe.orders;

import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Receipt;

/** Where the own merchant's words go out. Inside a write of the database they are part of that write; the same word again is one. */
public interface Outgoing {
    /** @param replyAt where the shopper looks for it */
    void answer(Answer answer, List<Did> replyAt);

    /** As {@link #answer}. */
    void receipt(Receipt receipt, List<Did> replyAt);
}
