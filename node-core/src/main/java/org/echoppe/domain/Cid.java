package org.echoppe.domain;

import java.util.Arrays;

/**
 * The address of a block by what it holds: CID version 1 over SHA-256, of a DAG-CBOR block (records, tree nodes, commits)
 * or a raw one (pictures). Other CIDs exist in the world; none is legal in a repository.
 *
 * @see <a href="https://github.com/multiformats/cid">CID specification</a>
 */
public final class Cid implements Comparable<Cid> {
    /** Bytes of a CID: version, codec, hash function, hash length, hash. */
    public static final int LENGTH = 36;

    private static final int HEADER = 4;
    private static final byte VERSION = 1;
    private static final byte SHA_256 = 0x12;

    /** How the addressed block is to be read. */
    public enum Codec {
        DAG_CBOR(0x71),
        RAW(0x55);

        private final byte code;

        Codec(int code) {
            this.code = (byte) code;
        }
    }

    private final byte[] bytes;

    private Cid(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The CID of a DAG-CBOR block. */
    public static Cid of(byte[] block) {
        return of(Codec.DAG_CBOR, block);
    }

    public static Cid of(Codec codec, byte[] block) {
        byte[] cid = new byte[LENGTH];
        cid[0] = VERSION;
        cid[1] = codec.code;
        cid[2] = SHA_256;
        cid[3] = Sha256.LENGTH;
        Sha256.into(cid, HEADER, block);
        return new Cid(cid);
    }

    /** @throws IllegalArgumentException for anything but the 36 bytes of a legal CID */
    public static Cid fromBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("not the length of a CIDv1 with SHA-256");
        }
        return fromBytes(bytes, 0);
    }

    /**
     * The CID that stands in the array from this place on.
     *
     * @throws IllegalArgumentException when the next 36 bytes are no legal CID
     */
    public static Cid fromBytes(byte[] bytes, int at) {
        if (at > bytes.length - LENGTH
                || bytes[at] != VERSION
                || bytes[at + 2] != SHA_256
                || bytes[at + 3] != Sha256.LENGTH) {
            throw new IllegalArgumentException("not a CIDv1 with SHA-256");
        }
        if (bytes[at + 1] != Codec.DAG_CBOR.code && bytes[at + 1] != Codec.RAW.code) {
            throw new IllegalArgumentException("neither a DAG-CBOR nor a raw CID");
        }
        return new Cid(Arrays.copyOfRange(bytes, at, at + LENGTH));
    }

    /**
     * Reads the text form: multibase {@code b}, base 32.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Cid parse(String text) {
        if (text.length() != 59 || text.charAt(0) != 'b') {
            throw new IllegalArgumentException("not a CID in base 32");
        }
        return fromBytes(Base32.decode(text.substring(1)));
    }

    public Codec codec() {
        return bytes[1] == Codec.RAW.code ? Codec.RAW : Codec.DAG_CBOR;
    }

    /** A copy of the 36 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the 36 bytes into the target, from this place on. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, LENGTH);
    }

    /** Whether the block has this address. */
    public boolean matches(byte[] block) {
        return Arrays.equals(Sha256.of(block), 0, Sha256.LENGTH, bytes, HEADER, LENGTH);
    }

    /** By bytes, unsigned. */
    @Override
    public int compareTo(Cid other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cid cid && Arrays.equals(bytes, cid.bytes);
    }

    @Override
    public int hashCode() {
        // the hash's own bytes are as good as any mixing of them
        return (bytes[4] << 24) | ((bytes[5] & 0xff) << 16) | ((bytes[6] & 0xff) << 8) | (bytes[7] & 0xff);
    }

    @Override
    public String toString() {
        return "b" + Base32.encode(bytes);
    }
}
