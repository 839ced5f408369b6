package org.echoppe.web;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.Tid;
import org.echoppe.guard.Denials;
import org.echoppe.media.Blobs;
import org.echoppe.media.Pictures;
import org.echoppe.records.Address;
import org.echoppe.records.Availability;
import org.echoppe.records.Blob;
import org.echoppe.records.Closing;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Facts;
import org.echoppe.records.Geo;
import org.echoppe.records.Image;
import org.echoppe.records.Legal;
import org.echoppe.records.Measure;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Presence;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Limits;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Snapshot;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.RepoStore;

/** Three shops of a small town, signed, stored and indexed as real ones are. */
final class FakeMarket {
    static final Gtin HONEY = new Gtin("3760000000017");

    final FakeShop bakery;
    final FakeShop bookshop;
    final FakeShop grocer;
    final Map<Did, Presence> presence = new ConcurrentHashMap<>();
    final Listings listings;
    private final RepoStore store;
    private final ListingIndex index;
    private final ReplicaIndex replicas;
    private final Blobs blobs;
    private final Path spool;
    private final Instant now;

    FakeMarket(RepoStore store, ListingIndex index, Denials denials, Blobs blobs, Path spool, Clock clock) {
        this.store = store;
        this.index = index;
        this.blobs = blobs;
        this.spool = spool;
        this.now = clock.instant();
        replicas = new ReplicaIndex(store, index, denials);
        listings = new Listings(store, replicas, did -> presence.getOrDefault(did, Presence.HERE), clock);
        bakery = new FakeShop(
                shop("Au Fournil des Halles", "Pain au levain et viennoiseries, cuits sur place", "12 rue des Halles")
                        .withGeo(new Geo(45_766_000, 4_834_000))
                        .withPickup(new Pickup(30, 15))
                        .withDeliveryZones(List.of(new DeliveryZone(List.of("69001", "69002"), 0, 350, 5_000, 0))));
        bookshop =
                new FakeShop(shop("Librairie du Passage", "Romans, voyages et livres d’images", "3 passage de l’Argue")
                        .withOpeningHours(List.of(new OpeningHours(
                                EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY),
                                LocalTime.of(10, 0),
                                LocalTime.of(19, 0))))
                        .withClosedOn(List.of(
                                new Closing(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 5), "inventaire"))));
        grocer = new FakeShop(shop("Épicerie Mistral", "Bonnes choses de Provence et d’ailleurs", "48 cours Lafayette")
                .withOpeningHours(List.of()));
    }

    private static ShopProfile shop(String name, String tagline, String street) {
        return ShopProfile.blank()
                .withName(name)
                .withTagline(tagline)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address(street, "69002", "Lyon", "FR"))
                .withPhone("04 78 00 00 12")
                .withEmail("bonjour@exemple.fr")
                .withWebsite("https://exemple.fr/boutique")
                .withDescription(
                        "Une petite équipe, des produits choisis un à un. Passez nous voir, on vous conseille volontiers.")
                .withOpeningHours(List.of(
                        new OpeningHours(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                                LocalTime.of(7, 0),
                                LocalTime.of(13, 0)),
                        new OpeningHours(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                                LocalTime.of(15, 30),
                                LocalTime.of(19, 30))))
                .withLegal(new Legal(
                        name + " SARL",
                        "RCS Lyon 000 000 000",
                        "FR00000000000",
                        "Les prix sont en euros, toutes taxes comprises.\nLa vente est conclue à la boutique.",
                        "",
                        "Médiateur de la consommation, Lyon.",
                        "",
                        ""));
    }

    /** The goods of all three, published. */
    FakeMarket filled() {
        bake(
                "Baguette de tradition",
                "Pain",
                130,
                250,
                Availability.IN_STOCK,
                "Levain naturel, farine sans additif, longue fermentation au frais.");
        bake(
                "Pain de campagne au levain",
                "Pain",
                390,
                500,
                Availability.IN_STOCK,
                "Croûte épaisse, mie alvéolée. Se garde quatre jours dans un torchon.");
        bake("Pain aux noix", "Pain", 420, 400, Availability.LIMITED, "Noix de Grenoble concassées.");
        bake(
                "Croissant au beurre",
                "Viennoiserie",
                120,
                60,
                Availability.IN_STOCK,
                "Tourage à la main, cuit deux fois par matin.");
        bake("Pain au chocolat", "Viennoiserie", 135, 70, Availability.OUT_OF_STOCK, "Deux barres de chocolat noir.");
        bake(
                "Brioche tressée pur beurre, à partager le dimanche matin en famille",
                "Viennoiserie",
                680,
                400,
                Availability.PRE_ORDER,
                "Mie filante.");
        bake(
                "Tarte aux pralines roses",
                "Pâtisserie",
                2400,
                800,
                Availability.PRE_ORDER,
                "La spécialité lyonnaise, pour huit personnes.");
        read("Le Vent dans les tilleuls", "Romans", "A. Morel", 1890, Availability.IN_STOCK);
        read("Carnets d’une voisine", "Romans", "S. Diallo", 2100, Availability.IN_STOCK);
        read("La Mer par petits bouts", "Romans > Poche", "J. Kerven", 820, Availability.LIMITED);
        read("Trois semaines à vélo", "Voyages", "P. Lenoir", 1650, Availability.IN_STOCK);
        read("Ours et les nuages", "Jeunesse", "M. Petit", 1250, Availability.IN_STOCK);
        read("Le Potager en douze mois", "Vie pratique", "C. Blanc", 2490, Availability.OUT_OF_STOCK);
        sell(
                "Miel de lavande",
                "Épicerie > Miel et confiture",
                890,
                new Measure(500, Unit.KG),
                HONEY,
                "Miel de lavande 100 % (Provence).");
        sell(
                "Huile d’olive vierge extra",
                "Épicerie > Huiles",
                1450,
                new Measure(750, Unit.L),
                null,
                "Huile d’olive vierge extra, première pression à froid.");
        sell(
                "Confiture d’abricots du Ventoux",
                "Épicerie > Miel et confiture",
                520,
                new Measure(370, Unit.KG),
                null,
                "Abricots 60 %, sucre de canne, jus de citron.");
        sell("Café moulu, torréfaction lente", "Boissons", 640, new Measure(250, Unit.KG), null, "");
        sell(
                "Tablette de chocolat noir 72 %",
                "Épicerie > Chocolat",
                450,
                new Measure(100, Unit.KG),
                null,
                "Cacao 72 %, sucre, beurre de cacao. Peut contenir des traces de noisette.");
        sell(
                "Camembert au lait cru",
                "Crèmerie",
                560,
                new Measure(250, Unit.KG),
                null,
                "Lait cru de vache, sel, présure.");
        sell("Savon de Marseille", "Maison", 390, new Measure(1000, Unit.PIECE), null, "");
        bakery.add(
                product("Miel de lavande", "Épicerie > Miel et confiture", 950)
                        .withGtin(HONEY)
                        .withMeasure(new Measure(500, Unit.KG)),
                now.minus(40, ChronoUnit.DAYS));
        publish(bakery, now.minus(3, ChronoUnit.MINUTES));
        publish(bookshop, now.minus(2, ChronoUnit.HOURS));
        publish(grocer, now.minus(50, ChronoUnit.HOURS));
        presence.put(grocer.did(), new Presence(false, now.minus(3, ChronoUnit.HOURS)));
        return this;
    }

    private int made = 100;

    private Instant made() {
        return now.minus(made--, ChronoUnit.HOURS);
    }

    static ProductRecord product(String name, String category, long price) {
        return ProductRecord.blank()
                .withName(name)
                .withLang("fr")
                .withCategory(List.of(category.split(" > ")))
                .withPrice(new Price(new Money(price, Money.EUR), OptionalInt.of(550), true))
                .withAvailability(Availability.IN_STOCK);
    }

    private void bake(
            String name, String category, long price, int grams, Availability availability, String description) {
        bakery.add(
                product(name, category, price)
                        .withMeasure(new Measure(grams, Unit.KG))
                        .withAvailability(availability)
                        .withDescription(description)
                        .withFacts(new Facts("Farine de blé, eau, sel, levain", "Gluten", "", "")),
                made());
    }

    private void read(String name, String category, String author, long price, Availability availability) {
        var cover = cover(name.hashCode());
        bookshop.add(
                product(name, category, price)
                        .withBrand(author)
                        .withAvailability(availability)
                        .withDescription("Un livre que nous avons lu et aimé. Demandez-nous d’en parler.")
                        .withImages(List.of(cover)),
                made());
    }

    private void sell(
            String name,
            String category,
            long price,
            Measure measure,
            @org.jspecify.annotations.Nullable Gtin gtin,
            String ingredients) {
        grocer.add(
                product(name, category, price)
                        .withMeasure(measure)
                        .withGtin(gtin)
                        .withFacts(new Facts(ingredients, "", "", "")),
                made());
    }

    /** A picture whose bytes are here. */
    Image cover(int seed) {
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        var colour = Color.getHSBColor(Math.floorMod(seed, 360) / 360f, 0.35f, 0.75f);
        pen.setColor(new Color(0xF4EFE4));
        pen.fillRect(0, 0, 800, 600);
        pen.setColor(colour);
        pen.fillRect(270, 80, 290, 430);
        pen.setColor(colour.darker());
        pen.fillRect(270, 80, 22, 430);
        pen.dispose();
        byte[] jpeg = Pictures.drawn(picture);
        Cid cid = blobs.put(jpeg);
        return new Image(new Blob(cid, "image/jpeg", jpeg.length), "Couverture du livre", 800, 600);
    }

    /** As a node does after its start. */
    void catchUpAll() {
        replicas.catchUpAll(bakery.did());
        index.refresh();
    }

    /** Ends the index's writer, as a full disk does. */
    void endTheIndexWriter() {
        boolean writes = true;
        while (writes) {
            index.replace(new FakeShop(ShopProfile.blank()).did(), Tid.of(1, 1), _ -> {});
            writes = isWriting();
        }
    }

    /** Unless another thread was quicker, there is something to write, and the writer ends of it. */
    private boolean isWriting() {
        Thread.currentThread().interrupt();
        try {
            index.refresh();
            return true;
        } catch (RuntimeException e) {
            return false;
        } finally {
            Thread.interrupted();
        }
    }

    /** As {@link #publish} with a disk that is full before anybody finds what is new. */
    void publishInVain(FakeShop shop, Instant signed) {
        boolean writes = true;
        for (int i = 0; writes; i++) {
            keep(shop, signed.plusMillis(i));
            writes = isWriting();
        }
    }

    /** Tries again what could not be indexed. */
    void catchUpBehind() {
        replicas.catchUpBehind();
        index.refresh();
    }

    /** As if it had never been heard of. */
    void withdraw(FakeShop shop) {
        store.drop(shop.did());
        index.remove(shop.did());
        index.refresh();
    }

    /** Signs all records of the shop and puts them into store and index. */
    void publish(FakeShop shop, Instant signed) {
        keep(shop, signed);
        index.refresh();
    }

    private void keep(FakeShop shop, Instant signed) {
        try {
            var entries = new TreeMap<String, Cid>();
            var blocks = new ConcurrentHashMap<Cid, byte[]>();
            shop.records().forEach((key, block) -> {
                entries.put(key, block.cid());
                blocks.put(block.cid(), block.bytes());
            });
            var tree = MerkleSearchTree.build(entries);
            var rev = Tid.of(signed.toEpochMilli() * 1_000, 7);
            var head = store.head(shop.did()).orElse(null);
            var commit = Commit.sign(shop, tree.root(), rev, head == null ? null : head.commitCid());
            var car = new ByteArrayOutputStream();
            CarWriter.repository(car, commit, tree, blocks::get);
            try (var snapshot =
                    Snapshot.read(new ByteArrayInputStream(car.toByteArray()), shop.did(), spool, Limits.FOLLOWED)) {
                store.replace(snapshot, head == null ? null : head.commitCid());
            }
            replicas.catchUp(shop.did());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
