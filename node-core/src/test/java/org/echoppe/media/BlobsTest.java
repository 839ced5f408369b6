package org.echoppe.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.echoppe.domain.Cid;
import org.echoppe.guard.AdjustableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
    @TempDir
    Path directory;

    private final AdjustableClock clock = new AdjustableClock();

    @Test
    void aPictureIsFoundUnderTheCidItsBytesGive() {
        var blobs = new Blobs(directory, clock);
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
        var blobs = new Blobs(directory, room, room, 0, clock);
        assertThat(blobs.putForStranger(filled(1, picture))).isTrue();
        assertThat(blobs.putForStranger(filled(2, picture))).isTrue();
        assertThat(blobs.putForStranger(filled(3, picture))).isTrue();
        assertThat(blobs.hasRoomForStrangers()).isFalse();
        assertThat(blobs.putForStranger(filled(4, picture))).isFalse();
        assertThat(blobs.putForStranger(filled(3, picture))).as("held already").isTrue();
        assertThat(blobs.get(Cid.of(Cid.Codec.RAW, filled(3, picture)))).isPresent();
        assertThat(blobs.has(blobs.put(filled(5, picture)))).as("one's own").isTrue();
        assertThat(new Blobs(directory, room, room, 0, clock).hasRoomForStrangers())
                .as("counted again by the next start")
                .isFalse();
        assertThat(new Blobs(directory, room, 2 * room, Long.MAX_VALUE, clock).hasRoomForStrangers())
                .as("on a disk that is nearly full")
                .isFalse();
    }

    @Test
    void whatNobodyLookedAtLatelyMakesPlaceForAnotherStranger() {
        int picture = 500_000;
        var blobs = new Blobs(directory, 4L * Blobs.MAX_LENGTH, 2L * Blobs.MAX_LENGTH, 0, clock);
        var own = blobs.put(filled(9, picture));
        for (int i = 1; i <= 3; i++) {
            assertThat(blobs.putForStranger(filled(i, picture))).isTrue();
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(blobs.hasRoomForStrangers()).as("all are of today").isFalse();
        clock.pass(Duration.ofDays(2));
        assertThat(blobs.get(raw(1, picture))).as("is looked at").isPresent();
        assertThat(blobs.putForStranger(filled(4, picture))).isTrue();
        assertThat(blobs.has(raw(1, picture))).isTrue();
        assertThat(blobs.has(raw(2, picture))).isFalse();
        assertThat(blobs.has(raw(4, picture))).isTrue();
        assertThat(blobs.has(own)).isTrue();

        blobs.keep(raw(1, picture));
        clock.pass(Duration.ofDays(30));
        for (int i = 10; i < 20; i++) {
            assertThat(blobs.putForStranger(filled(i, picture))).isTrue();
            clock.pass(Duration.ofDays(2));
        }
        assertThat(blobs.has(raw(1, picture))).as("its shop is followed").isTrue();
        assertThat(blobs.has(raw(10, picture))).isFalse();
    }

    @Test
    void thereIsRoomBeforeTheFirstPictureMadeTheFolder() {
        var blobs = new Blobs(directory.resolve("home/blobs"), Blobs.FOLLOWED_ROOM, Blobs.STRANGERS_ROOM, 1, clock);
        assertThat(blobs.hasRoomForStrangers()).isTrue();
        assertThat(blobs.putForStranger(filled(1, 100))).isTrue();
        assertThat(blobs.has(raw(1, 100))).isTrue();
    }

    @Test
    void shopsThatAreFollowedHaveARoomToo() {
        int picture = 500_000;
        var blobs = new Blobs(directory, 2L * Blobs.MAX_LENGTH, 2L * Blobs.MAX_LENGTH, 0, clock);
        var own = blobs.put(filled(9, picture));
        for (int i = 1; i <= 3; i++) {
            assertThat(blobs.putForFollowed(filled(i, picture))).isTrue();
        }
        clock.pass(Duration.ofDays(2));
        assertThat(blobs.putForFollowed(filled(4, picture)))
                .as("all are of this month")
                .isFalse();
        assertThat(blobs.putForStranger(filled(5, picture))).isTrue();
        blobs.keep(raw(5, picture));
        assertThat(blobs.has(raw(5, picture))).as("stays a stranger’s").isTrue();
        clock.pass(Duration.ofDays(29));
        assertThat(blobs.get(raw(2, picture))).isPresent();
        assertThat(blobs.putForFollowed(filled(4, picture))).isTrue();
        assertThat(blobs.has(raw(1, picture))).isFalse();
        assertThat(blobs.has(raw(2, picture))).as("was looked at").isTrue();
        assertThat(blobs.has(own)).as("one's own").isTrue();
        assertThat(blobs.putForFollowed(filled(9, picture)))
                .as("is here already")
                .isTrue();
    }

    @Test
    void whatAllPicturesTakeIsCountedAnewWhenSomeCameAndNotAllTheTime() {
        var blobs = new Blobs(directory, 2L * Blobs.MAX_LENGTH, 2L * Blobs.MAX_LENGTH, 0, clock);
        assertThat(blobs.size()).isZero();
        blobs.put(filled(1, 500_000));
        blobs.putForStranger(filled(2, 300_000));
        blobs.putForFollowed(filled(3, 200_000));
        assertThat(blobs.size())
                .as("a walk over all files is not for every second")
                .isZero();
        clock.pass(Duration.ofMinutes(1));
        assertThat(blobs.size()).isBetween(1_000_000L, 1_015_000L);
    }

    @Test
    void whatAllTakeIsKnownWhateverComesAndGoes() throws IOException {
        int picture = 500_000;
        var blobs = new Blobs(directory, 2L * Blobs.MAX_LENGTH, 2L * Blobs.MAX_LENGTH, 0, clock);
        for (int i = 1; i <= 3; i++) {
            assertThat(blobs.putForStranger(filled(i, picture))).isTrue();
        }
        clock.pass(Duration.ofDays(2));
        assertThat(blobs.putForStranger(filled(4, picture))).as("one goes").isTrue();
        blobs.keep(raw(4, picture));
        clock.pass(Duration.ofMinutes(1));
        assertThat(blobs.size()).isEqualTo(onDisk());
        Files.write(file(raw(4, picture)), filled(0, picture));
        assertThat(blobs.get(raw(4, picture))).as("damaged").isEmpty();
        assertThat(blobs.putForStranger(filled(5, picture))).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(blobs.size()).isEqualTo(onDisk());
    }

    private long onDisk() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> Math.ceilDiv(file.toFile().length(), 4096L) * 4096)
                    .sum();
        }
    }

    @Test
    void whatIsLookedAtInAnotherSizeStaysAndIsNotNotedEachTime() throws IOException {
        int picture = 500_000;
        var blobs = new Blobs(directory, 4L * Blobs.MAX_LENGTH, 2L * Blobs.MAX_LENGTH, 0, clock);
        for (int i = 1; i <= 3; i++) {
            assertThat(blobs.putForStranger(filled(i, picture))).isTrue();
        }
        clock.pass(Duration.ofDays(2));
        blobs.used(raw(1, picture));
        blobs.used(raw(7, picture));
        var noted = Files.getLastModifiedTime(file(raw(1, picture)));
        assertThat(noted.toInstant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
        clock.pass(Duration.ofMinutes(59));
        blobs.used(raw(1, picture));
        assertThat(Files.getLastModifiedTime(file(raw(1, picture)))).isEqualTo(noted);
        assertThat(blobs.has(raw(7, picture))).isFalse();
        assertThat(blobs.putForStranger(filled(4, picture))).isTrue();
        assertThat(blobs.has(raw(1, picture))).isTrue();
        assertThat(blobs.has(raw(2, picture))).isFalse();
    }

    private Path file(Cid cid) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(each -> each.endsWith(cid.toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Cid raw(int with, int length) {
        return Cid.of(Cid.Codec.RAW, filled(with, length));
    }

    private static byte[] filled(int with, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    @Test
    void aDamagedFileIsNotServed() throws IOException {
        var blobs = new Blobs(directory, clock);
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
        assertThat(new Blobs(directory, clock).get(Cid.of(new byte[] {1}))).isEmpty();
    }

    @Test
    void aPictureOverOneMebibyteIsRefused() {
        assertThatThrownBy(() -> new Blobs(directory, clock).put(new byte[Blobs.MAX_LENGTH + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
