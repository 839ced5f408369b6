package org.echoppe.guard;

/** What the security journal tells of. */
public enum SecurityKind {
    CERTIFICATE_REFUSED(Severity.WARNING),
    PEER_BLOCKED(Severity.NOTE),
    CALLER_BLOCKED(Severity.NOTE),
    REQUEST_REFUSED(Severity.NOTE),
    RATE_LIMITED(Severity.NOTE),
    REPOSITORY_REFUSED(Severity.WARNING),
    RECORD_REFUSED(Severity.WARNING),
    SIGNED_WORD_REFUSED(Severity.WARNING),
    ANSWER_REFUSED(Severity.WARNING),
    FORK_SEEN(Severity.WARNING),
    FUTURE_COMMIT(Severity.NOTE),
    PEER_IS_ANOTHER(Severity.WARNING),
    CONTROL_REFUSED(Severity.WARNING),
    DATA_DAMAGED(Severity.ALARM),
    CLOCK_DOUBTED(Severity.WARNING),
    CLOCK_WRONG(Severity.ALARM);

    private final Severity severity;

    SecurityKind(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
