package org.echoppe.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Cid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of a shop's pages, for crowds of crawlers. */
class ShopMapsTest {
    @Test
    void aListIsMadeOnceForACommitAndLooksForNoPicture(@TempDir Path home) {
        try (var web = new FakeWeb(home)) {
            web.market.filled();
            var shop = new FakeShop(FullShop.profile("Bazar", 45_000_000, 4_000_000));
            var product = FakeMarket.product("Seau", "Maison", 500).withImages(List.of(web.market.cover(1)));
            shop.add(product, FakeWeb.NOW.minusSeconds(900));
            web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
            var asked = new ArrayList<Cid>();
            var maps = new ShopMaps(web.sources, new KeptDocuments<>(() -> 0, asked::add));
            byte[] first = map(web, maps, shop);
            assertThat(map(web, maps, shop)).isSameAs(first);
            shop.add(FakeMarket.product("Balai", "Maison", 500), FakeWeb.NOW.minusSeconds(800));
            web.market.publish(shop, FakeWeb.NOW.minusSeconds(50));
            assertThat(new String(map(web, maps, shop), UTF_8)).hasSizeGreaterThan(first.length);
            assertThat(asked).isEmpty();
        }
    }

    private static byte[] map(FakeWeb web, ShopMaps maps, FakeShop shop) {
        return maps.of(
                web.market.listings.merchant(shop.did()).orElseThrow(),
                web.store.head(shop.did()).orElseThrow(),
                new Origin("https://noeud.exemple.fr"),
                1);
    }
}
