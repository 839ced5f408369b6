package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
