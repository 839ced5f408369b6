package org.echoppe.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.replicas.Found;
import org.echoppe.replicas.Listing;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.Presence;

/** What a page was made of besides the index and the clock: which pictures were here, and which shops answered. */
final class Seen {
    private final Predicate<Cid> held;
    private final Map<Cid, Boolean> pictures = new HashMap<>();
    private final Map<Did, Presence> presences = new HashMap<>();

    /** @param held whether the bytes of a picture are here */
    Seen(Predicate<Cid> held) {
        this.held = held;
    }

    boolean holds(Cid picture) {
        return pictures.computeIfAbsent(picture, held::test);
    }

    Found note(Found found) {
        found.offers().forEach(offer -> presences.put(offer.shop().did(), offer.presence()));
        return found;
    }

    Listing note(Listing listing) {
        presences.put(listing.did(), listing.presence());
        return listing;
    }

    Merchant note(Merchant merchant) {
        presences.put(merchant.did(), merchant.presence());
        return merchant;
    }

    /** Whether a page made now would be made of the same. */
    boolean isStillSo(Listings listings) {
        return presences.entrySet().stream()
                        .allMatch(entry -> listings.presence(entry.getKey()).equals(entry.getValue()))
                && hasSamePictures();
    }

    /** Whether the same pictures are here as then. */
    boolean hasSamePictures() {
        return pictures.entrySet().stream().allMatch(entry -> held.test(entry.getKey()) == entry.getValue());
    }

    /** How many pictures were looked for. */
    int pictures() {
        return pictures.size();
    }
}
