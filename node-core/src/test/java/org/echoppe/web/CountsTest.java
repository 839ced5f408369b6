package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.records.Address;
import org.echoppe.records.Availability;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Geo;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a choice is what one finds once it is chosen: every number of a page is followed and compared. */
class CountsTest {
    private static final Pattern CHOICE = Pattern.compile(
            "<li><a href=\"([^\"]+)\"[^>]*>.*?<bdi>(.*?)</bdi>.*?<span class=\"count\">([\\d\\h]+)</span>");
    private static final Pattern FOUND = Pattern.compile("role=\"status\" tabindex=\"-1\">(\\d+|Aucun) article");
    private static final int SHOPS = 5;
    private static final int TEAS = 12;

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static FakeShop first;

    /** Five shops from near to far with the same twelve teas at other prices and on other shelves, and each one of its own. */
    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        var shops = new ArrayList<FakeShop>();
        for (int number = 0; number < SHOPS; number++) {
            var shop = new FakeShop(profile(number));
            for (int tea = 0; tea < TEAS; tea++) {
                if ((tea + number) % 3 != 0) {
                    shop.add(
                            FakeMarket.product(
                                            "Thé " + tea,
                                            tea % 2 == 0 ? "Thé > Noir" : "thé > Vert",
                                            price(tea, number))
                                    .withGtin(gtin(tea))
                                    .withAvailability(availability(tea + number)),
                            FakeWeb.NOW.minusSeconds(600));
                }
            }
            shop.add(FakeMarket.product("Thé maison", "Thé", 300), FakeWeb.NOW.minusSeconds(500));
            // twice in one shop: for a shop these are two, for the street one
            shop.add(FakeMarket.product("Thé 1 en vrac", "Vrac", 900).withGtin(gtin(1)), FakeWeb.NOW.minusSeconds(400));
            web.market.publish(shop, FakeWeb.NOW.minusSeconds(60));
            shops.add(shop);
        }
        first = shops.getFirst();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static ShopProfile profile(int number) {
        var profile = ShopProfile.blank()
                .withName("Comptoir " + number)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address("1 rue du Port", "69002", "Lyon", "FR"))
                .withGeo(new Geo(45_760_000 + number * number * 15_000, 4_840_000));
        if (number % 2 == 0) {
            profile = profile.withPickup(new Pickup(60, 30))
                    .withOpeningHours(List.of(
                            new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(20, 0))));
        }
        return number % 3 == 1
                ? profile
                : profile.withDeliveryZones(List.of(new DeliveryZone(List.of("69002"), 0, 300, 0, 0)));
    }

    private static long price(int tea, int number) {
        return 150 + 170L * tea + 90L * number;
    }

    private static Availability availability(int turn) {
        return turn % 4 == 0 ? Availability.OUT_OF_STOCK : Availability.IN_STOCK;
    }

    private static Gtin gtin(int tea) {
        String digits = "37600000%04d".formatted(tea);
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum += (digits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3);
        }
        return new Gtin(digits + (10 - sum % 10) % 10);
    }

    private static int found(String page) {
        var found = FOUND.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1).equals("Aucun") ? 0 : Integer.parseInt(found.group(1));
    }

    private static String body(String path) {
        var answer = web.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Every counted choice of a page: where it leads, and what it says. */
    private static Map<String, Integer> choices(String page) {
        var choices = new LinkedHashMap<String, Integer>();
        for (var line : page.split("\n")) {
            for (var item : line.split("(?=<li>)")) {
                var choice = CHOICE.matcher(item);
                if (choice.find()) {
                    choices.put(choice.group(1).replace("&amp;", "&"), Integer.parseInt(choice.group(3)));
                }
            }
        }
        return choices;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=th%C3%A9",
                "inStock=1",
                "openNow=1",
                "near=45.76,4.84",
                "near=45.76,4.84&within=2",
                "near=45.76,4.84&within=10&inStock=1",
                "near=69002&get=pickup",
                "near=69002&get=delivery&within=5",
                "minPrice=5&maxPrice=9.99",
                "category=Th%C3%A9&minPrice=2&maxPrice=4.99&near=69002&get=delivery",
                "q=maizon"
            })
    void whatAChoiceSaysIsWhatItFinds(String asked) {
        var choices = choices(body("/fr/search?" + asked));
        assertThat(choices).as(asked).hasSizeGreaterThan(4);
        choices.forEach((path, count) ->
                assertThat(found(body(path))).as("%s, then %s", asked, path).isEqualTo(count));
    }

    @Test
    void thereIsAnotherShopToGoToAndAnotherPriceToPay() {
        String own = Links.encode(first.did().value());
        var choices = choices(body("/fr/search?shop=" + own + "&minPrice=5&maxPrice=9.99"));
        assertThat(choices.keySet().stream().filter(path -> path.contains("shop=") && !path.contains(own)))
                .hasSize(SHOPS - 1);
        assertThat(choices.keySet()).anyMatch(path -> path.contains("minPrice=10"));
        choices.forEach((path, count) -> assertThat(found(body(path))).as(path).isEqualTo(count));
    }

    @Test
    void widerDistancesAreOfferedBesideTheOneThatIsChosen() {
        String page = body("/fr/search?near=45.76,4.84&within=2");
        assertThat(page).contains("à moins de 2\u00a0km", "à moins de 10\u00a0km", "à moins de 50\u00a0km");
        assertThat(choices(page).keySet()).anyMatch(path -> path.contains("within=10"));
    }

    @Test
    void aDistanceFromAPlaceThatNobodyCanLocateIsNotSaidToBeInForce() {
        int all = found(body("/fr/search?q=th%C3%A9"));
        String page = body("/fr/search?q=th%C3%A9&near=99999&within=5&sort=distance");
        assertThat(found(page)).isEqualTo(all);
        assertThat(page)
                .contains("99999")
                .doesNotContain("à moins de")
                .doesNotContainPattern("href=\"/fr/[^\"]*(within|distance)");
        String ordered = body("/fr/search?q=th%C3%A9&near=99999");
        assertThat(names(page)).isNotEmpty().isEqualTo(names(ordered));
    }

    /** The cards of a page, in order. */
    private static List<String> names(String page) {
        return Pattern.compile("href=\"(/fr/shops/[^\"?]+/[^\"?]+)")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void nobodyLooksFartherThanFiveHundredKilometres() {
        for (String typed : List.of("500", "501", "1000", "99999999")) {
            assertThat(body("/fr/search?near=45.76,4.84&within=" + typed))
                    .as(typed)
                    .contains("à moins de 500\u00a0km");
        }
    }

    @Test
    void aShopsOwnShelvesAreCountedAmongWhatElseIsChosen() {
        String path = "/fr/shops/" + first.did() + "?inStock=1&category=Vrac";
        var chip = Pattern.compile(
                        "class=\"chip\" href=\"([^\"]+)\"[^>]*><bdi>[^<]+</bdi><span class=\"small num\">(\\d+)<")
                .matcher(body(path));
        int chips = 0;
        while (chip.find()) {
            String there = chip.group(1).replace("&amp;", "&").replaceAll("#.*", "");
            assertThat(found(body(there))).as(there).isEqualTo(Integer.parseInt(chip.group(2)));
            chips++;
        }
        assertThat(chips).isEqualTo(2);
    }
}
