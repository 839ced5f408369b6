package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.echoppe.domain.Money;
import org.echoppe.records.Facts;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileTextTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String BREAKOUT = "\" autofocus onfocus=\"alert(2)";

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static FakeShop villain;
    private static String rkey;

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        villain = new FakeShop(ShopProfile.blank()
                .withName("Shop " + SCRIPT)
                .withTagline(BREAKOUT)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withPhone("0478\"onclick=alert(1)")
                .withEmail("a@exemple.fr?bcc=b")
                .withWebsite("https://exemple.fr/?a=%22b")
                .withDescription("{{7*7}} ${7*7} <img src=x onerror=alert(3)>"));
        rkey = villain.add(
                        FakeMarket.product("Pomme " + SCRIPT + BREAKOUT, "Fruits\" > </svg>" + SCRIPT, 100)
                                .withCategory(List.of("Fruits\"", "</svg>" + SCRIPT))
                                .withBrand(SCRIPT)
                                .withDescription(SCRIPT + "\n" + BREAKOUT + "\n" + "a".repeat(5_000))
                                .withFacts(new Facts(SCRIPT, BREAKOUT, "</dd>", "javascript:alert(4)")),
                        FakeWeb.NOW.minus(1, ChronoUnit.HOURS))
                .value();
        web.market.publish(villain, FakeWeb.NOW);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static void harmless(String path) {
        var answer = web.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body())
                .as(path)
                .doesNotContain("<script>", "<img src=x", "</svg><script", "href=\"javascript")
                .doesNotContainPattern("=\"[^\"<>]*\" (autofocus|onfocus|onclick)");
    }

    @Test
    void whatAMerchantWroteIsTextOnEveryPage() {
        harmless("/fr/");
        harmless("/fr/shops");
        harmless("/en/search?q=pomme");
        harmless("/fr/shops/" + villain.did());
        harmless("/en/shops/" + villain.did() + "/" + rkey);
        assertThat(web.get("/fr/shops/" + villain.did() + "/" + rkey).body()).contains("Pomme &lt;script&gt;");
    }

    @Test
    void whatAShopperTypedIsTextToo() {
        harmless("/fr/search?q=" + Links.encode(SCRIPT + BREAKOUT));
        harmless("/fr/search?category=" + Links.encode(BREAKOUT) + "&minPrice=" + Links.encode(BREAKOUT));
        harmless("/fr/shops/" + villain.did() + "?q=" + Links.encode("'" + SCRIPT));
    }

    @Test
    void onlyPlainAddressesBecomeLinks() {
        String page = web.get("/fr/shops/" + villain.did()).body();
        assertThat(page).doesNotContain("mailto:a@exemple.fr?bcc", "tel:0478\"");
        assertThat(Links.web("javascript:alert(1)")).isNull();
        assertThat(Links.web("https://user:secret@exemple.fr/")).isNull();
        assertThat(Links.web("data:text/html,x")).isNull();
        assertThat(Links.web("//exemple.fr")).isNull();
        assertThat(Links.web("https://exemple.fr/a")).isEqualTo("https://exemple.fr/a");
        assertThat(Links.telephone("+33 (0)4 78-00.00 12")).isEqualTo("tel:+33478000012");
        assertThat(Links.telephone("call me")).isNull();
        assertThat(Links.email("bonjour@exemple.fr")).isEqualTo("mailto:bonjour@exemple.fr");
        assertThat(Links.email("a@b.fr?subject=x")).isNull();
    }
}
