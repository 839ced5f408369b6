package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echoppe.store.disk.DiskEvent;
import org.echoppe.store.disk.DiskLog;
import org.echoppe.store.disk.RecordingDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedFileTest {
    private static final int BLOCK = 4_096;
    private static final long HEAD = BLOCK;
    private static final long FIRST = 3 * BLOCK;

    @TempDir
    Path home;

    private OrderedFile file;

    @BeforeEach
    void open() throws IOException {
        file = new OrderedFile(new RecordingDisk(DiskLog.of(home)).open(home.resolve("file")), _ -> {});
    }

    @AfterEach
    void close() throws IOException {
        file.close();
        DiskLog.forget(home);
    }

    @Test
    void aChunkEndsWhenAllBeforeItsEndIsOnTheDisk() throws IOException {
        write(FIRST, 2 * BLOCK);
        assertThat(told()).containsExactly("write 12288", "force", "write 19968");
        var read = ByteBuffer.allocate(2 * BLOCK);
        file.read(read, FIRST);
        assertThat(read.array()).containsOnly(1);
    }

    /** The encryption takes such a file for one that ends a block before, where the end of a chunk is that counts. */
    @Test
    void noChunkThatIsCutShortLeavesHalfABlockAtTheEndOfTheFile() throws IOException {
        write(FIRST, BLOCK);
        write(FIRST + BLOCK, 3 * BLOCK);
        long size = 0;
        for (var event : DiskLog.of(home).events()) {
            if (event instanceof DiskEvent.Write(String _, long offset, byte[] bytes)) {
                size = Math.max(size, offset + bytes.length);
                assertThat(size % BLOCK).isZero();
            }
        }
        assertThat(size).isEqualTo(FIRST + 4 * BLOCK);
    }

    @Test
    void theHeadNamesAChunkThatIsOnTheDisk() throws IOException {
        write(FIRST, BLOCK);
        write(HEAD, 2 * BLOCK);
        assertThat(told()).containsExactly("write 12288", "force", "write 15872", "force", "write 4096");
    }

    @Test
    void roomIsUsedAgainWhenTheHeadOnTheDiskNamesWhoCanDoWithoutIt() throws IOException {
        write(FIRST, BLOCK);
        write(FIRST + BLOCK, BLOCK);
        write(HEAD, 2 * BLOCK);
        int before = told().size();
        write(FIRST, BLOCK);
        assertThat(told().subList(before, told().size()))
                .containsExactly("force", "write 12288", "force", "write 15872");
    }

    /** A program that is killed leaves writes that the disk was not told to force. */
    @Test
    void whatWasThereWhenItWasOpenedIsOnTheDiskBeforeAnythingOverwritesIt() throws IOException {
        write(FIRST, BLOCK);
        file.close();
        open();
        write(FIRST, BLOCK);
        assertThat(told())
                .containsExactly("write 12288", "force", "write 15872", "force", "write 12288", "force", "write 15872");
    }

    /** Nothing is lost by it, and it is what costs. */
    @Test
    void whatIsWrittenAtTheEndOfTheFileWaitsForNothing() throws IOException {
        write(FIRST, BLOCK);
        write(FIRST + BLOCK, BLOCK);
        assertThat(told())
                .containsExactly("write 12288", "force", "write 15872", "write 16384", "force", "write 19968");
    }

    private void write(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 1);
        assertThat(file.write(ByteBuffer.wrap(bytes), position)).isEqualTo(length);
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        for (var event : DiskLog.of(home).events()) {
            switch (event) {
                case DiskEvent.Write write -> told.add("write " + write.offset());
                case DiskEvent.Force _ -> told.add("force");
                default -> {}
            }
        }
        return told;
    }
}
