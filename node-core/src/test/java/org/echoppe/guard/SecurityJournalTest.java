package org.echoppe.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecurityJournalTest {
    private final AdjustableClock clock = new AdjustableClock();
    private final List<SecurityEvent> kept = new ArrayList<>();
    private final SecurityJournal journal = new SecurityJournal(
            new SecuritySink() {
                @Override
                public void append(List<SecurityEvent> events) {
                    kept.addAll(events);
                }

                @Override
                public List<SecurityEvent> latest(int count) {
                    return kept.reversed().stream().limit(count).toList();
                }
            },
            clock);

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void aLineSaysWhoWhatAndWhy() {
        journal.record(SecurityKind.REPOSITORY_REFUSED, "did:key:zDn", "PUT full.car", "wrong hash");
        assertThat(journal.latest(5))
                .containsExactly(new SecurityEvent(
                        clock.instant(), SecurityKind.REPOSITORY_REFUSED, "did:key:zDn", "PUT full.car", "wrong hash"));
        assertThat(journal.latest(5).getFirst().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void theSameLineIsWrittenOnceAMinuteAndCounted() {
        for (int i = 0; i < 38; i++) {
            journal.record(SecurityKind.CALLER_BLOCKED, "203.0.113.0/24", "GET /", "blocked");
        }
        assertThat(journal.latest(99)).hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        journal.record(SecurityKind.CALLER_BLOCKED, "203.0.113.0/24", "GET /", "blocked");
        assertThat(journal.latest(1).getFirst().why()).isEqualTo("blocked (+37)");
    }

    @Test
    void aFloodOfDifferentLinesIsBoundedAndHidesNoOtherKind() {
        for (int i = 0; i < 5_000; i++) {
            journal.record(SecurityKind.CERTIFICATE_REFUSED, "did " + i, "handshake", "not P-256");
        }
        journal.record(SecurityKind.FORK_SEEN, "did", "commit", "two heads");
        assertThat(journal.latest(9_999)).hasSize(SecurityJournal.LINES_A_MINUTE + 1);
        assertThat(journal.latest(1).getFirst().kind()).isEqualTo(SecurityKind.FORK_SEEN);
    }

    @Test
    void oneCallerCannotUseUpTheLinesOfAKind() {
        for (int i = 0; i < 500; i++) {
            journal.record(SecurityKind.REQUEST_REFUSED, "203.0.113.0/24", "GET /" + i, "no such page");
        }
        journal.record(SecurityKind.REQUEST_REFUSED, "198.51.100.0/24", "GET /admin", "no such page");
        assertThat(journal.latest(99)).hasSize(SecurityJournal.LINES_OF_ONE + 1);
        assertThat(journal.latest(1).getFirst().what()).isEqualTo("GET /admin");
    }

    @Test
    void whatThereWasNoBudgetForIsCountedInOneLineAMinute() {
        for (int i = 0; i < 100; i++) {
            journal.record(SecurityKind.REQUEST_REFUSED, "203.0.113.0/24", "GET /" + i, "no such page");
        }
        assertThat(journal.latest(99)).hasSize(SecurityJournal.LINES_OF_ONE);
        clock.pass(Duration.ofMinutes(1));
        assertThat(journal.latest(1).getFirst().why()).isEqualTo("90 more of this kind left out");
        // not noted as written: it is told when it comes again
        journal.record(SecurityKind.REQUEST_REFUSED, "203.0.113.0/24", "GET /99", "no such page");
        assertThat(journal.latest(1).getFirst().what()).isEqualTo("GET /99");
    }

    @Test
    void aClockThatIsSetBackSilencesNothing() {
        journal.record(SecurityKind.CALLER_BLOCKED, "203.0.113.0/24", "GET /", "blocked");
        clock.pass(Duration.ofDays(-2));
        journal.record(SecurityKind.CALLER_BLOCKED, "203.0.113.0/24", "GET /", "blocked");
        assertThat(journal.latest(9)).hasSize(2);
    }

    @Test
    void aStrangersTextNeitherGrowsNorPretendsToBeAnotherLine() {
        journal.record(SecurityKind.RECORD_REFUSED, "who\nALARM", "x".repeat(5_000), "why");
        var line = journal.latest(1).getFirst();
        assertThat(line.who()).isEqualTo("who ALARM");
        assertThat(line.what()).hasSize(301);
    }
}
