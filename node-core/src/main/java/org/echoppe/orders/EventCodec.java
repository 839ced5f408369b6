package org.echoppe.orders;

import java.util.HashMap;
import java.util.Map;
import org.echoppe.catalogue.StockMove;
import org.echoppe.domain.Fault;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.journal.JournalEntry;
import org.echoppe.journal.NewEntry;
import org.echoppe.journal.Personal;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;

/**
 * Events to entries of the journal and back: a number for the kind, DAG-CBOR for the rest. Fields may be added to a kind; what an older
 * program would misread gets a new number.
 */
final class EventCodec {
    private static final int ENVELOPE = 1;
    private static final int STOCK = 2;
    private static final int NUMBER = 3;
    private static final int SALE = 4;
    private static final int ORDER = 5;
    private static final int ERASED = 6;
    private static final int PRINTED = 7;
    private static final int NEWEST = PRINTED;

    private EventCodec() {}

    /** @throws IllegalArgumentException for what is personal and was not given in words */
    static NewEntry entry(Noted noted) {
        var event = noted.event();
        byte[] personal = switch (event.personal()) {
            case Personal.Known(byte[] bytes) -> bytes;
            case Personal.None _ -> null;
            case Personal.Erased _, Personal.Lost _ ->
                throw new IllegalArgumentException("what can't be read can't be written");
        };
        return new NewEntry(kind(event), noted.when(), event.slot(), DagCbor.encode(fields(event)), personal);
    }

    private static int kind(Event event) {
        return switch (event) {
            case Event.EnvelopeAcknowledged _ -> ENVELOPE;
            case Event.StockMoved _ -> STOCK;
            case Event.NumberIssued _ -> NUMBER;
            case Event.SaleMade _ -> SALE;
            case Event.OrderEvent _ -> ORDER;
            case Event.PersonalErased _ -> ERASED;
            case Event.PaperPrinted _ -> PRINTED;
        };
    }

    private static Ipld.Fields fields(Event event) {
        return switch (event) {
            case Event.EnvelopeAcknowledged one -> new Ipld.Fields(Map.of("envelope", new Ipld.Text(one.envelope())));
            case Event.StockMoved one -> stock(one);
            case Event.NumberIssued one ->
                new Ipld.Fields(Map.of(
                        "series", new Ipld.Text(one.series().code()),
                        "year", new Ipld.Int(one.year()),
                        "number", new Ipld.Int(one.number()),
                        "for", new Ipld.Text(one.issuedFor())));
            case Event.SaleMade one -> SaleCodec.fields(one);
            case Event.OrderEvent one ->
                new Ipld.Fields(Map.of(
                        "order", new Ipld.Text(one.order()),
                        "step", new Ipld.Text(one.step()),
                        "detail", one.detail()));
            case Event.PersonalErased one ->
                new Ipld.Fields(Map.of("slot", new Ipld.Int(one.erasedSlot()), "order", new Ipld.Text(one.order())));
            case Event.PaperPrinted one ->
                new Ipld.Fields(Map.of("paper", new Ipld.Text(one.paper()), "copy", new Ipld.Int(one.copy())));
        };
    }

    private static Ipld.Fields stock(Event.StockMoved moved) {
        var fields = new HashMap<String, Ipld>();
        fields.put("product", new Ipld.Text(moved.move().product().value()));
        moved.move().variant().ifPresent(key -> fields.put("variant", new Ipld.Text(key)));
        fields.put("pieces", new Ipld.Int(moved.move().pieces()));
        fields.put("left", new Ipld.Int(moved.left()));
        fields.put("because", new Ipld.Text(moved.because()));
        return new Ipld.Fields(fields);
    }

    /**
     * @param personal what is personal in it, as far as it can be read
     * @throws Rejected JOURNAL_TOO_NEW for an entry of a program that knows more
     */
    static Event event(JournalEntry entry, Personal personal) {
        if (entry.kind() > NEWEST) {
            throw tooNew(entry);
        }
        try {
            var fields = DagCbor.decodeMap(entry.open());
            return switch (entry.kind()) {
                case ENVELOPE -> new Event.EnvelopeAcknowledged(text(fields, "envelope"), entry.slot(), personal);
                case STOCK ->
                    new Event.StockMoved(
                            new StockMove(
                                    new RecordKey(text(fields, "product")),
                                    fields.text("variant"),
                                    integer(fields, "pieces")),
                            integer(fields, "left"),
                            text(fields, "because"));
                case NUMBER ->
                    new Event.NumberIssued(
                            NumberSeries.of(text(fields, "series")).orElseThrow(() -> tooNew(entry)),
                            (int) integer(fields, "year"),
                            integer(fields, "number"),
                            text(fields, "for"));
                case SALE -> SaleCodec.sale(fields);
                case ORDER ->
                    new Event.OrderEvent(
                            text(fields, "order"),
                            text(fields, "step"),
                            fields.fields("detail").orElseThrow(),
                            entry.slot(),
                            personal);
                case ERASED -> new Event.PersonalErased(integer(fields, "slot"), text(fields, "order"));
                case PRINTED -> new Event.PaperPrinted(text(fields, "paper"), integer(fields, "copy"));
                default -> throw tooNew(entry);
            };
        } catch (BadRepository e) {
            throw new IllegalStateException("entry " + entry.sequence() + " is as it was written, and no event", e);
        }
    }

    private static Rejected tooNew(JournalEntry entry) {
        return Rejected.because(Fault.JOURNAL_TOO_NEW, entry.sequence());
    }

    static String text(Ipld.Fields fields, String name) {
        return fields.text(name).orElseThrow(() -> missing(name));
    }

    static long integer(Ipld.Fields fields, String name) {
        return fields.integer(name).orElseThrow(() -> missing(name));
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("an event without " + name);
    }
}
