package org.echoppe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/** One program at a time in a home. Its file also remembers that a database was made there. */
public final class HomeLock implements AutoCloseable {
    private static final byte[] MADE = {'1'};

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Rejected HOME_IN_USE, also when it is this very process that uses it; FILE_UNWRITABLE */
    public static HomeLock take(Path home) {
        FileChannel channel = null;
        try {
            Files.createDirectories(home);
            channel = FileChannel.open(
                    home.resolve("node.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new HomeLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // this process itself: the same answer
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, home.resolve("node.lock"));
        }
        closeQuietly(channel);
        throw Rejected.because(Fault.HOME_IN_USE, home);
    }

    /** Whether a database was once made durable in this home: one without tables is then a damaged one. */
    boolean databaseWasMade() {
        try {
            return channel.size() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void databaseIsMade() {
        try {
            channel.write(ByteBuffer.wrap(MADE), 0);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
