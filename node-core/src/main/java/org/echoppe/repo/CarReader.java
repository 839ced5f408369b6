package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.BROKEN_CAR;
import static org.echoppe.repo.BadRepository.Reason.TOO_LARGE;
import static org.echoppe.repo.BadRepository.Reason.TRUNCATED;
import static org.echoppe.repo.BadRepository.Reason.WRONG_HASH;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CAR version 1 with exactly one root, block by block, each with its hash checked.
 *
 * @see <a href="https://ipld.io/specs/transport/car/carv1/">CAR version 1</a>
 */
public final class CarReader {
    private static final int HEADER_BYTES = 1024;
    private static final int END = -1;
    private static final Ipld VERSION = new Ipld.Int(1);

    private final InputStream in;
    private final Cid root;
    private final byte[] cidBytes = new byte[Cid.LENGTH];
    private long bytesLeft;
    private int blocksLeft;

    /**
     * Reads the header. The stream is not closed here, and may be read further than the last block.
     *
     * @param maxBytes of all blocks together
     * @param maxBlocks how many
     */
    public CarReader(InputStream in, long maxBytes, int maxBlocks) throws BadRepository, IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        bytesLeft = maxBytes;
        blocksLeft = maxBlocks;
        root = header();
    }

    /** As much as a repository within the limits may take, its nodes being fewer than its records. */
    public CarReader(InputStream in, Limits limits) throws BadRepository, IOException {
        this(in, limits.repositoryBytes(), 2 * limits.records() + 1000);
    }

    public Cid root() {
        return root;
    }

    /** The next block, at most {@link Limits#BLOCK_BYTES} long; null at the end. */
    public @Nullable Block next() throws BadRepository, IOException {
        int section = varint();
        if (section == END) {
            return null;
        }
        int length = section - Cid.LENGTH;
        if (length > Limits.BLOCK_BYTES || length > bytesLeft || blocksLeft == 0) {
            throw new BadRepository(TOO_LARGE, length > Limits.BLOCK_BYTES ? "a block" : "a CAR");
        }
        if (length < 0 || in.readNBytes(cidBytes, 0, Cid.LENGTH) < Cid.LENGTH) {
            throw new BadRepository(length < 0 ? BROKEN_CAR : TRUNCATED, "no room for a CID");
        }
        var cid = cid();
        byte[] bytes = exactly(length);
        if (!cid.matches(bytes)) {
            throw new BadRepository(WRONG_HASH, "block " + cid);
        }
        bytesLeft -= length;
        blocksLeft--;
        return new Block(cid, bytes);
    }

    private Cid cid() throws BadRepository {
        try {
            return Cid.fromBytes(cidBytes);
        } catch (IllegalArgumentException e) {
            throw new BadRepository(BROKEN_CAR, "a CID that is " + e.getMessage(), e);
        }
    }

    private Cid header() throws BadRepository, IOException {
        int length = varint();
        if (length == END || length > HEADER_BYTES) {
            throw new BadRepository(length == END ? TRUNCATED : BROKEN_CAR, "no header");
        }
        var roots = roots(exactly(length));
        if (roots.size() == 1
                && roots.getFirst() instanceof Ipld.Link(Cid only)
                && only.codec() == Cid.Codec.DAG_CBOR) {
            return only;
        }
        throw new BadRepository(BROKEN_CAR, "a header without version 1 and one root");
    }

    private static List<Ipld> roots(byte[] bytes) throws BadRepository {
        if (decoded(bytes) instanceof Ipld.Fields header
                && header.entries().size() == 2
                && VERSION.equals(header.entries().get("version"))) {
            return header.items("roots").orElse(List.of());
        }
        return List.of();
    }

    private static Ipld decoded(byte[] header) throws BadRepository {
        try {
            return DagCbor.decode(header);
        } catch (BadRepository e) {
            throw new BadRepository(BROKEN_CAR, "a header that cannot be read", e);
        }
    }

    /** Takes memory only as the bytes come. */
    private byte[] exactly(int length) throws BadRepository, IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new BadRepository(TRUNCATED, "ends in a block");
        }
        return bytes;
    }

    /** Unsigned LEB128 in its shortest form, up to 28 bits; {@link #END} when the stream is at its end. */
    private int varint() throws BadRepository, IOException {
        int value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int next = in.read();
            if (next < 0) {
                if (shift == 0) {
                    return END;
                }
                throw new BadRepository(TRUNCATED, "ends in a length");
            }
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                if (next == 0) {
                    throw new BadRepository(BROKEN_CAR, "a length of nothing, or longer than needed");
                }
                return value;
            }
        }
        throw new BadRepository(TOO_LARGE, "a block");
    }
}
