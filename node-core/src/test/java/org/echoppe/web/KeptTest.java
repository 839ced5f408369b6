package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.replicas.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
    @Test
    void whatElseStandsInAnAddressMakesNoOtherPage(@TempDir Path home) {
        try (var web = new FakeWeb(home)) {
            String page = web.get("/fr/search?q=pain&inStock=1").body();
            assertThat(web.get("/fr/search?q=pain&inStock=1&utm_source=x&a=1").body())
                    .isEqualTo(page);
            assertThat(web.get("/fr/search?inStock=yes&page=1&q=+pain").body()).isEqualTo(page);
            assertThat(web.get("/fr/search?q=pain").body()).isNotEqualTo(page);
            assertThat(web.get("/fr/?q=pain&b=2").body())
                    .isEqualTo(web.get("/fr/").body());
        }
    }

    @Test
    void anAnswerForProgramsChangesWithTheIndexTheStreetAndWhoAnswers(@TempDir Path home) {
        try (var web = new FakeWeb(home)) {
            web.market.filled();
            var baker = web.market.bakery;
            String listing = "/api/v1/listings/" + web.listing("baguette");
            for (var path : List.of(
                    "/api/v1/listings?q=pain", "/api/v1/merchants", "/api/v1/merchants/" + baker.did(), listing)) {
                String first = web.get(path).body();
                assertThat(web.get(path).body()).isEqualTo(first).contains("\"reachable\":true");
                web.market.presence.put(baker.did(), new Presence(false, FakeWeb.NOW));
                assertThat(web.get(path).body()).as(path).contains("\"reachable\":false", "\"awaySince\"");
                web.market.presence.remove(baker.did());
                assertThat(web.get(path).body()).isEqualTo(first);
            }
            baker.add(FakeMarket.product("Pain de seigle", "Pain", 410), FakeWeb.NOW.minusSeconds(60));
            web.market.publish(baker, FakeWeb.NOW);
            assertThat(web.get("/api/v1/listings?q=pain").body()).contains("Pain de seigle");
            assertThat(web.json("/api/v1/merchants/" + baker.did())
                            .get("products")
                            .asInt())
                    .isEqualTo(9);
            assertThat(web.json(listing).get("confirmedAt").asString()).isEqualTo(FakeWeb.NOW.toString());
            web.market.withdraw(baker);
            assertThat(web.get(listing).statusCode()).isEqualTo(404);
            assertThat(web.get("/api/v1/listings?q=pain").body()).doesNotContain("Pain de seigle");
        }
    }
}
