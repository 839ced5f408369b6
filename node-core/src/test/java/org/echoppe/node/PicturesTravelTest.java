package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.echoppe.domain.Cid;
import org.echoppe.node.demo.Street;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTravelTest {
    @TempDir
    private Path folder;

    /** A shop’s own picture, found at two neighbours, deleted at one while the shop is closed, and brought back by a look. */
    @Test
    void aPictureOfAnotherShopComesByItsCidAndAgainWhenItWasLost() throws Exception {
        var browser = new Browser();
        try (var street = Street.open(folder, Surroundings.real())) {
            var here = street.stalls().getFirst();
            var other = street.stalls().get(1);
            String web = here.places().web();
            String listings = web + "/api/v1/listings?size=1&merchant="
                    + Browser.encoded(other.node().identity().did().value());
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(browser.json(listings)
                                    .at("/listings/0/record/images/0/blob/ref/$link")
                                    .asString(""))
                            .isNotEmpty());
            var listing = browser.json(listings).at("/listings/0");
            var picture =
                    Cid.parse(listing.at("/record/images/0/blob/ref/$link").asString());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> here.node().blobs().has(picture));

            var third = street.stalls().get(2);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> third.node().blobs().has(picture));
            // so that only the other holder can have it
            other.node().close();
            lose(here.home(), picture);
            assertThat(here.node().blobs().has(picture)).isFalse();
            browser.page(web + "/fr/shops/" + listing.get("did").asString() + "/"
                    + listing.get("rkey").asString());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> here.node().blobs().has(picture));
        }
    }

    private static void lose(Path home, Cid picture) throws IOException {
        try (var files = Files.walk(home.resolve("blobs"))) {
            for (var file :
                    files.filter(found -> found.endsWith(picture.toString())).toList()) {
                Files.delete(file);
            }
        }
    }
}
