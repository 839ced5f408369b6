package org.echoppe.replicas;

import java.time.Instant;

/** Why a shop or a listing is shown to nobody. */
public sealed interface Absence {
    /** It is not known here, or no longer offered. */
    record Unknown() implements Absence {}

    /**
     * The keeper of this node denies it.
     *
     * @param status as HTTP says it
     */
    record Denied(int status) implements Absence {}

    /** The shop was not heard for too long ({@link Freshness}): it is shown again as soon as it is. */
    record Silent(Instant since) implements Absence {}
}
