package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.store.jooq.Tables.MAIL;
import static org.echoppe.store.jooq.Tables.MAIL_BODY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Thumbprint;
import org.echoppe.store.MailLimits.Share;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailStoreTest {
    private static final Share ROOM = new Share(100, 1_000_000);
    private static final MailLimits WIDE = new MailLimits(ROOM, ROOM, ROOM, ROOM);

    @TempDir
    Path home;

    private Database database;
    private MailStore mail;

    @BeforeEach
    void open() {
        database = TestHome.open(home);
        mail = new MailStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Did did(int number) {
        byte[] point = new byte[33];
        point[0] = 2;
        point[32] = (byte) number;
        return Did.of(point);
    }

    private static EnvelopeId id(int number) {
        byte[] bytes = new byte[EnvelopeId.LENGTH];
        bytes[0] = (byte) number;
        return EnvelopeId.of(bytes);
    }

    private static Thumbprint reply(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return Thumbprint.of(bytes);
    }

    private static NewMail fresh(int number, int merchant, String sender, String network) {
        return fresh(number, merchant, new MailBearer(sender, network), MailState.KEPT);
    }

    private static NewMail fresh(int number, int merchant, MailBearer bearer, MailState state) {
        return new NewMail(
                id(number), "h" + number, did(merchant), reply(number), new byte[1_000], bearer, state, TestHome.NOW);
    }

    private HeldMail taken(int number, int merchant) {
        assertThat(mail.take(fresh(number, merchant, "s", "n"), WIDE)).isEqualTo(MailTaken.KEPT);
        return mail.find(id(number), "h" + number).orElseThrow();
    }

    @Test
    void anEnvelopeIsHeldOnceAndComesBackAsItWas() {
        var held = taken(1, 1);
        assertThat(mail.take(fresh(1, 1, "s", "n"), WIDE)).isEqualTo(MailTaken.KNOWN);
        assertThat(held.merchant()).isEqualTo(did(1));
        assertThat(held.reply()).isEqualTo(reply(1));
        assertThat(held.state()).isEqualTo(MailState.KEPT);
        assertThat(held.waits()).isTrue();
        assertThat(mail.body(held.seq())).hasValue(new byte[1_000]);
        assertThat(mail.due().merchants(TestHome.NOW)).containsExactly(did(1));
        assertThat(mail.due().of(did(1), TestHome.NOW, 10)).containsExactly(held);
    }

    @Test
    void theReceiptEndsItAndLeavesNothingOfIt() {
        var held = taken(1, 1);
        mail.arrived(held.seq(), "receipt", false, Optional.empty(), TestHome.NOW.plusSeconds(60));
        assertThat(mail.body(held.seq())).isEmpty();
        assertThat(mail.waitingFor(did(1), 0, 10, 10_000)).isEmpty();
        int bodies = database.reading(sql -> sql.fetchCount(MAIL_BODY));
        assertThat(bodies).isZero();
        var row = database.reading(sql -> sql.fetchSingle(MAIL));
        assertThat(row.getSender()).isNull();
        assertThat(row.getNetwork()).isNull();
        var after = mail.find(id(1), "h1").orElseThrow();
        assertThat(after.state()).isEqualTo(MailState.ARRIVED);
        assertThat(after.receipt()).isEqualTo("receipt");
        mail.due().tried(held, true, TestHome.NOW.plusSeconds(1));
        assertThat(mail.find(id(1), "h1").orElseThrow().state()).isEqualTo(MailState.ARRIVED);
    }

    @Test
    void theReceiptSaysWhoseAnswersTheEnvelopeWaitsFor() {
        var held = taken(1, 1);
        mail.arrived(held.seq(), "receipt", false, Optional.of(reply(7)), null);
        assertThat(mail.find(id(1), "h1").orElseThrow().reply()).isEqualTo(reply(7));
        assertThat(mail.answers().keep(did(1), id(50), reply(7), "answer")).contains(MailTaken.KEPT);
    }

    @Test
    void whatWasReadIsNotMerelyArrivedAgain() {
        var held = taken(1, 1);
        mail.arrived(held.seq(), "read", true, Optional.empty(), null);
        mail.arrived(held.seq(), "arrived", false, Optional.empty(), null);
        var after = mail.find(id(1), "h1").orElseThrow();
        assertThat(after.state()).isEqualTo(MailState.READ);
        assertThat(after.receipt()).isEqualTo("read");
    }

    @Test
    void anotherEnvelopeUnderTheSameIdTakesNothingFromTheFirst() {
        taken(1, 1);
        var twin = new NewMail(
                id(1),
                "another",
                did(1),
                reply(9),
                new byte[10],
                new MailBearer(null, "x"),
                MailState.AT_MAILBOX,
                null);
        assertThat(mail.take(twin, WIDE)).isEqualTo(MailTaken.KEPT);
        assertThat(mail.find(id(1))).extracting(HeldMail::hash).containsExactly("h1", "another");
    }

    @Test
    void eachShareIsFullByItselfAndEmptiesWithTheReceipts() {
        var two = new Share(2, 1_000_000);
        var byMerchant = new MailLimits(two, ROOM, ROOM, ROOM);
        var bySender = new MailLimits(ROOM, two, ROOM, ROOM);
        var byNetwork = new MailLimits(ROOM, ROOM, two, ROOM);
        var byBytes = new MailLimits(ROOM, ROOM, ROOM, new Share(100, 2_500));
        taken(1, 1);
        var second = taken(2, 1);
        assertThat(mail.take(fresh(3, 1, "t", "m"), byMerchant)).isEqualTo(MailTaken.FULL);
        assertThat(mail.take(fresh(3, 2, "s", "m"), bySender)).isEqualTo(MailTaken.FULL);
        assertThat(mail.take(fresh(3, 2, "t", "n"), byNetwork)).isEqualTo(MailTaken.FULL);
        assertThat(mail.take(fresh(3, 2, "t", "m"), byBytes)).isEqualTo(MailTaken.FULL);
        assertThat(mail.find(id(3))).isEmpty();
        assertThat(mail.take(fresh(3, 2, "t", "m"), byMerchant)).isEqualTo(MailTaken.KEPT);
        mail.arrived(second.seq(), "receipt", false, Optional.empty(), null);
        assertThat(mail.take(fresh(4, 1, "s", "n"), byMerchant)).isEqualTo(MailTaken.KEPT);
    }

    @Test
    void theOwnerIsGivenItsOwnOldestFirstAndPageByPage() {
        taken(1, 1);
        taken(2, 2);
        taken(3, 1);
        taken(4, 1);
        var first = mail.waitingFor(did(1), 0, 10, 2_500);
        assertThat(first).hasSize(2);
        var rest = mail.waitingFor(did(1), first.getLast().seq(), 10, 2_500);
        assertThat(rest).hasSize(1);
        assertThat(mail.waitingFor(did(1), 0, 10, 1)).hasSize(1);
        assertThat(mail.waitingFor(did(3), 0, 10, 2_500)).isEmpty();
    }

    @Test
    void answersAreKeptWhereTheyAreAwaitedAndUpToAShare() {
        var held = taken(1, 1);
        assertThat(mail.answers().keep(did(1), id(50), reply(1), "answer")).contains(MailTaken.KEPT);
        assertThat(mail.answers().keep(did(1), id(50), reply(1), "answer")).contains(MailTaken.KNOWN);
        assertThat(mail.answers().keep(did(2), id(50), reply(1), "of another")).isEmpty();
        assertThat(mail.answers().keep(did(1), id(49), reply(3), "perhaps to what waits"))
                .contains(MailTaken.KEPT);
        mail.arrived(held.seq(), "receipt", false, Optional.empty(), null);
        assertThat(mail.answers().keep(did(1), id(51), reply(2), "to nobody")).isEmpty();
        mail.answers().keepOwn(did(1), id(51), reply(2), "own");
        assertThat(mail.answers().to(did(1), reply(2))).containsExactly("own");
        assertThat(mail.answers().to(did(1), reply(1))).containsExactly("answer");
        assertThat(mail.answers().to(did(2), reply(1))).isEmpty();
        for (int i = 60; i < 109; i++) {
            assertThat(mail.answers().keep(did(1), id(i), reply(1), "more")).contains(MailTaken.KEPT);
        }
        assertThat(mail.answers().keep(did(1), id(120), reply(1), "too many")).contains(MailTaken.FULL);
    }

    @Test
    void answersToKeysThatNobodyNamedAreAsManyAsWhatWaitsCanBeAnsweredBy() {
        taken(1, 1);
        for (int i = 60; i < 110; i++) {
            assertThat(mail.answers().keep(did(1), id(i), reply(i), "to whom?")).contains(MailTaken.KEPT);
        }
        assertThat(mail.answers().keep(did(1), id(120), reply(120), "too many")).contains(MailTaken.FULL);
        assertThat(mail.answers().keep(did(1), id(121), reply(1), "to the one that waits"))
                .contains(MailTaken.KEPT);
    }

    @Test
    void whatIsCarriedExpiresAfterThirtyDaysAndIsForgottenAfterSixtyMore() {
        var held = taken(1, 1);
        var arrived = taken(2, 1);
        mail.arrived(arrived.seq(), "receipt", false, Optional.empty(), null);
        mail.answers().keep(did(1), id(50), reply(2), "answer");
        mail.expire(TestHome.NOW.plus(Duration.ofDays(29)));
        assertThat(mail.find(id(1)).getFirst().state()).isEqualTo(MailState.KEPT);
        mail.expire(TestHome.NOW.plus(Duration.ofDays(31)));
        assertThat(mail.find(id(1)).getFirst().state()).isEqualTo(MailState.EXPIRED);
        assertThat(mail.body(held.seq())).isEmpty();
        assertThat(mail.due().merchants(TestHome.NOW.plus(Duration.ofDays(31)))).isEmpty();
        assertThat(mail.answers().to(did(1), reply(2))).containsExactly("answer");
        mail.expire(TestHome.NOW.plus(Duration.ofDays(61)));
        assertThat(mail.find(id(2))).isEmpty();
        assertThat(mail.answers().to(did(1), reply(2))).isEmpty();
    }

    @Test
    void theMerchantThatIsHeardOfIsDueAtOnce() {
        var held = taken(1, 1);
        mail.due().tried(held, false, TestHome.NOW.plusSeconds(3_600));
        assertThat(mail.due().merchants(TestHome.NOW)).isEmpty();
        assertThat(mail.due().isAwaited(did(2), TestHome.NOW)).isFalse();
        assertThat(mail.due().isAwaited(did(1), TestHome.NOW)).isTrue();
        assertThat(mail.due().hurry(did(1), TestHome.NOW)).isTrue();
        assertThat(mail.due().of(did(1), TestHome.NOW, 9))
                .extracting(HeldMail::attempts)
                .containsExactly(1);
    }

    @Test
    void onAFullDiskNothingIsTakenAndWhatIsHeldCanBeRead(@TempDir Path other) {
        long[] free = {Long.MAX_VALUE};
        var file = new H2File(other, TestHome.key()) {
            @Override
            long usableSpace() {
                return free[0];
            }
        };
        try (var little = Database.open(other, file, TestHome.CLOCK)) {
            var store = new MailStore(little);
            store.take(fresh(1, 1, "s", "n"), WIDE);
            free[0] = Database.RESERVE + 1_000;
            DatabaseTest.assertFault(Fault.DISK_FULL, () -> store.take(fresh(2, 1, "s", "n"), WIDE));
            assertThat(store.find(id(2))).isEmpty();
            assertThat(store.waitingFor(did(1), 0, 10, 10_000)).hasSize(1);
        }
    }

    @Test
    void whatGoesOutWaitsForEachNodeByItself() {
        var outgoing = new OutgoingStore(database);
        int[] told = {0};
        outgoing.onAdded(() -> told[0]++);
        outgoing.add(List.of(did(1), did(2)), "word");
        assertThat(told[0]).isEqualTo(1);
        assertThat(outgoing.due(TestHome.NOW)).containsExactlyInAnyOrder(did(1), did(2));
        outgoing.done(outgoing.due(did(1), TestHome.NOW, 5).getFirst());
        var left = outgoing.due(did(2), TestHome.NOW, 5).getFirst();
        outgoing.tried(left, TestHome.NOW.plusSeconds(60));
        assertThat(outgoing.due(TestHome.NOW)).isEmpty();
        assertThat(outgoing.isAwaited(did(2), TestHome.NOW)).isTrue();
        assertThat(outgoing.hurry(did(2), TestHome.NOW)).isTrue();
        assertThat(outgoing.due(did(2), TestHome.NOW, 5).getFirst().attempts()).isEqualTo(1);
        outgoing.expire(TestHome.NOW.plus(Duration.ofDays(61)));
        assertThat(outgoing.due(TestHome.NOW)).isEmpty();
    }
}
