package org.echoppe.repo;

import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/** Where blocks are found by address: a store, a file, a map. */
@FunctionalInterface
public interface BlockSource {
    /** The block's bytes; null when it is not held. */
    byte @Nullable [] block(Cid cid);
}
