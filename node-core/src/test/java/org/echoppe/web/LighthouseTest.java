package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.echoppe.NodeScripts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Lighthouse's marks for the pages that shoppers see most, the median of three. */
@Tag("slow")
class LighthouseTest {
    private static final int LEAST = 95;

    @TempDir
    private Path home;

    @Test
    void homeResultsAndListingGetFullMarksOrNearly() throws IOException {
        var scripts = NodeScripts.installed("lighthouse");
        try (var web = new FakeWeb(home)) {
            web.market.filled();
            var full = new FullShop(web.market);
            var marks = JsonMapper.shared()
                    .readTree(scripts.run(
                            "scores.mjs",
                            Chromium.program().orElseThrow(() -> new AssertionError("apt-get install chromium")),
                            web.address() + "/fr/",
                            web.address() + "/en/",
                            web.address() + "/fr/search?q=pain",
                            web.address() + "/fr/shops/" + full.shop.did() + "/" + full.cheese));
            assertThat(marks).hasSize(4);
            for (var page : marks) {
                for (var category : page.get("scores").properties()) {
                    assertThat(category.getValue().asInt())
                            .as("%s of %s: %s", category.getKey(), page.get("address"), page.get("failed"))
                            .isGreaterThanOrEqualTo(LEAST);
                }
            }
        }
    }
}
