package org.echoppe.replicas;

import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.repo.Block;

/**
 * Who handed a repository over.
 *
 * @param earlier asks for the block of a commit before the one sent, to see whether a merchant's history has split
 */
public record Sender(Did did, Earlier earlier) {
    /** Where earlier commits can be asked for. */
    @FunctionalInterface
    public interface Earlier {
        /** Empty when it is not to be had. */
        Optional<Block> commit(Cid cid);
    }

    /** Someone who can't be asked. */
    public static Sender silent(Did did) {
        return new Sender(did, _ -> Optional.empty());
    }
}
