package org.echoppe.orders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.echoppe.domain.Did;
import org.echoppe.journal.EntryHeader;
import org.echoppe.journal.Journal;
import org.echoppe.journal.JournalBroken;
import org.echoppe.journal.JournalDisk;
import org.echoppe.journal.JournalMark;
import org.echoppe.journal.OrderKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the journal and its keys are: {@code journal/} and {@code order.keys} in the home.
 *
 * @param wrapping 32 bytes that protect the keys
 */
public record LedgerFiles(Path home, Did owner, byte[] wrapping, JournalDisk disk, SecureRandom random, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFiles.class);

    public static final String JOURNAL = "journal";
    public static final String KEYS = "order.keys";

    Journal journal(JournalMark applied) throws JournalBroken {
        return Journal.open(home.resolve(JOURNAL), owner, applied, disk, clock, random);
    }

    OrderKeys keys(long highestSlot) {
        if (highestSlot != EntryHeader.NO_SLOT && !Files.exists(home.resolve(KEYS))) {
            LOG.error("{} is missing: what is personal in the orders so far can't be read", home.resolve(KEYS));
        }
        return OrderKeys.open(home.resolve(KEYS), wrapping, highestSlot, disk, random);
    }
}
