package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.echoppe.catalogue.Product;
import org.echoppe.domain.OrderState;
import org.echoppe.identity.OwnerOnly;
import org.echoppe.orders.documents.Printed;
import org.echoppe.orders.wire.Contact;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PeopleTest {
    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private TestDesk shop;
    private People people;
    private Product jam;
    private final FakeShopper first = new FakeShopper();
    private final FakeShopper second = new FakeShopper();
    private final FakeShopper stranger = new FakeShopper();

    @BeforeEach
    void open() {
        shop = new TestDesk(home);
        people = new People(shop.parts, shop.desk, shop.papers);
        jam = shop.product("Confiture", "4,35", "stock", "9", "vat_rate", "5,5");
        shop.send(first, shop.order(first, 435, wish(jam, 1)));
        shop.desk.accept(first.id(), List.of(), "À demain, Agnès");
        shop.desk.complete(first.id());
        shop.send(second, shop.order(second, 870, wish(jam, 2)));
        var other = shop.order(stranger, 435, wish(jam, 1));
        other.putObject("contact").put("name", "Zoé").put("email", "Zoe@exemple.example");
        shop.send(stranger, other);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void allThatIsHeldOfAPersonIsHandedOver() throws IOException {
        var handed = people.export("06 12.34.56.78", elsewhere.resolve("agnes"));
        assertThat(handed.orders()).isEqualTo(2);
        assertThat(handed.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("orders.json", "F2026-000001.pdf");
        for (var file : handed.files()) {
            assertThat(OwnerOnly.isOpenToOthers(file)).isFalse();
        }
        var json = new JsonMapper().readTree(Files.readAllBytes(handed.files().getFirst()));
        assertThat(json.path("orders")).hasSize(2);
        assertThat(json.toString())
                .contains("Agnès Martin", "+33 6 12 34 56 78", "Bien cuit, s’il vous plaît", "À demain, Agnès")
                .doesNotContain("Zoé");
        assertThat(new Printed(Files.readAllBytes(handed.files().getLast())).text())
                .contains("Agnès Martin");
        assertThat(people.orders("zoe@EXEMPLE.example")).hasSize(1);
        assertThat(people.orders("")).isEmpty();
        assertThatThrownBy(() -> people.export("07 00 00 00 00", elsewhere)).hasMessageContaining("contact-unknown");
    }

    @Test
    void ordersOfOneCustomerAreFoundHoweverTheContactIsWritten() {
        var agnes = new Contact("A. Martin", "06.12.34.56.78", "");
        assertThat(people.like(agnes)).extracting(ShopOrder::id).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(people.like(new Contact("", "", "ZOE@exemple.example")))
                .extracting(ShopOrder::id)
                .containsExactly(stranger.id());
        var third = new FakeShopper();
        shop.pass(Duration.ofMinutes(5));
        shop.send(third, shop.order(third, 435, wish(jam, 1)));
        shop.desk.erase(first.id());
        assertThat(people.like(agnes))
                .as("the newest first, and nobody who was erased")
                .extracting(ShopOrder::id)
                .containsExactly(third.id(), second.id());
    }

    @Test
    void whoAsksIsForgottenButForWhatRunsAndWhatTheLawKeeps() throws Exception {
        var done = people.erase("+33612345678");
        assertThat(done.erased()).extracting(ShopOrder::id).containsExactly(first.id());
        assertThat(done.open()).extracting(ShopOrder::id).containsExactly(second.id());
        assertThat(done.invoices()).containsExactly("F2026-000001");
        assertThat(shop.desk.person(shop.of(first))).isEmpty();
        assertThat(shop.desk.person(shop.of(second))).isPresent();
        assertThat(shop.desk.person(shop.of(stranger))).isPresent();
        assertThat(new Printed(shop.papers.invoice(first.id()).orElseThrow()).text())
                .contains("Agnès Martin");
        assertThat(people.orders("+33612345678")).hasSize(1);
        assertThat(new OrderHistory(shop.parts, new OrderBook(shop.parts)).json(List.of(shop.of(first))))
                .asString()
                .doesNotContain("Agnès", "demain");
    }

    @Test
    void whoseAnswerWasErasedBeforeItWasSentIsToldWhereTheOrderStands() throws Exception {
        shop.desk.erase(first.id());
        var told = shop.lastAnswer(first);
        assertThat(told.path("state").stringValue()).isEqualTo("completed");
        assertThat(told.path("number").intValue()).isEqualTo(3);
        assertThat(told.path("message").isMissingNode()).isTrue();
        int sent = shop.answers.size();
        shop.answering.catchUp();
        assertThat(shop.answers).hasSize(sent);
    }

    /** Nobody knows any more who it is, but the shopper's browser still asks. */
    @Test
    void whoseOrderWasErasedIsStillToldWhereItStands() throws Exception {
        people.erase("+33612345678");
        shop.pass(Duration.ofDays(2));
        shop.say(first, first.word(1, "withdraw", shop.clock.instant()).put("text", "Trop sucrée"));
        var withdrawn = shop.lastAnswer(first);
        assertThat(withdrawn.path("state").stringValue()).isEqualTo("withdrawn");
        assertThat(withdrawn.path("refund").path("amount").intValue()).isEqualTo(435);
        shop.desk.refund(first.id(), "");
        assertThat(shop.lastAnswer(first).path("state").stringValue()).isEqualTo("refunded");
        assertThat(shop.of(first).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(new Printed(shop.papers.creditNotes(first.id()).getFirst()).text())
                .contains("Agnès Martin");

        shop.say(first, first.word(2, "message", shop.clock.instant()).put("text", "Merci"));
        assertThat(shop.lastAnswer(first).path("message").stringValue()).contains("n’a donc pas été gardé");
        assertThatThrownBy(() -> shop.desk.say(first.id(), "De rien")).hasMessageContaining("order-erased");
    }
}
