package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.replicas.Locks;
import org.jspecify.annotations.Nullable;

/**
 * Documents that are long in the making: each as long as what names it is the same, and the pictures it looked for are here or
 * missing as they were.
 *
 * @param <K> all that a document is made of but pictures
 */
final class KeptDocuments<K> {
    /** Bytes of documents in memory. */
    private static final long MOST = 32L << 20;
    /** What a picture that was looked for takes, bytes. */
    private static final int PICTURE = 150;

    /** @param changes how often pictures had come or gone when its own were looked at last */
    private record Made(byte[] document, Seen seen, long changes) {}

    private final Locks turns = new Locks();
    private final LongSupplier changes;
    private final Predicate<Cid> held;
    private final Cache<K, Made> made = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST)
            .weigher((K _, Made one) -> one.document.length + PICTURE * one.seen.pictures() + 1)
            .build();

    /**
     * Documents with such pictures.
     *
     * @param changes grows whenever any picture comes or goes
     * @param held whether the bytes of a picture are here
     */
    KeptDocuments(LongSupplier changes, Predicate<Cid> held) {
        this.changes = changes;
        this.held = held;
    }

    /**
     * Whoever asks for one that is in the making waits for it.
     *
     * @param maker makes the document, asking for pictures through what it is given
     */
    byte[] of(K key, Function<Seen, byte[]> maker) {
        byte[] known = known(key, changes.getAsLong());
        if (known != null) {
            return known;
        }
        return turns.with(key, () -> {
            long now = changes.getAsLong();
            byte[] meanwhile = known(key, now);
            return meanwhile != null ? meanwhile : make(key, maker, now);
        });
    }

    private byte @Nullable [] known(K key, long now) {
        var known = made.getIfPresent(key);
        if (known != null && known.changes == now) {
            return known.document;
        }
        if (known != null && known.seen.hasSamePictures()) {
            made.put(key, new Made(known.document, known.seen, now));
            return known.document;
        }
        return null;
    }

    private byte[] make(K key, Function<Seen, byte[]> maker, long now) {
        var seen = new Seen(held);
        byte[] document = maker.apply(seen);
        made.put(key, new Made(document, seen, now));
        return document;
    }
}
