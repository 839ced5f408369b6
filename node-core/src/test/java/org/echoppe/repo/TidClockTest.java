package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.echoppe.domain.Tid;
import org.junit.jupiter.api.Test;

class TidClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void itTellsTheTimeOfItsClock() {
        var tid = new TidClock(clock, 7, null).next();
        assertThat(tid.instant()).isEqualTo(NOON);
        assertThat(tid.clockId()).isEqualTo(7);
    }

    @Test
    void itNeverGoesBackNorStands() {
        var tids = new TidClock(clock, 1023, null);
        var last = tids.next();
        for (int i = 0; i < 1000; i++) {
            now.set(NOON.minusSeconds(i % 2 == 0 ? 3600 : 0));
            var next = tids.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void itGoesOnFromTheLastOfAnEarlierLife() {
        var last = Tid.of(NOON.plusSeconds(60).toEpochMilli() * 1000, 1023);
        assertThat(new TidClock(clock, 0, last).next()).isGreaterThan(last);
    }

    @Test
    void aClockBefore1970StillGivesTids() {
        now.set(Instant.EPOCH.minusSeconds(1));
        assertThat(new TidClock(clock, 0, null).next().micros()).isZero();
    }
}
