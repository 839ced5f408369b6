package org.echoppe.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.journal.Journal;
import org.echoppe.journal.JournalDisk;
import org.echoppe.journal.JournalMark;
import org.echoppe.journal.NewEntry;
import org.echoppe.journal.Personal;
import org.echoppe.records.Availability;
import org.echoppe.repo.Ipld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided is decided once, in order, and stands in the journal and the tables alike. */
class LedgerTest {
    @TempDir
    Path home;

    @Test
    void aSaleTakesTheStockGetsANumberAndIsThereAfterAStart() {
        Product jam;
        try (var till = new TestTill(home)) {
            jam = till.product("Confiture", 5);
            assertThat(till.ledger.run(till.sale("a", jam.key(), 2))).isEqualTo(new CounterSale.Receipt(2026, 1));
            assertThat(till.ledger.run(till.sale("a", jam.key(), 2)))
                    .as("the same sale twice is one sale")
                    .isEqualTo(new CounterSale.Receipt(2026, 1));
            assertThat(till.stock(jam.key())).isEqualTo(3);
            till.clock.pass(Duration.ofDays(60));
            assertThat(till.ledger.run(till.sale("b", jam.key(), 9))).isEqualTo(new CounterSale.Receipt(2027, 1));
            assertThat(till.catalogue.find(jam.key()).orElseThrow().record().availability())
                    .contains(Availability.OUT_OF_STOCK);
        }
        try (var till = new TestTill(home)) {
            assertThat(till.stock(jam.key())).isZero();
            assertThat(till.store.sale("a").orElseThrow().total().minorUnits()).isEqualTo(870);
            assertThat(till.ledger.trouble()).isEmpty();
        }
    }

    @Test
    void listenersOfTheCatalogueHearOfStockThatMoved() {
        try (var till = new TestTill(home)) {
            var jam = till.product("Confiture", 5);
            var heard = new ArrayList<String>();
            till.catalogue.onChange(() -> heard.add("catalogue"));
            till.ledger.onEvents(events ->
                    events.forEach(noted -> heard.add(noted.event().getClass().getSimpleName())));
            till.ledger.run(till.sale("a", jam.key(), 5));
            till.ledger.run(turn -> 0);
            assertThat(heard).containsExactly("catalogue", "StockMoved", "NumberIssued", "SaleMade");
            assertThat(till.catalogue.find(jam.key()).orElseThrow().pending()).isTrue();
        }
    }

    @Test
    void aKindIsCountedWhereTheShopCountsIt() {
        try (var till = new TestTill(home)) {
            var draft = ProductDraft.EMPTY
                    .with(ProductField.NAME, "Pull")
                    .with(ProductField.PRICE, "40")
                    .with(ProductField.STOCK, "7");
            var plain = till.catalogue.add(draft);
            till.ledger.run(turn -> {
                turn.take(plain.key(), Optional.of("no such kind"), 2, "a");
                assertThat(turn.stock(plain.key(), Optional.empty())).hasValue(5);
                turn.take(plain.key(), Optional.empty(), 5, "a");
                assertThatThrownBy(() -> turn.take(plain.key(), Optional.of("x"), 1, "a"))
                        .isInstanceOf(Rejected.class);
                return 0;
            });
            assertThat(till.stock(plain.key())).isZero();
        }
    }

