package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.BAD_SIGNATURE;
import static org.echoppe.repo.BadRepository.Reason.WRONG_SHAPE;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
public record Commit(Did did, Cid data, Tid rev, @Nullable Cid prev, byte[] sig) {
    /** How far ahead of a reader's clock it may be signed: further, nobody takes it. */
    public static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    private static final Ipld VERSION = new Ipld.Int(3);
    private static final Set<String> FIELDS = Set.of("did", "version", "data", "rev", "prev", "sig");

    public static Commit sign(Signer signer, Cid data, Tid rev, @Nullable Cid prev) {
        byte[] message = DagCbor.encode(new Ipld.Fields(unsigned(signer.did(), data, rev, prev)));
        return new Commit(signer.did(), data, rev, prev, signer.sign(message));
    }

    /** Reads a commit's block; {@link #verify} is another step. */
    public static Commit read(byte[] block) throws BadRepository {
        var fields = DagCbor.decodeMap(block);
        boolean version3 = fields.entries().keySet().equals(FIELDS)
                && VERSION.equals(fields.entries().get("version"));
        if (!version3 || !(fields.entries().get("sig") instanceof Ipld.Bytes(byte[] sig))) {
            throw new BadRepository(WRONG_SHAPE, "not a commit of version 3");
        }
        try {
            return new Commit(
                    new Did(fields.text("did").orElseThrow(Commit::wrong)),
                    fields.link("data").orElseThrow(Commit::wrong),
                    new Tid(fields.text("rev").orElseThrow(Commit::wrong)),
                    prev(fields),
                    sig);
        } catch (IllegalArgumentException e) {
            throw new BadRepository(WRONG_SHAPE, "a commit whose " + e.getMessage(), e);
        }
    }

    private static @Nullable Cid prev(Ipld.Fields fields) {
        return Ipld.NULL.equals(fields.entries().get("prev"))
                ? null
                : fields.link("prev").orElseThrow(Commit::wrong);
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("field has another type");
    }

    /** @throws BadRepository with {@link BadRepository.Reason#BAD_SIGNATURE} */
    public void verify() throws BadRepository {
        if (!P256.verify(did, DagCbor.encode(new Ipld.Fields(unsigned(did, data, rev, prev))), sig)) {
            throw new BadRepository(BAD_SIGNATURE, "commit " + rev + " of " + did);
        }
    }

    public Block block() {
        var fields = unsigned(did, data, rev, prev);
        fields.put("sig", new Ipld.Bytes(sig));
        return DagCbor.block(new Ipld.Fields(fields));
    }

    public Cid cid() {
        return block().cid();
    }

    private static Map<String, Ipld> unsigned(Did did, Cid data, Tid rev, @Nullable Cid prev) {
        var fields = new HashMap<String, Ipld>();
        fields.put("did", new Ipld.Text(did.value()));
        fields.put("version", VERSION);
        fields.put("data", new Ipld.Link(data));
        fields.put("rev", new Ipld.Text(rev.value()));
        fields.put("prev", prev == null ? Ipld.NULL : new Ipld.Link(prev));
        return fields;
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
