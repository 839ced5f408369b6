package org.echoppe.repo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Cid;

/** Writes a CAR version 1. Buffering, flushing and closing the stream is its owner's. */
public final class CarWriter {
    public static final String MEDIA_TYPE = "application/vnd.ipld.car";

    private final OutputStream out;
    private final byte[] head = new byte[5 + Cid.LENGTH];

    /** Writes the header with this one root. */
    public CarWriter(OutputStream out, Cid root) throws IOException {
        this.out = out;
        byte[] header = DagCbor.encode(new Ipld.Fields(
                Map.of("version", new Ipld.Int(1), "roots", new Ipld.Items(List.of(new Ipld.Link(root))))));
        out.write(head, 0, varint(header.length));
        out.write(header);
    }

    public void write(Cid cid, byte[] bytes) throws IOException {
        int length = varint(Cid.LENGTH + bytes.length);
        cid.copyTo(head, length);
        out.write(head, 0, length + Cid.LENGTH);
        out.write(bytes);
    }

    public void write(Block block) throws IOException {
        write(block.cid(), block.bytes());
    }

    /** Puts the unsigned LEB128 form into the head and tells its length. */
    private int varint(int value) {
        int length = 0;
        int rest = value;
        while (rest >= 0x80) {
            head[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        head[length++] = (byte) rest;
        return length;
    }

    /**
     * Writes a whole repository: the commit, the tree's nodes, then the records in the order of keys.
     *
     * @param records where the records' blocks are found
     * @throws BadRepository when a block is missing, or a node damaged
     */
    public static void repository(OutputStream out, Commit commit, MerkleSearchTree tree, BlockSource records)
            throws IOException, BadRepository {
        var head = commit.block();
        var car = new CarWriter(out, head.cid());
        car.write(head);
        tree.<IOException>forEachNode(car::write);
        tree.<IOException>forEach((key, cid) -> {
            byte[] record = records.block(cid);
            if (record == null) {
                throw new BadRepository(BadRepository.Reason.MISSING_BLOCK, "record " + key);
            }
            car.write(cid, record);
        });
    }
}
