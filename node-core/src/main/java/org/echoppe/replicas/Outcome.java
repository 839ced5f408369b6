package org.echoppe.replicas;

/** What became of a repository, or a change of one, that someone sent. */
public enum Outcome {
    /** Verified, stored durably, and on its way into the index. */
    STORED,
    /** Held already, or newer is: nobody's fault. */
    NOT_NEWER,
    /** Signed too far ahead of this clock: neither stored nor passed on, to be looked at again later. */
    FROM_THE_FUTURE,
    /** A change that does not fit what is held here: the whole is to be asked for. */
    WHOLE_WANTED,
    /** Broken, forged, blocked or too much: nothing was changed, and the journal says why. */
    REFUSED
}
