package org.echoppe.http;

import io.javalin.http.Context;
import org.echoppe.domain.Rejected;

/** How both ports refuse an envelope: the sentence of the fault, under the status that says whether to come again. */
public final class MailAnswers {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;
    private static final int NO_ROOM = 507;

    private MailAnswers() {}

    public static void refuse(Context ctx, Rejected rejected) {
        int status = switch (rejected.problems().getFirst().fault()) {
            case MERCHANT_UNKNOWN -> NOT_FOUND;
            case ENVELOPE_ANOTHER -> CONFLICT;
            case MAIL_FULL, DISK_FULL, JOURNAL_UNWRITABLE -> NO_ROOM;
            default -> UNAVAILABLE; // whatever keeps the desk from taking it now
        };
        if (status >= UNAVAILABLE) {
            ctx.header("Retry-After", "600");
        }
        ProblemJson.answer(ctx, status, rejected);
    }
}
