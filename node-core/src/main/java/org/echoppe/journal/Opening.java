package org.echoppe.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.jspecify.annotations.Nullable;

/** Reads a journal from its first entry to its last. Only what was never acknowledged is cut off; nothing else is changed. */
final class Opening {
    private final JournalFiles files;
    private final Did owner;
    private final JournalMark applied;
    private final Chain chain = new Chain();
    private byte @Nullable [] salt;
    private int lastFile;
    private long end;
    private long cut;

    Opening(JournalFiles files, Did owner, JournalMark applied) {
        this.files = files;
        this.owner = owner;
        this.applied = applied;
    }

    Chain chain() {
        return chain;
    }

    /** Null for a journal that has no file yet. */
    byte @Nullable [] salt() {
        return salt;
    }

    /** Number of the file to write on; 0 for none. */
    int lastFile() {
        return lastFile;
    }

    /** Where to write on in it. */
    long end() {
        return end;
    }

    /** Bytes that were cut off. */
    long cut() {
        return cut;
    }

    void run() throws IOException, JournalBroken {
        List<Integer> numbers = files.numbers();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != i + 1) {
                throw damaged("file " + (i + 1) + " is missing");
            }
            try (var file = files.disk().open(files.file(i + 1))) {
                read(i + 1, file, i == numbers.size() - 1);
            }
        }
        files.forceNames();
        if (chain.sequence() < applied.sequence()) {
            throw new JournalBroken(Fault.JOURNAL_SHORT, chain.sequence() + 1, "the tables know " + applied);
        }
    }

    private void read(int number, FileChannel file, boolean last) throws IOException, JournalBroken {
        var header = FileHeader.read(file);
        byte[] known = salt;
        if (header == null && last && isNeverUsed(file, known)) {
            // made, and the power went before it was ready
            cut += file.size();
            files.disk().delete(files.file(number));
            files.forceNames();
            return;
        }
        if (header == null
                || header.first() != chain.sequence() + 1
                || !Arrays.equals(header.previous(), chain.hash())
                || (known != null && !Arrays.equals(known, header.salt()))) {
            throw damaged("file " + number + " does not continue the one before it");
        }
        salt = header.salt();
        lastFile = number;
        end = FileHeader.LENGTH;
        readEntries(number, file, last, header);
    }

    private void readEntries(int number, FileChannel file, boolean last, FileHeader header)
            throws IOException, JournalBroken {
        var reader = new EntryReader(file, header.salt(), end, chain.hash(), chain.sequence() + 1);
        var batch = new Batch();
        long begins = end;
        for (var entry = reader.next(); entry != null; entry = reader.next()) {
            check(entry);
            batch.add(entry, begins);
            begins = reader.position();
            if (entry.header().endsBatch()) {
                batch.into(chain, number);
                end = begins;
            }
        }
        if (end < file.size()) {
            cutOff(file, last, header.salt());
        }
        file.force(true);
    }

    /** A batch counts when all of it is there: what was decided together is there together. */
    private static final class Batch {
        private final List<JournalEntry> entries = new ArrayList<>();
        private final List<Long> offsets = new ArrayList<>();

        void add(JournalEntry entry, long offset) {
            // its hash and its place are all that is needed
            entries.add(new JournalEntry(entry.header(), new byte[0], new byte[0], entry.hash()));
            offsets.add(offset);
        }

        void into(Chain chain, int file) {
            for (int i = 0; i < entries.size(); i++) {
                chain.add(entries.get(i), file, offsets.get(i));
            }
            entries.clear();
            offsets.clear();
        }
    }

    private void check(JournalEntry entry) throws JournalBroken {
        if (entry.sequence() == 1
                && (entry.kind() != Journal.OPENED || !owner.value().equals(new String(entry.open(), UTF_8)))) {
            throw new JournalBroken(Fault.JOURNAL_OF_ANOTHER, 1, "not the journal of " + owner);
        }
        if (entry.sequence() == applied.sequence() && !entry.mark().equals(applied)) {
            throw new JournalBroken(Fault.JOURNAL_OF_ANOTHER, entry.sequence(), "the tables know " + applied);
        }
    }

    private void cutOff(FileChannel file, boolean last, byte[] salt) throws IOException, JournalBroken {
        boolean acknowledged = chain.sequence() < applied.sequence()
                || !last
                || Wreckage.holdsLaterBatch(file, end, salt, chain.sequence() + 1);
        if (acknowledged) {
            throw damaged("it is not what was written");
        }
        cut += file.size() - end;
        file.truncate(end);
    }

    /** Without a header: nothing is written before that is on the disk. */
    private boolean isNeverUsed(FileChannel file, byte @Nullable [] known) throws IOException {
        return chain.sequence() >= applied.sequence()
                && (known == null
                        ? file.size() <= FileHeader.LENGTH
                        : !Wreckage.holdsLaterBatch(file, 0, known, chain.sequence()));
    }

    private JournalBroken damaged(String why) {
        return new JournalBroken(Fault.JOURNAL_DAMAGED, chain.sequence() + 1, why);
    }
}
