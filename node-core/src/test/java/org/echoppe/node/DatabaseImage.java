package org.echoppe.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/** The database of a closed home as H2 itself reads it: every page, in use or not, without the encryption of the file. */
final class DatabaseImage {
    private DatabaseImage() {}

    static byte[] of(Path home) throws IOException {
        var random = new SecureRandom();
        try (var identity = Identity.openOrCreate(
                        home, Passphrase.of(Map.of(), home, random), Clock.systemUTC(), random, true);
                var file = FileChannel.open(home.resolve("node.mv.db"));
                var plain = new FileEncrypt("node.mv.db", key(identity.databaseKey()), file)) {
            var image = ByteBuffer.allocate((int) plain.size());
            while (image.hasRemaining() && plain.read(image, image.position()) > 0) {
                // one block after the other
            }
            return image.array();
        }
    }

    /** As H2 makes it of the file's password. */
    private static byte[] key(byte[] databaseKey) {
        return FilePathEncrypt.getPasswordBytes(
                HexFormat.of().formatHex(databaseKey).toCharArray());
    }
}
