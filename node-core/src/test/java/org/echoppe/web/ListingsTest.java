package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.guard.Denials;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.replicas.Around;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Presence;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.repo.Collections;
import org.echoppe.repo.Ipld;
import org.echoppe.search.ListingIndex;
import org.echoppe.search.ListingQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read side of replicas, over a real store and a real index. */
class ListingsTest {
    private static final Instant MADE = FakeWeb.NOW.minusSeconds(60);

    @TempDir
    Path home;

    private FakeWeb web;

    @BeforeEach
    void open() {
        web = new FakeWeb(home);
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static ShopProfile profile(String name) {
        return ShopProfile.blank().withName(name).withLang("fr").withCurrency(Money.EUR);
    }

    private static ProductRecord product(String name) {
        return FakeMarket.product(name, "Divers", 100);
    }

    private int found(String words) {
        return web.market.listings.search(ListingQuery.of(words)).total();
    }

    @Test
    void aProductOfAnyShopIsShownAsItWasSigned() {
        var shop = new FakeShop(profile("Chez Alma"));
        var rkey = shop.add(product("Bougie"), MADE);
        web.market.publish(shop, FakeWeb.NOW);
        var listing = web.market.listings.listing(shop.did(), rkey).orElseThrow();
        assertThat(listing.record().name()).isEqualTo("Bougie");
        assertThat(listing.shop().name()).isEqualTo("Chez Alma");
        assertThat(listing.confirmedAt()).isEqualTo(FakeWeb.NOW);
        assertThat(listing.presence()).isEqualTo(Presence.HERE);
        assertThat(found("bougie")).isOne();
    }

    @Test
    void aNewCommitShowsAtOnceProfileIncluded() {
        var shop = new FakeShop(profile("Chez Alma"));
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(10));
        assertThat(web.market.listings.merchant(shop.did()).orElseThrow().products())
                .isZero();
        shop.rename(profile("Chez Alma et Jo"));
        shop.add(product("Bougie"), MADE);
        web.market.publish(shop, FakeWeb.NOW);
        var merchant = web.market.listings.merchant(shop.did()).orElseThrow();
        assertThat(merchant.profile().name()).isEqualTo("Chez Alma et Jo");
        assertThat(merchant.products()).isOne();
    }

    @Test
    void aShopWhoseProfileChangesIsShownAsItWasUntilItIsAsItWillBe() {
        var shop = new FakeShop(profile("Chez Alma"));
        shop.add(product("Bougie"), MADE);
        web.market.publish(shop, FakeWeb.NOW.minusSeconds(10));
        var head = web.store.head(shop.did()).orElseThrow();
        web.index.replace(shop.did(), head.rev(), each -> {
            web.index.refresh();
            assertThat(found("bougie")).isOne();
            assertThat(web.market.listings.shows(shop.did())).isTrue();
            assertThat(web.market.listings.merchantCount()).isOne();
            assertThat(web.market.listings.suggest("boug")).isNotEmpty();
        });
        web.index.refresh();
        assertThat(found("bougie")).isZero();
    }

    @Test
    void afterAPowerCutNoPageNamesAPriceOfBefore(@TempDir Path cut) throws IOException {
        var alma = new FakeShop(profile("Chez Alma"));
        var candle = alma.add(product("Bougie"), MADE);
        var jo = new FakeShop(profile("Chez Jo"));
        jo.add(product("Bougie"), MADE);
        var gone = new FakeShop(profile("Partie"));
        gone.add(product("Bougie"), MADE);
        for (var shop : List.of(alma, jo, gone)) {
            web.market.publish(shop, FakeWeb.NOW.minusSeconds(10));
        }
        web.index.commit();
        copy(home.resolve("index"), cut);
        alma.change(candle, FakeMarket.product("Bougie", "Divers", 500), MADE);
        web.market.publish(alma, FakeWeb.NOW);
        web.market.withdraw(gone);
        try (var index = ListingIndex.open(cut)) {
            var replicas = new ReplicaIndex(web.store, index, Denials.none());
            replicas.hideOutdated();
            var listings = new Listings(web.store, replicas, _ -> Presence.HERE, FakeWeb.CLOCK);
            assertThat(sellers(listings)).containsExactly(jo.did());
            assertThat(listings.shows(alma.did())).isFalse();
            replicas.catchUpAll(alma.did());
            index.refresh();
            assertThat(sellers(listings)).containsExactlyInAnyOrder(alma.did(), jo.did());
            assertThat(prices(listings)).containsExactlyInAnyOrder(100L, 500L);
        }
    }

