package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which names a node answers. */
class OriginsTest {
    private static final Pattern CANONICAL = Pattern.compile("rel=\"canonical\" href=\"([^\"]+)\"");

    @TempDir
    private Path home;

    /** The answer to a request under that name, which the JDK's client would not send. */
    private static String ask(FakeWeb web, String path, String... headers) throws IOException {
        var here = URI.create(web.address());
        try (var socket = new Socket(here.getHost(), here.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers)
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String home(String page) {
        var found = CANONICAL.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    @Test
    void aNameThatWasMadeUpIsNotRepeated() throws IOException {
        try (var web = new FakeWeb(home)) {
            web.market.filled();
            String port = web.address().replaceFirst(".*:", "");
            for (var name : new String[] {"evil.example", "evil.example:" + port, "localhost:1", "x.localhost"}) {
                assertThat(home(ask(web, "/fr/", "Host: " + name))).isEqualTo(web.address() + "/fr/");
                for (var path : new String[] {
                    "/robots.txt",
                    "/sitemap.xml",
                    "/fr/shops/" + web.market.bakery.did() + "/news.atom",
                    "/fr/opensearch.xml"
                }) {
                    assertThat(ask(web, path, "Host: " + name))
                            .contains("HTTP/1.1 200", web.address())
                            .doesNotContain(name);
                }
            }
            assertThat(home(ask(web, "/fr/", "Host: LOCALHOST:" + port)))
                    .isEqualTo("http://localhost:" + port + "/fr/");
        }
    }

    @Test
    void onlyATrustedProxySaysThatTheLineIsSecretAndUnderWhichName() throws IOException {
        String[] said = {"Host: marche.exemple.fr", "X-Forwarded-Proto: https"};
        try (var web = new FakeWeb(home.resolve("one"))) {
            assertThat(home(ask(web, "/fr/", said))).isEqualTo(web.address() + "/fr/");
        }
        var proxy = Set.of(InetAddress.getLoopbackAddress());
        try (var web = new FakeWeb(home.resolve("two"), WebServer.usualLimits(FakeWeb.CLOCK), proxy)) {
            assertThat(home(ask(web, "/fr/", said))).isEqualTo("https://marche.exemple.fr/fr/");
        }
    }

    @Test
    void ofAnAddressThatAShopGivesOnlySchemeAndHostCount() {
        var here = new Origin("https://noeud.exemple.fr");
        var shop = new FakeShop(ShopProfile.blank().withName("x").withLang("fr").withCurrency(Money.EUR));
        var own = new FakeShop(ShopProfile.blank().withName("y").withLang("fr").withCurrency(Money.EUR)).did();
        for (var given : new String[] {
            "https://Exemple.fr/boutique/?a=1#top",
            "https://exemple.fr?x=/",
            "https://exemple.fr/#",
            "https://exemple.fr:443/"
        }) {
            var profile = ShopProfile.blank()
                    .withName("x")
                    .withLang("fr")
                    .withCurrency(Money.EUR)
                    .withWebUrl(given);
            assertThat(here.home(shop.did(), profile, own).at("/fr/shops")).isEqualTo("https://exemple.fr/fr/shops");
        }
    }
}
