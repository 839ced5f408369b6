package org.echoppe.replicas;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.media.Blobs;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.records.Blob;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.Collections;
import org.echoppe.store.RepoStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the pictures of stored repositories here, from the shop itself or any other holder, so that they are still shown
 * when the shop is away. Only what a signed record names is asked for, and of other shops only while there is room for their
 * pictures: more for those that are followed than for strangers. What the keeper denies is not asked for.
 */
public final class PictureFetch {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFetch.class);
    private static final String PROFILE = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);
    private static final String PRODUCTS = Collections.PRODUCT + "/";
    /** Pictures kept of one shop; of one that nobody here follows, fewer. */
    private static final int MOST_FOLLOWED = 5_000;

    private static final int MOST_OF_STRANGERS = 300;
    private static final int MOST_ASKED = 200;
    private static final Duration PAUSE = Duration.ofMinutes(10);
    /** After so many failures in a row the holder is left alone until the next change. */
    private static final int PATIENCE = 5;

    private final PeerClient client;
    private final PeerBook peers;
    private final RepoStore store;
    private final ShownRecords shown;
    private final Blobs blobs;
    private final Did own;
    private final Predicate<Did> followed;
    private final Agenda agenda;
    /** Asked for since a while: a picture that nobody has is not asked for with every look at its page. */
    private final Set<Cid> asked = ConcurrentHashMap.newKeySet();

    private final Set<Did> atWork = ConcurrentHashMap.newKeySet();

    public PictureFetch(
            PeerClient client,
            PeerBook peers,
            RepoStore store,
            ShownRecords shown,
            Blobs blobs,
            Did own,
            Predicate<Did> followed,
            Agenda agenda) {
        this.client = client;
        this.peers = peers;
        this.store = store;
        this.shown = shown;
        this.blobs = blobs;
        this.own = own;
        this.followed = followed;
        this.agenda = agenda;
    }

    /**
     * Brings one picture in the background: somebody looks at a page that lacks it. What was asked for lately, or while many
     * others are on their way, is left.
     *
     * @param picture that a signed record of the shop names
     */
    public void want(Did did, Cid picture) {
        if (!isDenied(picture) && asked.size() < MOST_ASKED && asked.add(picture)) {
            agenda.soon(() -> {
                if (!blobs.has(picture) && hasRoom(did)) {
                    fetched(did, picture);
                }
            });
            agenda.after(PAUSE, () -> asked.remove(picture));
        }
    }

    /** Looks after the pictures of this repository, in the background. */
    public void lookAfter(Did did) {
        if (atWork.add(did)) {
            agenda.soon(() -> {
                try {
                    fetch(did);
                } finally {
                    atWork.remove(did);
                }
            });
        }
    }

    private void fetch(Did did) {
        int failures = 0;
        for (Cid picture : missing(did)) {
            if (!hasRoom(did)) {
                LOG.info("no room for more pictures of such shops: those of {} are left out", did);
                return;
            }
            failures = fetched(did, picture) ? 0 : failures + 1;
            if (failures == PATIENCE) {
                LOG.debug("the pictures of {} are not to be had now", did);
                return;
            }
        }
    }

    private boolean isCared(Did did) {
        return did.equals(own) || followed.test(did);
    }

    private boolean hasRoom(Did did) {
        return did.equals(own) || (followed.test(did) ? blobs.hasRoomForFollowed() : blobs.hasRoomForStrangers());
    }

    /** Takes the picture where those of that shop lie. */
    private boolean put(Did did, byte[] bytes, Cid picture) {
        if (did.equals(own)) {
            return blobs.put(bytes).equals(picture);
        }
        return followed.test(did) ? blobs.putForFollowed(bytes) : blobs.putForStranger(bytes);
    }

    private Set<Cid> missing(Did did) {
        int most = isCared(did) ? MOST_FOLLOWED : MOST_OF_STRANGERS;
        var named = new LinkedHashSet<Cid>();
        var profile = store.record(did, PROFILE).flatMap(shown::profile);
        if (profile.isEmpty()) {
            return named;
        }
        profile.get().logo().map(Blob::ref).ifPresent(named::add);
        store.forEachRecord(did, PRODUCTS, record -> {
            if (named.size() < most) {
                shown.product(record).stream().flatMap(PictureFetch::pictures).forEach(named::add);
            }
        });
        named.removeIf(this::isDenied);
        if (isCared(did)) {
            named.forEach(blobs::keep);
        }
        named.removeIf(blobs::has);
        return named;
    }

    private boolean isDenied(Cid picture) {
        return shown.denied().blocks().containsKey(picture);
    }

    private static Stream<Cid> pictures(ProductRecord product) {
        return product.images().stream().map(image -> image.blob().ref());
    }

    /** The shop itself is asked first, then whoever answers. */
    private boolean fetched(Did did, Cid picture) {
        Optional<PeerAddress> shop = peers.find(did);
        List<PeerAddress> holders = Stream.concat(shop.stream(), peers.reachable().stream())
                .distinct()
                .limit(PATIENCE)
                .toList();
        for (var holder : holders) {
            try {
                byte[] bytes = client.block(holder, picture).bytes();
                return put(did, bytes, picture);
            } catch (PeerFailed e) {
                LOG.debug("{} does not give picture {}", holder.did(), picture, e);
            }
        }
        return false;
    }
}
