package org.echoppe.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.junit.jupiter.api.Test;

class ShopProfileTest {
    private static final Did KEY = new Did("did:key:zDnaer65n1fajdigD7kF42UgS1vMBrrX24JTGfY5hCoQqVdA5");

    private static ShopProfile bakery() {
        return ShopProfile.blank().withName("Boulangerie").withLang("fr").withCurrency(Money.EUR);
    }

    @Test
    void everyFieldIsReadAsItWasWritten() throws BadRepository {
        var hours = new OpeningHours(
                EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY), LocalTime.of(7, 0), LocalTime.of(19, 30));
        var closing = new Closing(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 2), "Noël");
        var mailbox = new Mailbox(KEY, List.of("https://192.0.2.7:8444"));
        var status = new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.of(2027, 1, 3)));
        var profile = bakery().withTagline("Au levain")
                .withAddress(new Address("1 rue du Four", "75004", "Paris", "FR"))
                .withGeo(new Geo(48_856_600, -2_352_000))
                .withEmail("bonjour@example.org")
                .withOpeningHours(List.of(hours))
                .withClosedOn(List.of(closing))
                .withMailboxes(List.of(mailbox))
                .withEncryptionKey(KEY)
                .withRecoveryKey(KEY)
                .withPickup(new Pickup(60, 15))
                .withPaymentsInShop(List.of("espèces", "carte"))
                .withStatus(status);
        assertThat(profile.check()).isEmpty();
        var read = ShopProfile.of(DagCbor.record(DagCbor.encode(profile.toFields())));
        assertThat(read).isEqualTo(profile);
        assertThat(read.geo()).contains(new Geo(48_856_600, -2_352_000));
        assertThat(read.openingHours()).containsExactly(hours);
        assertThat(read.closedOn()).containsExactly(closing);
        assertThat(read.mailboxes()).containsExactly(mailbox);
        assertThat(read.recoveryKey()).contains(KEY);
        assertThat(read.pickup()).contains(new Pickup(60, 15));
        assertThat(read.paymentsInShop()).containsExactly("espèces", "carte");
        assertThat(read.status()).isEqualTo(status);
    }

    @Test
    void aProfileThatFailsItsSchemaNamesEveryProblemAndThrowsNothing() {
        var entries = new LinkedHashMap<String, Ipld>(bakery().toFields().entries());
        entries.put("currency", new Ipld.Text("EUX"));
        entries.put("address", new Ipld.Fields(Map.of("country", new Ipld.Text("fr"))));
        entries.put("geo", new Ipld.Fields(Map.of("lat", new Ipld.Int(90_000_001), "lon", new Ipld.Int(0))));
        entries.put("endpoints", new Ipld.Items(List.of(new Ipld.Text("http://192.0.2.7"))));
        entries.put("webUrl", new Ipld.Text("https://user:secret@example.org"));
        entries.put("recoveryKey", new Ipld.Text("did:web:example.org"));
        entries.put("status", new Ipld.Text("open"));
        var profile = ShopProfile.of(new Ipld.Fields(entries));
        assertThat(profile.check().stream().map(problem -> problem.field() + " " + problem.fault()))
                .containsExactlyInAnyOrder(
                        "currency NOT_A_CURRENCY",
                        "address.country NOT_A_COUNTRY",
                        "geo.lat OUT_OF_RANGE",
                        "endpoints[0] NOT_AN_ADDRESS",
                        "webUrl NOT_A_PAGE",
                        "recoveryKey NOT_A_DID",
                        "status WRONG_SHAPE");
        assertThat(profile.geo()).isEmpty();
        assertThat(profile.status()).isEqualTo(ShopStatus.OPEN);
    }

    @Test
    void fieldsOfANewerNodeAreKeptInsideAPartToo() {
        var entries = new LinkedHashMap<String, Ipld>(bakery().toFields().entries());
        entries.put("address", new Ipld.Fields(Map.of("floor", new Ipld.Int(2))));
        var moved = ShopProfile.of(new Ipld.Fields(entries)).withAddress(new Address("2 rue", "", "Paris", "FR"));
        assertThat(moved.check()).isEmpty();
        assertThat(moved.toFields().fields("address").orElseThrow().integer("floor"))
                .contains(2L);
    }

    @Test
    void aNodeThatKnowsFewerLegalTextsKeepsTheOthers() {
        var legal = Map.<String, Ipld>of("terms", new Ipld.Text("CGV"), "cookies", new Ipld.Text("aucun"));
        var entries = new LinkedHashMap<String, Ipld>(bakery().toFields().entries());
        entries.put("legal", new Ipld.Fields(legal));
        var changed = ShopProfile.of(new Ipld.Fields(entries))
                .withLegal(new Legal("", "", "", "CGV", "", "", "Éditeur", "Rien n’est gardé."));
        assertThat(changed.check()).isEmpty();
        assertThat(changed.legal().notice()).isEqualTo("Éditeur");
        assertThat(changed.toFields().fields("legal").orElseThrow().text("cookies"))
                .contains("aucun");
    }
}
