package org.echoppe.web;

import java.text.Normalizer;
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
import org.echoppe.records.Image;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.Presence;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Picture;
import org.echoppe.web.view.ShopCard;
import org.echoppe.web.view.State;
import org.jspecify.annotations.Nullable;

/** Puts listings and shops into the words and shapes of a page. */
final class Shelf {
    private static final int LOGO_WIDTH = 160;
    /** In a grid of two to four. */
    private static final String SMALL = "(min-width: 900px) 260px, (min-width: 600px) 30vw, 46vw";
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
        var availability = record.availability().orElse(null);
        if (availability == null) {
            return new State(visit.say("availability.UNKNOWN"), "info", State.Mood.CALM);
        }
        return availability(visit, availability);
    }

    static State availability(Visit visit, Availability availability) {
        String words = visit.say("availability." + availability.name());
        return switch (availability) {
            case IN_STOCK -> new State(words, "check", State.Mood.GOOD);
            case LIMITED -> new State(words, "clock", State.Mood.NOTE);
            case OUT_OF_STOCK -> new State(words, "x", State.Mood.BAD);
            case PRE_ORDER -> new State(words, "package", State.Mood.NOTE);
        };
    }

    /** Since when the shop does not answer. */
    State away(Presence presence) {
        var since = presence.awaySince();
        String words = since == null
                ? visit.say("away.plain")
                : visit.say("away", visit.figures().since(since));
        return new State(words, "away", State.Mood.CALM);
    }

    /** The same in a sentence; null while the shop answers. */
    @Nullable
    State awaySentence(Presence presence, String key) {
        if (presence.reachable()) {
            return null;
        }
        var since = presence.awaySince();
        String words = since == null
                ? visit.say(key + ".plain")
                : visit.say(key, visit.figures().since(since));
        return new State(words, "away", State.Mood.BAD);
    }

    org.echoppe.web.view.@Nullable Price price(ProductRecord record) {
        return record.price().map(price -> price(price, record)).orElse(null);
    }

    private org.echoppe.web.view.Price price(Price price, ProductRecord record) {
        return record.measure()
                .map(measure -> visit.figures().price(price, measure))
                .orElseGet(() -> visit.figures().price(price));
    }

    Picture picture(ProductRecord record, int width) {
        return pictures(record, width, SMALL).getFirst();
    }

    /** All photos that are here for the large place of a page, or what is drawn in their place. */
    List<Picture> gallery(ProductRecord record, int width) {
        return pictures(record, width, LARGE);
    }

    private List<Picture> pictures(ProductRecord record, int width, String sizes) {
        String family =
                record.category().isEmpty() ? record.name() : record.category().getFirst();
        var photos = new ArrayList<Picture>();
        for (var image : record.images()) {
            if (held.test(image.blob().ref())) {
                boolean first = photos.isEmpty() && sizes.equals(LARGE);
                photos.add(new Picture(
                        Links.picture(image.blob().ref(), width),
                        widths(image),
                        sizes,
                        image.alt(),
                        initial(family),
                        tint(family),
                        first));
            }
        }
        return photos.isEmpty()
                ? List.of(new Picture(null, "", sizes, "", initial(family), tint(family), false))
                : photos;
    }

    /** In every width that shows more than the one before: nothing is enlarged. */
    private static String widths(Image image) {
        int most = image.width() == 0 ? Pictures.LONG_SIDE : image.width();
        return Pictures.WIDTHS.stream()
                .filter(width -> width <= most || width.equals(Pictures.WIDTHS.getFirst()))
                .map(width -> Links.picture(image.blob().ref(), width) + " " + width + "w")
                .collect(Collectors.joining(", "));
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
                merchant.presence().reachable() ? null : away(merchant.presence()));
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
