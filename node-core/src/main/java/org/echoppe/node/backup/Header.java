package org.echoppe.node.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/**
 * What stands before the sealed part of a backup.
 *
 * @param did whose it is
 * @param identity the keystore, which the shop's passphrase opens
 * @param salt of the key that the rest is sealed under
 */
record Header(Did did, byte[] identity, byte[] salt) {
    static final int SALT = 32;
    private static final String NAME = "ECHOPPEBACKUP ";
    private static final byte[] MAGIC = (NAME + "1\n").getBytes(US_ASCII);
    private static final int MOST = 1 << 20;

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeUTF(did.value());
            out.writeInt(identity.length);
            out.write(identity);
            out.write(salt);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException when there is none
     * @throws Rejected BACKUP_TOO_NEW when a later program wrote it
     */
    static Header read(InputStream file) throws IOException {
        var in = new DataInputStream(file);
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            if (new String(magic, US_ASCII).startsWith(NAME)) {
                throw Rejected.because(Fault.BACKUP_TOO_NEW);
            }
            throw new IOException("not a backup");
        }
        try {
            var did = new Did(in.readUTF());
            int length = in.readInt();
            if (length < 0 || length > MOST) {
                throw new IOException("a keystore of " + length + " bytes");
            }
            byte[] identity = new byte[length];
            in.readFully(identity);
            byte[] salt = new byte[SALT];
            in.readFully(salt);
            return new Header(did, identity, salt);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }
}
