package org.echoppe.web;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.media.Pictures;
import org.echoppe.records.Availability;
import org.echoppe.records.Blob;
import org.echoppe.records.Price;
import org.echoppe.records.PriceRange;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.replicas.Freshness;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.Offer;
import org.echoppe.replicas.Presence;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Picture;
import org.echoppe.web.view.ShopCard;
import org.echoppe.web.view.State;
import org.jspecify.annotations.Nullable;

/** Puts listings and shops into the words and shapes of a page. */
final class Shelf {
    private static final int LOGO_WIDTH = 160;
    /** As the grid stands: two on a phone, four at a desk. */
    private static final String SMALL = "(min-width: 900px) 260px, (min-width: 600px) 30vw, 46vw";

    private static final int SMALL_WIDTH = 480;
    /** More than a card shows on the densest screen. */
    private static final int SMALL_WIDEST = 960;
    /** On a page of its own. */
    private static final String LARGE = "(min-width: 1100px) 560px, (min-width: 760px) 50vw, 94vw";

    private final Visit visit;
    private final Predicate<Cid> held;

    /** @param held whether the bytes of a picture are here */
    Shelf(Visit visit, Predicate<Cid> held) {
        this.visit = visit;
        this.held = held;
    }

    State availability(ProductRecord record) {
        return availability(PriceRange.of(record).availability().orElse(null));
    }

    State availability(@Nullable Availability availability) {
        if (availability == null) {
            return new State(visit.say("availability.UNKNOWN"), "info", State.Mood.CALM);
        }
        String words = visit.say("availability." + availability.name());
        return switch (availability) {
            case IN_STOCK -> new State(words, "check", State.Mood.GOOD);
            case LIMITED -> new State(words, "clock", State.Mood.NOTE);
            case OUT_OF_STOCK -> new State(words, "x", State.Mood.BAD);
            case PRE_ORDER -> new State(words, "package", State.Mood.NOTE);
        };
    }

    /** That the shop has confirmed nothing for days, or does not answer; null while neither is so. */
    @Nullable
    State doubt(Presence presence, Freshness freshness, Instant confirmed) {
        return freshness.marked()
                ? new State(visit.say("stale", visit.figures().since(confirmed)), "alert", State.Mood.NOTE)
                : presence.reachable() ? null : new State(since("away", presence.awaySince()), "away", State.Mood.CALM);
    }

    /** The same in a sentence. */
    @Nullable
    State notice(Presence presence, Freshness freshness, Instant confirmed, String about) {
        return freshness.marked()
                ? new State(visit.say("stale." + about, visit.figures().since(confirmed)), "alert", State.Mood.BAD)
                : presence.reachable()
                        ? null
                        : new State(since("away." + about, presence.awaySince()), "away", State.Mood.BAD);
    }

    private String since(String key, @Nullable Instant since) {
        return since == null
                ? visit.say(key + ".plain")
                : visit.say(key, visit.figures().since(since));
    }

    /** Whether what is offered can be relied on and had. */
    State state(Offer offer) {
        var confirmed = offer.shop().confirmedAt();
        var doubt =
                doubt(offer.presence(), Freshness.at(confirmed, visit.clock().instant()), confirmed);
        return doubt != null ? doubt : availability(offer.label().availability());
    }

    /** « dès 12 € » where its kinds cost differently. */
    org.echoppe.web.view.@Nullable Price price(ProductRecord record) {
        var range = PriceRange.of(record);
        return range.from()
                .map(price -> range.differs() ? visit.figures().from(price) : price(price, record))
                .orElse(null);
    }

    private org.echoppe.web.view.Price price(Price price, ProductRecord record) {
        return record.measure()
                .map(measure -> record.loose()
                        ? visit.figures().loose(price, measure)
                        : visit.figures().price(price, measure))
                .orElseGet(() -> visit.figures().price(price));
    }

    /** All photos that are here for the large place of a page, or what is drawn in their place. */
    List<Picture> gallery(ProductRecord record, int width) {
        String family =
                record.category().isEmpty() ? record.name() : record.category().getFirst();
        var photos = new ArrayList<Picture>();
        for (var image : record.images()) {
            if (held.test(image.blob().ref())) {
                int most = image.width() == 0 ? Pictures.LONG_SIDE : image.width();
                photos.add(photo(image.blob().ref(), image.alt(), width, most, LARGE, family, photos.isEmpty()));
            }
        }
        return photos.isEmpty() ? List.of(drawn(LARGE, family)) : photos;
    }

    /** The photo of a card, or what is drawn in its place. */
    Picture picture(Offer offer) {
        var label = offer.label();
        String family = offer.shelf() == null ? label.name() : offer.shelf();
        var photo = label.picture();
        return photo == null || !held.test(photo.cid())
                ? drawn(SMALL, family)
                : photo(photo.cid(), photo.alternative(), SMALL_WIDTH, SMALL_WIDEST, SMALL, family, false);
    }

    private static Picture drawn(String sizes, String family) {
        return new Picture(null, "", sizes, "", initial(family), tint(family), false);
    }

    /** In every width that shows more than the one before, up to the widest that is of use: nothing is enlarged. */
    private static Picture photo(
            Cid cid, String words, int width, int widest, String sizes, String family, boolean first) {
        String widths = Pictures.WIDTHS.stream()
                .filter(one -> one <= widest || one.equals(Pictures.WIDTHS.getFirst()))
                .map(one -> Links.picture(cid, one) + " " + one + "w")
                .collect(Collectors.joining(", "));
        return new Picture(Links.picture(cid, width), widths, sizes, words, initial(family), tint(family), first);
    }

    /** @param far how far it is, in words; empty when that is not known */
    ShopCard shopCard(Merchant merchant, String far) {
        var profile = merchant.profile();
        return new ShopCard(
                visit.link(Links.shop(merchant.did())),
                name(profile),
                foreign(profile.tagline(), profile.lang()),
                place(profile, far),
                visit.say("count.articles", merchant.products()),
                tint(merchant.did()),
                logo(profile),
                new OpenHours(visit, profile).now(),
                doubt(merchant.presence(), merchant.freshness(), merchant.confirmedAt()));
    }

    private static String place(ShopProfile shop, String far) {
        String town = shop.address().map(address -> address.locality()).orElse("");
        return far.isEmpty() ? town : town.isEmpty() ? far : town + " · " + far;
    }

    /** The address of the shop's sign; null when it has none, or its bytes are not here. */
    @Nullable
    String logo(ShopProfile shop) {
        return shop.logo()
                .map(Blob::ref)
                .filter(held)
                .map(cid -> Links.picture(cid, LOGO_WIDTH))
                .orElse(null);
    }

    Foreign name(ShopProfile shop) {
        return foreign(shop.name(), shop.lang());
    }

    Foreign foreign(String text, String lang) {
        boolean same = lang.isEmpty() || lang.equals(visit.texts().language().code());
        return new Foreign(text, same ? null : lang);
    }

    static int tint(Did did) {
        return tint(did.value());
    }

    /** One family, one colour, on every page and every node. */
    static int tint(String family) {
        return Math.floorMod(family.strip().toLowerCase(Locale.ROOT).hashCode(), 7919) % Picture.TINTS;
    }

    /** The first letter or digit, without its accent, as a capital; « É » of « Échoppe » where there is none. */
    static String initial(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first < 0x80 && Character.isLetterOrDigit(first)) {
            return String.valueOf(Character.toUpperCase(first));
        }
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .mapToObj(Character::toString)
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("É");
    }
}
