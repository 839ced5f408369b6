package org.echoppe.search;

import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Money;
import org.echoppe.records.Availability;
import org.echoppe.records.Measure;
import org.echoppe.records.Unit;
import org.jspecify.annotations.Nullable;

/** A label in as few bytes as will do: a million of them lie on the disk. */
final class LabelBytes {
    private static final int PRICE = 1;
    private static final int MEASURE = 2;
    private static final int AVAILABILITY = 4;
    private static final int PICTURE = 8;
    private static final int FROM = 16;
    private static final int LOOSE = 32;
    private static final int PLUS_VAT = 64;

    private static final List<Availability> AVAILABILITIES = List.of(Availability.values());
    private static final List<Unit> UNITS = List.of(Unit.values());

    private LabelBytes() {}

    static BytesRef of(Label label) {
        try {
            var output = new ByteBuffersDataOutput();
            output.writeByte((byte) has(label));
            output.writeString(label.name());
            output.writeString(label.lang());
            write(output, label.price());
            write(output, label.measure());
            if (label.availability() != null) {
                output.writeByte((byte) AVAILABILITIES.indexOf(label.availability()));
            }
            if (label.picture() != null) {
                byte[] cid = label.picture().cid().bytes();
                output.writeBytes(cid, cid.length);
                output.writeString(label.picture().alternative());
            }
            return new BytesRef(output.toArrayCopy());
        } catch (IOException e) {
            throw new IllegalStateException("memory was not written", e);
        }
    }

    private static int has(Label label) {
        return (label.price() == null ? 0 : PRICE)
                | (label.measure() == null ? 0 : MEASURE)
                | (label.availability() == null ? 0 : AVAILABILITY)
                | (label.picture() == null ? 0 : PICTURE)
                | (label.from() ? FROM : 0)
                | (label.loose() ? LOOSE : 0)
                | (label.plusVat() ? PLUS_VAT : 0);
    }

    private static void write(ByteBuffersDataOutput output, @Nullable Money price) throws IOException {
        if (price != null) {
            output.writeString(price.currency().getCurrencyCode());
            output.writeZLong(price.minorUnits());
        }
    }

    private static void write(ByteBuffersDataOutput output, @Nullable Measure measure) throws IOException {
        if (measure != null) {
            output.writeByte((byte) UNITS.indexOf(measure.unit()));
            output.writeVLong(measure.quantity());
        }
    }

    /** Whether it is sold by weight, or the like, without reading the rest. */
    static boolean isLoose(BytesRef bytes) {
        return (bytes.bytes[bytes.offset] & LOOSE) != 0;
    }

    static Label read(BytesRef bytes) throws IOException {
        var input = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int has = input.readByte();
        String name = input.readString();
        String lang = input.readString();
        return new Label(
                name,
                lang,
                (has & PRICE) == 0 ? null : price(input),
                (has & MEASURE) == 0 ? null : measure(input),
                (has & AVAILABILITY) == 0 ? null : AVAILABILITIES.get(input.readByte()),
                (has & PICTURE) == 0 ? null : picture(input),
                (has & FROM) != 0,
                (has & LOOSE) != 0,
                (has & PLUS_VAT) != 0);
    }

    private static Money price(ByteArrayDataInput input) throws IOException {
        var currency = Currency.getInstance(input.readString());
        return new Money(input.readZLong(), currency);
    }

    private static Measure measure(ByteArrayDataInput input) {
        var unit = UNITS.get(input.readByte());
        return new Measure(input.readVLong(), unit);
    }

    private static Label.Picture picture(ByteArrayDataInput input) throws IOException {
        byte[] cid = new byte[Cid.LENGTH];
        input.readBytes(cid, 0, cid.length);
        return new Label.Picture(Cid.fromBytes(cid), input.readString());
    }
}