    @Test
    void whatIsDeniedOfAnOutdatedShopDoesNotShowItsPricesOfBefore(@TempDir Path cut) throws IOException {
        var alma = new FakeShop(profile("Chez Alma"));
        var candle = alma.add(product("Bougie"), MADE);
        var denied = alma.add(product("Bougie interdite"), MADE);
        web.market.publish(alma, FakeWeb.NOW.minusSeconds(10));
        web.index.commit();
        copy(home.resolve("index"), cut);
        alma.change(candle, FakeMarket.product("Bougie", "Divers", 500), MADE);
        web.market.publish(alma, FakeWeb.NOW);
        Files.writeString(
                home.resolve("blocked.deny"),
                "at://" + alma.did() + "/" + Collections.keyOf(Collections.PRODUCT, denied) + "\n");
        try (var index = ListingIndex.open(cut)) {
            var replicas = new ReplicaIndex(web.store, index, Denials.in(home.resolve("blocked.deny")));
            replicas.hideOutdated();
            assertThat(prices(new Listings(web.store, replicas, _ -> Presence.HERE, FakeWeb.CLOCK)))
                    .containsExactly(500L);
        }
    }

    private static List<Long> prices(Listings listings) {
        return listings.find(ListingQuery.of("bougie"), Around.ANYWHERE).offers().stream()
                .flatMap(offer -> Optional.ofNullable(offer.label().price()).stream())
                .map(price -> price.minorUnits())
                .toList();
    }

    private static List<Did> sellers(Listings listings) {
        return listings.find(ListingQuery.of("bougie"), Around.ANYWHERE).offers().stream()
                .map(offer -> offer.shop().did())
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.newDirectoryStream(from)) {
            for (var file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aTrialProductAndABrokenOneAreNotShown() {
        var shop = new FakeShop(profile("Chez Alma"));
        var trial = shop.add(product("Bougie d’essai").withTest(true), MADE);
        var broken = shop.add(product("Bougie " + "x".repeat(300)), MADE);
        web.market.publish(shop, FakeWeb.NOW);
        assertThat(web.market.listings.listing(shop.did(), trial)).isEmpty();
        assertThat(web.market.listings.listing(shop.did(), broken)).isEmpty();
        assertThat(found("bougie")).isZero();
    }

    @Test
    void aShopThatIsGoneOrHasNoNameIsNotShown() {
        var gone = new FakeShop(profile("Partie").withStatus(new ShopStatus(ShopStatus.State.GONE, Optional.empty())));
        var nameless = new FakeShop(ShopProfile.blank().withLang("fr").withCurrency(Money.EUR));
        var rkey = gone.add(product("Bougie"), MADE);
        web.market.publish(gone, FakeWeb.NOW);
        web.market.publish(nameless, FakeWeb.NOW);
        assertThat(web.market.listings.merchantCount()).isZero();
        assertThat(web.market.listings.listing(gone.did(), rkey)).isEmpty();
    }

    @Test
    void whatANewerProgramWroteIsPassedOn() {
        var entries = new LinkedHashMap<>(product("Bougie").toFields().entries());
        entries.put("scent", new Ipld.Text("figue"));
        var shop = new FakeShop(profile("Chez Alma"));
        var rkey = shop.add(ProductRecord.of(new Ipld.Fields(entries)), MADE);
        web.market.publish(shop, FakeWeb.NOW);
        var json = web.json("/api/v1/listings/" + shop.did() + "/" + rkey);
        assertThat(json.get("record").get("scent").asString()).isEqualTo("figue");
    }

    @Test
    void merchantsComeByNameWhateverTheirAccents() {
        for (String name : new String[] {"Zinc", "Étoile", "Atelier"}) {
            web.market.publish(new FakeShop(profile(name)), FakeWeb.NOW);
        }
        assertThat(web.market.listings.merchants(1, 10).merchants())
                .extracting(merchant -> merchant.profile().name())
                .containsExactly("Atelier", "Étoile", "Zinc");
    }

    @Test
    void merchantsComeAPageAtATimeAndAsTheyAreNow() {
        var shops = new ArrayList<FakeShop>();
        for (String name : List.of("Atelier", "Bazar", "Cave", "Drap")) {
            var shop = new FakeShop(profile(name));
            shops.add(shop);
            web.market.publish(shop, FakeWeb.NOW);
        }
        assertThat(names(2, 2)).containsExactly("Cave", "Drap");
        assertThat(names(3, 2)).isEmpty();
        assertThat(web.market.listings.merchants(2, 3).total()).isEqualTo(4);
        shops.getFirst().rename(profile("Zinc"));
        web.market.publish(shops.getFirst(), FakeWeb.NOW.plusSeconds(10));
        assertThat(names(1, 1)).containsExactly("Bazar");
        assertThat(names(2, 3)).containsExactly("Zinc");
        var next = web.json("/api/v1/merchants?size=3").get("next").asString();
        assertThat(next).startsWith("/api/v1/merchants?size=3&after=");
        var last = web.json(next);
        assertThat(last.get("total").asInt()).isEqualTo(4);
        assertThat(last.get("merchants").size()).isOne();
        assertThat(last.has("next")).isFalse();
        assertThat(web.get("/api/v1/merchants?size=101").statusCode()).isEqualTo(400);
        assertThat(web.get("/fr/shops?page=9").body()).as("there is only one").contains("Zinc", "Bazar");
    }

    private List<String> names(int page, int size) {
        return web.market.listings.merchants(page, size).merchants().stream()
                .map(merchant -> merchant.profile().name())
                .toList();
    }
}
