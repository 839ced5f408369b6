package org.echoppe.store;

import java.time.Instant;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/**
 * Where a held repository stands.
 *
 * @param bytes of its commit, records and tree nodes
 * @param damaged what is stored does not match the commit: fetch it whole again
 * @param checkedAt when {@link ReplicaCheck} last found it intact; null before the first time
 */
public record Head(
        Did did,
        Tid rev,
        Cid commitCid,
        Cid dataCid,
        int records,
        long bytes,
        boolean damaged,
        Instant receivedAt,
        @Nullable Instant checkedAt) {}
