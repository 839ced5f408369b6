package org.echoppe.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain itself: what was appended is read back, and whatever changes it afterwards is found. */
class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long SMALL_FILES = 2_000;

    private final Did owner = new TestSigner().did();

    @TempDir
    Path folder;

    @Test
    void whatIsAppendedIsReadBackAfterOpeningAgain() throws Exception {
        var written = new ArrayList<JournalEntry>();
        try (var journal = open(JournalMark.NOTHING)) {
            assertThat(journal.mark().sequence()).isEqualTo(1);
            fill(journal, 300, written);
        }
        assertThat(files()).hasSizeGreaterThan(5);
        try (var journal = open(written.getLast().mark())) {
            var read = new ArrayList<String>();
            journal.forEach(2, entry -> read.add(text(entry)));
            assertThat(read).isEqualTo(written.stream().map(JournalTest::text).toList());
            for (long i : List.of(2L, 63L, 64L, 65L, 150L, 301L)) {
                assertThat(journal.entry(i).map(JournalEntry::mark))
                        .contains(written.get((int) i - 2).mark());
            }
            assertThat(journal.entry(302)).isEmpty();
            assertThat(journal.cut()).isZero();
            fill(journal, 3, written);
            assertThat(journal.mark()).isEqualTo(written.getLast().mark());
        }
    }

    @Test
    void twoJournalsDifferFromTheFirstEntryOn() throws Exception {
        JournalMark first;
        try (var journal = open(JournalMark.NOTHING)) {
            first = journal.mark();
        }
        var other = new TestSigner().did();
        assertThatThrownBy(() -> Journal.open(folder, other, first, JournalDisk.REAL, CLOCK, new SecureRandom()))
                .isInstanceOfSatisfying(
                        JournalBroken.class,
                        broken -> assertThat(broken.problem().fault()).isEqualTo(Fault.JOURNAL_OF_ANOTHER));
    }

    /** Every single bit counts, wherever it is. */
    @Test
    void aBitThatFlipsInWhatWasAcknowledgedIsFoundWithItsEntry() throws Exception {
        var written = new ArrayList<JournalEntry>();
        try (var journal = open(JournalMark.NOTHING)) {
            fill(journal, 60, written);
        }
        var end = written.getLast().mark();
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            var file = files().get(random.nextInt(files().size()));
            byte[] bytes = Files.readAllBytes(file);
            byte[] bad = bytes.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            assertThatThrownBy(() -> open(end))
                    .as("bit %d", i)
                    .isInstanceOfSatisfying(
                            JournalBroken.class,
                            broken -> assertThat(broken.entry()).isBetween(1L, end.sequence()));
            assertThat(files()).allSatisfy(left -> assertThat(left).exists());
            assertThat(Files.readAllBytes(file)).as("nothing was repaired").isEqualTo(bad);
            Files.write(file, bytes);
        }
        open(end).close();
    }

    /** Also where the tables know nothing: a later batch was begun only when this one was on the disk. */
    @Test
    void aBreakBeforeALaterBatchIsNotTakenForATornEnd() throws Exception {
        var written = new ArrayList<JournalEntry>();
        try (var journal =
                Journal.open(folder, owner, JournalMark.NOTHING, JournalDisk.REAL, CLOCK, new SecureRandom())) {
            fill(journal, 40, written);
        }
        byte[] bytes = Files.readAllBytes(files().getFirst());
        bytes[bytes.length / 2] ^= 1;
        Files.write(files().getFirst(), bytes);
        assertThatThrownBy(() -> open(JournalMark.NOTHING)).isInstanceOf(JournalBroken.class);
    }

    @Test
    void anEndThatIsMissingIsFoundWhenTheTablesKnowMore() throws Exception {
        var written = new ArrayList<JournalEntry>();
        try (var journal = open(JournalMark.NOTHING)) {
            fill(journal, 60, written);
        }
        Files.delete(files().getLast());
        assertThatThrownBy(() -> open(written.getLast().mark()))
                .isInstanceOfSatisfying(
                        JournalBroken.class,
                        broken -> assertThat(broken.problem().fault()).isEqualTo(Fault.JOURNAL_SHORT));
        Files.delete(files().get(1));
        assertThatThrownBy(() -> open(JournalMark.NOTHING)).isInstanceOf(JournalBroken.class);
    }

    /** Every length that a power cut may leave of the last batch. */
    @Test
    void aTornEndIsCutOffAndSaid() throws Exception {
        JournalMark before;
        try (var journal =
                Journal.open(folder, owner, JournalMark.NOTHING, JournalDisk.REAL, CLOCK, new SecureRandom())) {
            before = fill(journal, 5, new ArrayList<>());
            int whole = Files.readAllBytes(files().getFirst()).length;
            journal.append(batch(3), null);
            byte[] bytes = Files.readAllBytes(files().getFirst());
            for (int length = whole + 1; length < bytes.length; length += 7) {
                Files.write(files().getFirst(), Arrays.copyOf(bytes, length));
                try (var opened = open(before)) {
                    assertThat(opened.mark()).isEqualTo(before);
                    assertThat(opened.cut()).isEqualTo(length - whole);
                }
                assertThat(files().getFirst()).hasSize(whole);
            }
            // the first sectors are missing, the end is there
            byte[] holed = bytes.clone();
            Arrays.fill(holed, whole, whole + 60, (byte) 0);
            Files.write(files().getFirst(), holed);
        }
        try (var opened = open(before)) {
            assertThat(opened.mark()).isEqualTo(before);
            fill(opened, 2, new ArrayList<>());
        }
    }

    @Test
    void aFileThatWasJustBegunIsBegunAgain() throws Exception {
        JournalMark end;
        try (var journal = open(JournalMark.NOTHING)) {
            end = fill(journal, 60, new ArrayList<>());
        }
        int count = files().size();
        Files.write(folder.resolve("%08d.journal".formatted(count + 1)), new byte[30]);
        try (var journal = open(end)) {
            assertThat(files()).hasSize(count);
            fill(journal, 60, new ArrayList<>());
        }
    }

    @Test
    void afterAFailedForceNothingIsAcknowledgedAnyMore() throws Exception {
        var disk = new SickDisk();
        JournalMark end;
        try (var journal = Journal.open(folder, owner, JournalMark.NOTHING, disk, CLOCK, new SecureRandom())) {
            end = fill(journal, 3, new ArrayList<>());
            disk.failsForce = true;
            assertFault(Fault.JOURNAL_STOPPED, () -> journal.append(batch(1), null));
            disk.failsForce = false;
            assertFault(Fault.JOURNAL_STOPPED, () -> journal.append(batch(1), null));
            assertThat(journal.mark()).isEqualTo(end);
        }
        try (var journal = open(end)) {
            assertThat(journal.mark()).isEqualTo(end);
        }
    }

    @Test
    void aFullDiskLeavesTheChainWholeAndTakesMoreOnceThereIsRoom() throws Exception {
        var disk = new SickDisk();
        JournalMark end;
        try (var journal = Journal.open(folder, owner, JournalMark.NOTHING, disk, CLOCK, new SecureRandom())) {
            fill(journal, 3, new ArrayList<>());
            disk.full = true;
            assertFault(Fault.JOURNAL_UNWRITABLE, () -> journal.append(batch(2), null));
            disk.full = false;
            end = fill(journal, 3, new ArrayList<>());
        }
        try (var journal = open(end)) {
            assertThat(journal.mark()).isEqualTo(end);
            assertThat(journal.cut()).isZero();
        }
    }

    @Test
    void anEntryThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> NewEntry.open(1, NOW, new byte[NewEntry.MOST_BYTES]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A real disk that can be told to fail: half of what is to be written arrives. */
    private static final class SickDisk implements JournalDisk {
        private boolean failsForce;
        private boolean full;

        @Override
        public FileChannel open(Path file) throws IOException {
            return new SickFile(JournalDisk.REAL.open(file), () -> failsForce, () -> full);
        }

        @Override
        public void delete(Path file) throws IOException {
            JournalDisk.REAL.delete(file);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            JournalDisk.REAL.forceFolder(folder);
        }
    }

    private Journal open(JournalMark applied) throws JournalBroken {
        return Journal.open(folder, owner, applied, JournalDisk.REAL, CLOCK, new SecureRandom(), SMALL_FILES);
    }

    /** Appends in batches of one to three. */
    private static JournalMark fill(Journal journal, int entries, List<JournalEntry> written) {
        for (int left = entries; left > 0; ) {
            int count = Math.min(left, 1 + left % 3);
            written.addAll(journal.append(batch(count), null));
            left -= count;
        }
        return journal.mark();
    }

    private static List<NewEntry> batch(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NewEntry.open(7, NOW, ("entry of a batch of " + count + ", " + i).getBytes(UTF_8)))
                .toList();
    }

    private static String text(JournalEntry entry) {
        return entry.sequence() + " " + new String(entry.open(), UTF_8) + " " + entry.mark();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void assertFault(Fault fault, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.problems().getFirst().fault())
                                .isEqualTo(fault));
    }
}
