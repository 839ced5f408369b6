package org.echoppe.domain;

/**
 * The name of a merchant or mirror on the wire: the did:key of its P-256 identity key. Nobody issues it, so nobody can take
 * it away. Only the form is checked here; whether the point lies on the curve is seen where the key is used.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/">did:key</a>
 */
public record Did(String value) implements Comparable<Did> {
    private static final String PREFIX = "did:key:z";
    /** Multicodec p256-pub (0x1200) as a varint. */
    private static final byte[] P256_PUB = {(byte) 0x80, 0x24};

    private static final int POINT_LENGTH = 33;

    /** @throws IllegalArgumentException when it is not the did:key of a compressed P-256 point in its one canonical form */
    public Did {
        if (!value.startsWith(PREFIX) || value.length() > 80) {
            throw new IllegalArgumentException("not a did:key");
        }
        byte[] key = Base58.decode(value.substring(PREFIX.length()));
        boolean p256 = key.length == P256_PUB.length + POINT_LENGTH
                && key[0] == P256_PUB[0]
                && key[1] == P256_PUB[1]
                && (key[2] == 2 || key[2] == 3);
        if (!p256) {
            throw new IllegalArgumentException("not the did:key of a P-256 key");
        }
    }

    /**
     * @param compressedPoint 33 bytes, SEC 1 §2.3.3
     * @throws IllegalArgumentException for another length or first byte
     */
    public static Did of(byte[] compressedPoint) {
        byte[] key = new byte[P256_PUB.length + compressedPoint.length];
        System.arraycopy(P256_PUB, 0, key, 0, P256_PUB.length);
        System.arraycopy(compressedPoint, 0, key, P256_PUB.length, compressedPoint.length);
        return new Did(PREFIX + Base58.encode(key));
    }

    /** The 33 bytes of the compressed point. */
    public byte[] compressedPoint() {
        byte[] key = Base58.decode(value.substring(PREFIX.length()));
        return java.util.Arrays.copyOfRange(key, P256_PUB.length, key.length);
    }

    @Override
    public int compareTo(Did other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
