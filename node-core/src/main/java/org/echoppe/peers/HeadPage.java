package org.echoppe.peers;

import java.util.List;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/**
 * Some of the repositories that a node holds, by DID.
 *
 * @param next where the next page begins: behind this DID; null on the last one
 */
public record HeadPage(List<RemoteHead> heads, @Nullable Did next) {
    public static final int SIZE = 1_000;

    public HeadPage {
        heads = List.copyOf(heads);
    }
}
