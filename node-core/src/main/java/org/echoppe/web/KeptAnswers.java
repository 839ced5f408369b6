package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.function.Supplier;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Place;

/**
 * Answers for programs that can be sent again: each as long as the index, the street and who answers are what it was made of, as
 * {@link Kept} does with pages. What was asked from a position is not kept.
 */
final class KeptAnswers {
    /** Bytes of answers in memory. */
    private static final long MOST = 4L << 20;
    /** What a question and what stands beside an answer take at the most, bytes. */
    private static final int KEY = 4_000;

    private static final String SEEN = "echoppe.seen";

    private record Asked(String path, String query) {}

    private record Entry(byte[] answer, Listings.State state, Seen seen) {}

    private final Listings listings;
    private final Cache<Asked, Entry> answers = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST)
            .weigher((Asked _, Entry entry) -> entry.answer.length + KEY)
            .build();

    KeptAnswers(Listings listings) {
        this.listings = listings;
    }

    /** @param maker makes the answer, telling {@link #seen} of every shop in it */
    byte[] of(Context ctx, Supplier<byte[]> maker) {
        var seen = new Seen(_ -> false);
        ctx.attribute(SEEN, seen);
        String near = ctx.queryParam(Parameters.NEAR.name());
        if (near != null && Place.isPosition(near)) {
            return maker.get();
        }
        var asked = new Asked(ctx.path(), Objects.requireNonNullElse(ctx.queryString(), ""));
        var state = listings.state();
        var known = answers.getIfPresent(asked);
        if (known == null || !known.state.equals(state) || !known.seen.isStillSo(listings)) {
            known = new Entry(maker.get(), state, seen);
            answers.put(asked, known);
        }
        return known.answer;
    }

    /** What the answer to this request is made of. */
    static Seen seen(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(SEEN));
    }
}
