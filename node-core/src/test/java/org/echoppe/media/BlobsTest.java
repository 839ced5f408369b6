package org.echoppe.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.echoppe.domain.Cid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
    @TempDir
    Path directory;

    @Test
    void aPictureIsFoundUnderTheCidItsBytesGive() {
        var blobs = new Blobs(directory);
        var cid = blobs.put("hello\n".getBytes(UTF_8));
        // what `ipfs add --cid-version=1 --raw-leaves` says of the same six bytes
        assertThat(cid).hasToString("bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am");
        assertThat(blobs.get(cid))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("hello\n"));
    }

    @Test
    void strangersHaveARoomThatOnlyTheyFill() {
        int picture = 500_000;
        long room = 2L * Blobs.MAX_LENGTH;
        var blobs = new Blobs(directory, room, 0);
        assertThat(blobs.putForStranger(filled(1, picture))).isTrue();
        assertThat(blobs.putForStranger(filled(2, picture))).isTrue();
        assertThat(blobs.putForStranger(filled(3, picture))).isTrue();
        assertThat(blobs.hasRoomForStrangers()).isFalse();
        assertThat(blobs.putForStranger(filled(4, picture))).isFalse();
        assertThat(blobs.putForStranger(filled(3, picture))).as("held already").isTrue();
        assertThat(blobs.get(Cid.of(Cid.Codec.RAW, filled(3, picture)))).isPresent();
        assertThat(blobs.has(blobs.put(filled(5, picture)))).as("one's own").isTrue();
        assertThat(new Blobs(directory, room, 0).hasRoomForStrangers())
                .as("counted again by the next start")
                .isFalse();
        assertThat(new Blobs(directory, 2 * room, Long.MAX_VALUE).hasRoomForStrangers())
                .as("on a disk that is nearly full")
                .isFalse();
    }

    private static byte[] filled(int with, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    @Test
    void aDamagedFileIsNotServed() throws IOException {
        var blobs = new Blobs(directory);
        var cid = blobs.put("a picture".getBytes(UTF_8));
        try (var files = Files.walk(directory)) {
            Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "another");
        }
        assertThat(blobs.get(cid)).isEmpty();
        assertThat(blobs.has(cid)).isFalse();
        blobs.put("a picture".getBytes(UTF_8));
        assertThat(blobs.get(cid)).isPresent();
    }

    @Test
    void aBlockOfARepositoryIsNoPicture() {
        assertThat(new Blobs(directory).get(Cid.of(new byte[] {1}))).isEmpty();
    }

    @Test
    void aPictureOverOneMebibyteIsRefused() {
        assertThatThrownBy(() -> new Blobs(directory).put(new byte[Blobs.MAX_LENGTH + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
