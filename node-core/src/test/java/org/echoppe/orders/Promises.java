package org.echoppe.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.journal.Personal;

/** What a till had acknowledged, held against what a home is left with: everything that is missing or wrong, in words. */
final class Promises {
    private final TestTill till;
    private final List<String> acknowledged;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, String> journal = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<RecordKey, List<Noted>> moves = new HashMap<>();

    private Promises(TestTill till, List<String> acknowledged) {
        this.till = till;
        this.acknowledged = acknowledged;
    }

    /** Opens the home as a start does. */
    static List<String> broken(Path home, List<String> acknowledged, boolean rebuild) {
        try (var till = new TestTill(home)) {
            return new Promises(till, acknowledged).check(rebuild);
        } catch (RuntimeException e) {
            // it does not open, or opens and can't be read
            return List.of("the home: " + e);
        }
    }

    private List<String> check(boolean rebuild) {
        var trouble = till.ledger.trouble();
        if (trouble.isPresent()) {
            return List.of("the journal: " + trouble.map(Problem::fault).orElseThrow());
        }
        for (long i = 2; i <= till.ledger.end().sequence(); i++) {
            read(till.ledger.event(i).orElseThrow());
        }
        acknowledged.forEach(this::kept);
        noGap("receipt");
        noGap("invoice");
        moves.keySet().forEach(this::stock);
        if (till.store.applied().sequence() != till.ledger.end().sequence()) {
            broken.add("the tables are behind");
        }
        if (rebuild) {
            var tables = till.store.contents();
            till.ledger.rebuild();
            if (!tables.equals(till.store.contents())) {
                broken.add("made anew the tables are others");
            }
        }
        return broken;
    }

    private void read(Noted noted) {
        switch (noted.event()) {
            case Event.EnvelopeAcknowledged one ->
                journal.put(one.envelope(), noted.sequence() + " slot " + one.slot());
            case Event.PersonalErased one ->
                journal.merge("erased", one.erasedSlot() + " at " + noted.sequence(), (a, b) -> a + ", " + b);
            case Event.StockMoved one ->
                moves.computeIfAbsent(one.move().product(), _ -> new ArrayList<>())
                        .add(noted);
            case Event.NumberIssued one -> numbers.put(one.series().code() + " " + one.issuedFor(), one.number());
            default -> {}
        }
    }

    private void kept(String promise) {
        String[] words = promise.split(" ");
        boolean kept = switch (words[0]) {
            case "sale" ->
                till.store.sale(words[1]).isPresent()
                        && Long.valueOf(words[2]).equals(numbers.get("receipt " + words[1]));
            case "envelope" ->
                till.store
                        .envelope(words[1])
                        .map(this::personal)
                        .filter(("sealed " + words[1])::equals)
                        .isPresent();
            case "order" -> Long.valueOf(words[2]).equals(numbers.get("invoice " + words[1])) && tells(words[1]);
            case "erased" ->
                till.store.steps(words[1]).stream()
                        .allMatch(entry -> personal(entry).equals("ERASED"));
            case "product" -> till.catalogue.find(new RecordKey(words[2])).isPresent();
            default -> true;
        };
        if (!kept) {
            broken.add(promise + " (" + found(words[1]) + "; promise " + acknowledged.indexOf(promise) + " of "
                    + acknowledged.size() + ", journal to " + till.ledger.end().sequence() + ")");
        }
    }

    /** What there is of it, for whoever has to find out why a promise was broken. */
    private String found(String id) {
        var row = till.store.envelope(id).map(entry -> entry + " " + personal(entry));
        return "journal " + journal.get(id) + ", erased " + journal.get("erased") + ", row " + row.orElse("none")
                + ", steps " + till.store.steps(id).stream().map(this::personal).toList();
    }

    private boolean tells(String order) {
        var entries = till.store.steps(order);
        return entries.size() == 2
                && entries.stream().allMatch(entry -> personal(entry).equals(Customers.personal(order)));
    }

    private String personal(long entry) {
        return switch (till.ledger.event(entry).orElseThrow().event().personal()) {
            case Personal.Known(byte[] bytes) -> new String(bytes, UTF_8);
            case Personal.Erased _ -> "ERASED";
            case Personal.Lost _ -> "LOST";
            case Personal.None _ -> "NONE";
        };
    }

    private void noGap(String series) {
        var given = till.store.numbers(series, 2026);
        if (!given.equals(LongStream.rangeClosed(1, given.size()).boxed().toList())) {
            broken.add("numbers of " + series + ": " + given);
        }
    }

    /** As counted last, and what moved since: neither twice, nor not at all. */
    private void stock(RecordKey product) {
        var found = till.catalogue.find(product).orElseThrow();
        String[] counted = found.backroom().note().split(" after ");
        long after = counted.length == 2 ? Long.parseLong(counted[1]) : 0;
        long stock = counted.length == 2 ? Long.parseLong(counted[0]) : LedgerPowerCutTest.STOCK;
        for (var noted : moves.getOrDefault(product, List.of())) {
            if (noted.sequence() > after && noted.event() instanceof Event.StockMoved moved) {
                stock += moved.move().pieces();
                if (stock != moved.left()) {
                    broken.add("stock after entry " + noted.sequence() + ": " + stock + ", not " + moved.left());
                }
            }
        }
        if (till.stock(product) != stock) {
            broken.add("stock: " + till.stock(product) + ", not " + stock);
        }
    }
}
