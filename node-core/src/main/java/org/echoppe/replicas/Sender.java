package org.echoppe.replicas;

import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.repo.Block;
import org.jspecify.annotations.Nullable;

/**
 * Who handed a repository over.
 *
 * @param network where it is: a budget of strangers is its network's. Null for a peer that the operator added
 * @param earlier asks for the block of a commit before the one sent, to see whether a merchant's history has split
 */
public record Sender(Did did, @Nullable AddressPrefix network, Earlier earlier) {
    /** Where earlier commits can be asked for. */
    @FunctionalInterface
    public interface Earlier {
        /** Empty when it is not to be had. */
        Optional<Block> commit(Cid cid);
    }

    /** Someone who can't be asked. */
    public static Sender silent(Did did, @Nullable AddressPrefix network) {
        return new Sender(did, network, _ -> Optional.empty());
    }
}
