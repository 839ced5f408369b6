package org.echoppe.repo;

import java.util.Arrays;
import java.util.Objects;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/**
 * The signed statement of a merchant: at this rev, my repository is the tree with this root.
 *
 * @param data root of the tree
 * @param prev the commit before; null in the first, and in repositories of other programs
 * @param sig ES256, low-S, 64 bytes, over the block without this field
 * @see <a href="https://atproto.com/specs/repository">AT Protocol, repository version 3</a>
 */
@SuppressWarnings("DoNotCallSuggester")
public record Commit(Did did, Cid data, Tid rev, @Nullable Cid prev, byte[] sig) {
    public static Commit sign(Signer signer, Cid data, Tid rev, @Nullable Cid prev) {
        throw new UnsupportedOperationException();
    }

    /** Reads a commit's block; {@link #verify} is another step. */
    public static Commit read(byte[] block) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /** @throws BadRepository with {@link BadRepository.Reason#BAD_SIGNATURE} */
    public void verify() throws BadRepository {
        throw new UnsupportedOperationException();
    }

    public Block block() {
        throw new UnsupportedOperationException();
    }

    public Cid cid() {
        return block().cid();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commit c
                && did.equals(c.did)
                && data.equals(c.data)
                && rev.equals(c.rev)
                && Objects.equals(prev, c.prev)
                && Arrays.equals(sig, c.sig);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sig);
    }
}
