package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.echoppe.domain.Cid;
import org.echoppe.guard.RateLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it costs to have a picture made. */
class PictureRoutesTest {
    @TempDir
    private Path home;

    private FakeWeb web() {
        return new FakeWeb(home, new RateLimits(30, Duration.ofMinutes(1), FakeWeb.CLOCK), Set.of());
    }

    private static int status(FakeWeb web, Cid cid, int width) {
        return web.bytes(web.request("/media/" + cid + "/" + width)).statusCode();
    }

    @Test
    void aPictureCostsAsMuchAsAPageWhenItHasToBeUnpackedAndLittleAfterwards() {
        try (var web = web()) {
            var cid = web.market.cover(1).blob().ref();
            assertThat(status(web, cid, 160)).isEqualTo(200);
            for (int i = 0; i < 10; i++) {
                assertThat(status(web, cid, 160)).isEqualTo(200);
            }
            assertThat(status(web, web.market.cover(2).blob().ref(), 160))
                    .as("ten left")
                    .isEqualTo(200);
            assertThat(status(web, web.market.cover(3).blob().ref(), 160)).isEqualTo(429);
        }
    }

    @Test
    void whatIsNoPictureIsTriedOnceAWhile() {
        try (var web = web()) {
            var cid = web.blobs.put("no picture".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 21; i++) {
                assertThat(status(web, cid, i % 2 == 0 ? 160 : 320)).isEqualTo(404);
            }
            assertThat(status(web, cid, 160)).isEqualTo(429);
        }
    }

    @Test
    void aPictureOfAnotherShopThatManyLookAtIsNoneThatNobodyLookedAt() throws IOException {
        try (var web = web()) {
            byte[] bytes = web.blobs.get(web.market.cover(5).blob().ref()).orElseThrow();
            byte[] other = Arrays.copyOf(bytes, bytes.length + 1); // what follows a picture's end is no harm
            assertThat(web.blobs.putForStranger(other)).isTrue();
            var cid = Cid.of(Cid.Codec.RAW, other);
            var file = home.resolve("blobs/strangers/"
                            + cid.toString().substring(cid.toString().length() - 2))
                    .resolve(cid.toString());
            var longAgo = FileTime.from(FakeWeb.NOW.minus(Duration.ofDays(3)));
            assertThat(status(web, cid, 160)).isEqualTo(200);
            Files.setLastModifiedTime(file, longAgo);
            assertThat(status(web, cid, 160)).as("out of memory").isEqualTo(200);
            assertThat(Files.getLastModifiedTime(file)).isGreaterThan(longAgo);
            Files.setLastModifiedTime(file, longAgo);
            web.bytes(web.request("/media/" + cid + "/160").header("If-None-Match", "\"" + cid + ".160\""));
            assertThat(Files.getLastModifiedTime(file)).as("seen again").isGreaterThan(longAgo);
        }
    }

    @Test
    void whoHasAPictureAlreadyCausesNoWork() {
        try (var web = web()) {
            var cid = web.market.cover(4).blob().ref();
            for (int i = 0; i < 30; i++) {
                var answer =
                        web.bytes(web.request("/media/" + cid + "/480").header("If-None-Match", "\"" + cid + ".480\""));
                assertThat(answer.statusCode()).isEqualTo(304);
            }
        }
    }
}
