package org.echoppe.peers;

import org.echoppe.domain.Fault;

/** A call to a peer that brought nothing. The message says why, for the journal and the log. */
public final class PeerFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** What to make of it. */
    public enum Kind {
        /** Nobody answered in time, or the line broke: nobody's fault, to be tried again. */
        UNREACHABLE(Fault.PEER_UNREACHABLE),
        /** Another key than that of the DID answered; nothing was sent to it. */
        IS_ANOTHER(Fault.PEER_IS_ANOTHER),
        /** The peer does not have it. */
        NOT_HELD(Fault.NOT_FOUND),
        /** The peer cannot tell what changed since that rev: the whole is to be asked for. */
        TOO_OLD(Fault.NOT_FOUND),
        /** The peer does not want to, or not now. */
        REFUSED(Fault.PEER_UNREACHABLE),
        /** The answer is no answer of an honest node. */
        BROKEN(Fault.PEER_ANSWER_BROKEN);

        private final Fault fault;

        Kind(Fault fault) {
            this.fault = fault;
        }

        /** What a person is told. */
        public Fault fault() {
            return fault;
        }
    }

    private final Kind kind;

    public PeerFailed(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    public PeerFailed(Kind kind, String why, Throwable cause) {
        super(why, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