    @Test
    void aCommandThatThrowsChangesNothingForTheOthers() throws Exception {
        try (var till = new TestTill(home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var jam = till.product("Confiture", 100);
            var answers = new ArrayList<Future<Object>>();
            for (int i = 0; i < 60; i++) {
                int number = i;
                answers.add(threads.submit(() -> till.ledger.run(turn -> {
                    turn.issue(NumberSeries.INVOICE, 2026, "order " + number);
                    turn.take(jam.key(), Optional.empty(), 1, "order " + number);
                    if (number % 3 == 0) {
                        throw Rejected.because(Fault.NOT_FOUND, "x");
                    }
                    return number;
                })));
            }
            int refused = 0;
            for (var answer : answers) {
                try {
                    answer.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(20);
            assertThat(till.stock(jam.key())).isEqualTo(60);
            assertThat(till.store.numbers("invoice", 2026))
                    .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
        }
    }

    /** One that decides something that the tables do not take: the others of its batch are served all the same. */
    @Test
    void anEventThatDoesNotFitFailsAlone() throws Exception {
        try (var till = new TestTill(home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 30; i++) {
                String id = i == 7 ? "x".repeat(65) : "envelope " + i;
                answers.add(threads.submit(() -> {
                    try {
                        return till.ledger.run(turn -> envelope(turn, id));
                    } catch (RuntimeException e) {
                        return false;
                    }
                }));
            }
            int served = 0;
            for (var answer : answers) {
                served += answer.get() ? 1 : 0;
            }
            assertThat(served).isEqualTo(29);
            assertThat(till.ledger.end().sequence()).isEqualTo(30);
        }
    }

    /** The last piece, wanted by many at the same instant. */
    @Test
    void theLastPieceIsTakenOnce() throws Exception {
        try (var till = new TestTill(home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                var jam = till.product("Confiture " + round, 1);
                var answers = new ArrayList<Future<Boolean>>();
                for (int i = 0; i < 8; i++) {
                    answers.add(threads.submit(() -> {
                        try {
                            return till.ledger.run(turn -> {
                                turn.take(jam.key(), Optional.empty(), 1, "an order");
                                return true;
                            });
                        } catch (Rejected tooLate) {
                            return false;
                        }
                    }));
                }
                int won = 0;
                for (var answer : answers) {
                    won += answer.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
                assertThat(till.stock(jam.key())).isZero();
            }
        }
    }

    @Test
    void anErasedOrderIsReadByNobodyAndMakingTheTablesAnewToleratesIt() {
        try (var till = new TestTill(home)) {
            long slot = till.ledger.run(turn -> {
                long fresh = turn.freshSlot();
                var personal = new Personal.Known("Amélie Durand".getBytes(UTF_8));
                turn.happens(new Event.OrderEvent(
                        "order", "received", new Ipld.Fields(Map.of("n", new Ipld.Int(2))), fresh, personal));
                return fresh;
            });
            long entry = till.store.steps("order").getFirst();
            assertThat(personal(till, entry)).isInstanceOf(Personal.Known.class);
            till.ledger.run(turn -> {
                turn.happens(new Event.PersonalErased(slot, "order"));
                return 0;
            });
            assertThat(personal(till, entry)).isEqualTo(Personal.ERASED);
            var kept = till.store.contents();
            till.ledger.rebuild();
            assertThat(till.store.contents()).isEqualTo(kept);
        }
        try (var till = new TestTill(home)) {
            assertThat(till.ledger.trouble()).isEmpty();
            assertThat(personal(till, 2)).isEqualTo(Personal.ERASED);
            assertThat(till.ledger.<Long>run(Turn::freshSlot)).isPositive();
        }
    }

    private static Personal personal(TestTill till, long entry) {
        return till.ledger.event(entry).orElseThrow().event().personal();
    }

    @Test
    void aBrokenJournalRefusesCommandsInWordsAndLeavesTheCatalogue() throws Exception {
        Product jam;
        try (var till = new TestTill(home)) {
            jam = till.product("Confiture", 5);
            till.ledger.run(till.sale("a", jam.key(), 2));
            till.ledger.run(till.sale("b", jam.key(), 1));
        }
        Path file = home.resolve("journal/00000001.journal");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (var till = new TestTill(home)) {
            assertThat(till.ledger.trouble().orElseThrow().fault()).isEqualTo(Fault.JOURNAL_DAMAGED);
            assertThatThrownBy(() -> till.ledger.run(till.sale("c", jam.key(), 1)))
                    .isInstanceOf(Rejected.class);
            till.catalogue.change(jam.key(), ProductDraft.EMPTY.with(ProductField.STOCK, "9"));
            assertThat(till.stock(jam.key())).isEqualTo(9);
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    /** Seeded commands of every kind, with changes of the catalogue in between. */
    @Test
    void madeAnewFromTheFirstEntryTheTablesAreTheSame() {
        for (int seed = 0; seed < 5; seed++) {
            try (var till = new TestTill(home.resolve("seed" + seed))) {
                var random = new Random(seed);
                var products = List.of(till.product("A", 50), till.product("B", 3));
                for (int i = 0; i < 60; i++) {
                    act(till, random, products, i);
                }
                var kept = till.store.contents();
                assertThat(kept).hasSizeGreaterThan(20);
                var stock = products.stream()
                        .map(product -> till.stock(product.key()))
                        .toList();
                till.ledger.rebuild();
                assertThat(till.store.contents()).as("seed %d", seed).isEqualTo(kept);
                assertThat(products.stream()
                                .map(product -> till.stock(product.key()))
                                .toList())
                        .isEqualTo(stock);
            }
        }
    }

    private static void act(TestTill till, Random random, List<Product> products, int number) {
        var product = products.get(random.nextInt(products.size())).key();
        till.clock.pass(Duration.ofHours(random.nextInt(200)));
        switch (random.nextInt(5)) {
            case 0 -> till.ledger.run(till.sale("sale " + number, product, 1 + random.nextInt(4)));
            case 1 -> till.ledger.run(turn -> envelope(turn, "envelope " + number));
            case 2 ->
                till.ledger.run(turn -> {
                    turn.issue(NumberSeries.INVOICE, 2026, "x");
                    return turn.issue(NumberSeries.INVOICE, 2026, "y");
                });
            case 3 ->
                till.ledger.run(turn -> {
                    turn.putBack(product, Optional.empty(), 1 + random.nextInt(9), "order " + number);
                    return 0;
                });
            default ->
                till.catalogue.change(
                        product, ProductDraft.EMPTY.with(ProductField.STOCK, Integer.toString(random.nextInt(60))));
        }
    }

    static boolean envelope(Turn turn, String id) {
        turn.happens(new Event.EnvelopeAcknowledged(
                id, turn.freshSlot(), new Personal.Known(("sealed " + id).getBytes(UTF_8))));
        return true;
    }

    @Test
    void aJournalOfANewerProgramRefusesOrdersAndLetsTheCatalogueWork() throws Exception {
        JournalMark mark;
        try (var till = new TestTill(home)) {
            till.ledger.run(turn -> envelope(turn, "before"));
            mark = new JournalMark(
                    till.ledger.end().sequence(), till.ledger.end().hash());
        }
        try (var journal = Journal.open(
                home.resolve(LedgerFiles.JOURNAL),
                TestTill.OWNER,
                mark,
                JournalDisk.REAL,
                Clock.systemUTC(),
                new SecureRandom())) {
            journal.append(List.of(NewEntry.open(999, Instant.parse("2031-01-01T00:00:00Z"), new byte[] {1})), null);
        }
        byte[] before = Files.readAllBytes(home.resolve("journal/00000001.journal"));
        for (int i = 0; i < 2; i++) {
            try (var till = new TestTill(home)) {
                assertThat(till.ledger.trouble().orElseThrow().fault()).isEqualTo(Fault.JOURNAL_TOO_NEW);
                assertThatThrownBy(() -> till.ledger.run(turn -> envelope(turn, "after")))
                        .isInstanceOf(Rejected.class);
                var jam = till.product("Confiture " + i, 5);
                assertThat(till.stock(jam.key())).isEqualTo(5);
                assertThat(till.store.envelope("before")).isPresent();
                assertThat(till.store.applied().sequence()).isEqualTo(mark.sequence());
            }
        }
        assertThat(home.resolve("journal/00000001.journal")).hasBinaryContent(before);
    }
}
