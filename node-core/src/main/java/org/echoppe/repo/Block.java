package org.echoppe.repo;

import java.util.Arrays;
import org.echoppe.domain.Cid;

/** Bytes and their address. Nothing here checks that they belong together: whoever reads one from outside does. */
public record Block(Cid cid, byte[] bytes) {
    /** A DAG-CBOR block with the address that its bytes give it. */
    public static Block of(byte[] bytes) {
        return new Block(Cid.of(bytes), bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block block && cid.equals(block.cid) && Arrays.equals(bytes, block.bytes);
    }

    @Override
    public int hashCode() {
        return cid.hashCode();
    }

    @Override
    public String toString() {
        return cid + " (" + bytes.length + " bytes)";
    }
}
