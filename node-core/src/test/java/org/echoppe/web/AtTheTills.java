package org.echoppe.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.echoppe.domain.RecordKey;
import org.echoppe.orders.wire.PlacedOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A basket of three shops in a real browser, and tills that open what it seals. Thursday 10:15. */
abstract class AtTheTills {
    static final int DESK = 1_280;
    static final int PHONE = 390;

    @TempDir
    static Path home;

    static Chromium chromium;
    static FakeWeb web;

    /** Whoever goes to another page leaves questions behind. */
    final Set<String> allowed = new TreeSet<>(Set.of("failed: "));

    ThreeTills tills;
    FakeRelay relay;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        web = new FakeWeb(home);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            web.close();
            chromium.close();
        }
    }

    @BeforeEach
    void newShops() {
        tills = new ThreeTills(web.market);
        relay = new FakeRelay(tills.all());
    }

    @AfterEach
    void theBrowserHadNothingElseToComplainOf() {
        var complaints = List.copyOf(chromium.complaints);
        chromium.complaints.clear();
        assertThat(complaints).allMatch(complaint -> allowed.stream().anyMatch(complaint::contains));
    }

    Page window(int width) {
        var page = chromium.window(width, true);
        relay.serve(page.context());
        page.clock().setFixedTime(Date.from(FakeWeb.NOW.plusSeconds(30)));
        return page;
    }

    void go(Page page, String path) {
        page.navigate(web.address() + path);
    }

    void add(Page page, FakeTill till, RecordKey rkey) {
        go(page, "/fr/shops/" + till.shop.did() + "/" + rkey);
        button(page, "Ajouter au panier").click();
        assertThat(page.locator(".toast")).containsText("Ajouté au panier");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator till(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    /** Seven articles of three shops, from each one's window. */
    void fillStory(Page page) {
        go(page, "/fr/shops/" + tills.bakery.shop.did());
        put(page, "Croissant au beurre", "Croissant au beurre", "Sandwich jambon beurre");
        go(page, "/fr/shops/" + tills.bookshop.shop.did());
        put(page, "Le Pont de bois", "Atlas des marchés");
        go(page, "/fr/shops/" + tills.grocer.shop.did());
        put(page, "Confiture de figues", "Vin de pays rouge");
        go(page, "/fr/basket");
    }

    private static void put(Page page, String... names) {
        for (String name : names) {
            // the words before are gone first: they may say the same
            page.evaluate("() => document.querySelector('.toast').replaceChildren()");
            button(page, "Ajouter au panier " + name).click();
            assertThat(page.locator(".toast")).containsText("Ajouté au panier\u00a0: " + name);
        }
    }

    static void answerEverything(Page page) {
        slot(page, "Fournil du Pont", "2026-11-20T07:15:00Z");
        slot(page, "Épicerie du Quai", "2026-11-19T10:00:00Z");
        for (var box : page.getByRole(AriaRole.CHECKBOX).all()) {
            box.check();
        }
        page.getByLabel("Nom").fill("Agnès Martin");
        page.getByLabel("Téléphone").fill("+33 6 12 34 56 78");
        page.getByLabel("Numéro et rue").fill("5 rue des Lilas");
        page.getByLabel("Code postal").fill("69003");
        page.getByLabel("Ville").fill("Lyon");
    }

    static void slot(Page page, String shop, String from) {
        till(page, shop).getByLabel("Quand passerez-vous").selectOption(from);
    }

    static void press(Page page) {
        button(page, "Commande avec obligation de paiement").click();
    }

    static PlacedOrder only(FakeTill till) {
        assertThat(till.orders).hasSize(1);
        return till.orders.getFirst();
    }
}
