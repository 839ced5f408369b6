package org.echoppe.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is personal is read as long as its key is there, and by nobody once it is erased; the chain verifies either way. */
class OrderKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
    private static final byte[] WRAPPING = new byte[32];
    private static final String SECRET = "Amélie Durand, 3 rue des Lilas";

    private final Did owner = new TestSigner().did();

    @TempDir
    Path home;

    @Test
    void whatIsSealedIsReadUntilItIsErasedAndTheChainStays() throws Exception {
        JournalMark end;
        try (var journal = journal(JournalMark.NOTHING);
                var keys = keys(-1)) {
            note(journal, keys, keys.fresh());
            note(journal, keys, keys.fresh());
            end = note(journal, keys, 0);
            assertThat(read(journal, keys)).containsExactly(SECRET, SECRET, SECRET);
            keys.erase(0);
            assertThat(read(journal, keys)).containsExactly("ERASED", SECRET, "ERASED");
        }
        assertThat(Files.readString(
                        home.resolve("journal/00000001.journal"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Durand");
        try (var journal = journal(end);
                var keys = keys(journal.highestSlot())) {
            assertThat(journal.highestSlot()).isEqualTo(1);
            assertThat(read(journal, keys)).containsExactly("ERASED", SECRET, "ERASED");
            assertThat(keys.fresh()).as("never a slot that was used").isGreaterThan(1);
        }
    }

    @Test
    void anotherHomesKeysReadNothing() throws Exception {
        try (var journal = journal(JournalMark.NOTHING);
                var keys = keys(-1)) {
            note(journal, keys, keys.fresh());
            byte[] other = WRAPPING.clone();
            other[0] = 1;
            try (var foreign = OrderKeys.open(home.resolve("keys"), other, 0, JournalDisk.REAL, new SecureRandom())) {
                assertThat(foreign.open(journal.entry(2).orElseThrow())).isEqualTo(Personal.LOST);
            }
            // a key at another's place opens nothing either
            byte[] file = Files.readAllBytes(home.resolve("keys"));
            System.arraycopy(file, 4_096 + 64, file, 4_096, 64);
            Files.write(home.resolve("keys"), file);
            assertThat(keys.open(journal.entry(2).orElseThrow())).isEqualTo(Personal.LOST);
        }
    }

    @Test
    void whereTheFileWasLostWhatWasSealedIsLostAndWhatComesCanBeRead() throws Exception {
        try (var journal = journal(JournalMark.NOTHING)) {
            try (var keys = keys(-1)) {
                note(journal, keys, keys.fresh());
                note(journal, keys, keys.fresh());
                keys.erase(1);
            }
            Files.delete(home.resolve("keys"));
            try (var keys = keys(journal.highestSlot())) {
                assertThat(read(journal, keys)).containsExactly("LOST", "LOST");
                note(journal, keys, 0);
                note(journal, keys, keys.fresh());
                assertThat(read(journal, keys)).containsExactly("LOST", "LOST", SECRET, SECRET);
                keys.erase(0);
                assertThat(read(journal, keys)).containsExactly("ERASED", "LOST", "ERASED", SECRET);
                assertThatThrownBy(() -> note(journal, keys, 0)).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void noSlotIsGivenTwice() {
        var given = new HashSet<Long>();
        try (var keys = keys(-1)) {
            for (int i = 0; i < 3 * OrderKeys.BATCH; i++) {
                assertThat(given.add(keys.fresh())).isTrue();
            }
        }
        try (var keys = keys(given.size() - 1)) {
            assertThat(given.add(keys.fresh())).isTrue();
        }
    }

    private Journal journal(JournalMark applied) throws JournalBroken {
        return Journal.open(
                home.resolve("journal"),
                owner,
                applied,
                JournalDisk.REAL,
                Clock.fixed(NOW, java.time.ZoneOffset.UTC),
                new SecureRandom());
    }

    private OrderKeys keys(long highestSlot) {
        return OrderKeys.open(home.resolve("keys"), WRAPPING, highestSlot, JournalDisk.REAL, new SecureRandom());
    }

    private static JournalMark note(Journal journal, OrderKeys keys, long slot) {
        var entry = new NewEntry(9, NOW, slot, "an order".getBytes(UTF_8), SECRET.getBytes(UTF_8));
        return journal.append(List.of(entry), keys).getLast().mark();
    }

    private static List<String> read(Journal journal, OrderKeys keys) {
        var read = new ArrayList<String>();
        journal.forEach(
                2,
                entry -> read.add(
                        switch (keys.open(entry)) {
                            case Personal.Known(byte[] bytes) -> new String(bytes, UTF_8);
                            case Personal.Erased _ -> "ERASED";
                            case Personal.Lost _ -> "LOST";
                            case Personal.None _ -> "NONE";
                        }));
        return read;
    }
}
