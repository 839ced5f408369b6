package org.echoppe.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** What every store test opens. */
final class TestHome {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private TestHome() {}

    static byte[] key() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return key;
    }

    static Database open(Path home) {
        return Database.open(home, key(), CLOCK);
    }
}
