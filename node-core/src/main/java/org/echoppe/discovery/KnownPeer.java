package org.echoppe.discovery;

import java.time.Instant;
import java.util.Optional;
import org.echoppe.peers.Reachability;
import org.echoppe.store.PeerRow;

/** A peer as the window and the command line show it. */
public record KnownPeer(PeerRow row, Reachability.State state, Optional<Instant> syncedAt) {
    /** In one word how it is; the sentences are the window's. */
    public enum Word {
        BLOCKED,
        PAUSED,
        /** Another shop answers at its address. */
        ANOTHER_ANSWERS,
        /** It answers, and all it holds was compared at {@link KnownPeer#syncedAt}. */
        UP_TO_DATE,
        /** It answers, and is not compared with yet. */
        ANSWERS,
        /** Away since {@link Reachability.State#awaySince}. */
        OFFLINE,
        /** It never answered. */
        NEVER_REACHED
    }

    public Word word() {
        if (row.isBlocked()) {
            return Word.BLOCKED;
        }
        if (row.standing().paused()) {
            return Word.PAUSED;
        }
        return switch (state.standing()) {
            case ANSWERS -> syncedAt.isPresent() ? Word.UP_TO_DATE : Word.ANSWERS;
            case ANOTHER_ANSWERS -> Word.ANOTHER_ANSWERS;
            case AWAY, UNKNOWN -> state.lastContact() == null ? Word.NEVER_REACHED : Word.OFFLINE;
        };
    }
}
