package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.TOO_LARGE;
import static org.echoppe.repo.BadRepository.Reason.WRONG_SHAPE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DAG-CBOR in its one canonical form: reading refuses every other, so that equal values have equal bytes and one CID.
 *
 * @see <a href="https://ipld.io/specs/codecs/dag-cbor/spec/">DAG-CBOR specification</a>
 */
public final class DagCbor {
    /** Maps and lists within one another. */
    public static final int DEPTH = 64;

    private DagCbor() {}

    /** @throws IllegalArgumentException for text with half a surrogate pair, or more than {@link #DEPTH} levels */
    public static byte[] encode(Ipld value) {
        var writer = new CborWriter(512);
        write(writer, value, 0);
        return writer.toBytes();
    }

    public static Block block(Ipld value) {
        return Block.of(encode(value));
    }

    private static void write(CborWriter writer, Ipld value, int depth) {
        if (depth > DEPTH) {
            throw new IllegalArgumentException("deeper than " + DEPTH);
        }
        switch (value) {
            case Ipld.Null() -> writer.simple(Cbor.NULL);
            case Ipld.Bool(boolean bool) -> writer.simple(bool ? Cbor.TRUE : Cbor.FALSE);
            case Ipld.Int(long number) -> writer.integer(number);
            case Ipld.Text(String text) -> writer.text(text);
            case Ipld.Bytes(byte[] bytes) -> writer.bytes(bytes);
            case Ipld.Link(var cid) -> writer.link(cid);
            case Ipld.Items(List<Ipld> items) -> {
                writer.list(items.size());
                items.forEach(item -> write(writer, item, depth + 1));
            }
            case Ipld.Fields(Map<String, Ipld> entries) -> writeMap(writer, entries, depth);
        }
    }

    private static void writeMap(CborWriter writer, Map<String, Ipld> entries, int depth) {
        writer.map(entries.size());
        var sorted = new ArrayList<KeyBytes>(entries.size());
        entries.forEach((name, value) -> sorted.add(new KeyBytes(Cbor.utf8(name), value)));
        sorted.sort(null);
        for (var entry : sorted) {
            writer.utf8(entry.key);
            write(writer, entry.value, depth + 1);
        }
    }

    /** One entry of a map, in DAG-CBOR's order: shorter keys first, then by bytes. */
    private record KeyBytes(byte[] key, Ipld value) implements Comparable<KeyBytes> {
        @Override
        public int compareTo(KeyBytes other) {
            int byLength = Integer.compare(key.length, other.key.length);
            return byLength != 0 ? byLength : Arrays.compareUnsigned(key, other.key);
        }
    }

    /** @throws BadRepository with NOT_CANONICAL, TRUNCATED or TOO_LARGE (more than {@link #DEPTH} levels) */
    public static Ipld decode(byte[] bytes) throws BadRepository {
        var reader = new CborReader(bytes);
        var value = read(reader, 0);
        reader.end();
        return value;
    }

    /**
     * Reads a block that must be a map: a record, a commit.
     *
     * @throws BadRepository with WRONG_SHAPE as well
     */
    public static Ipld.Fields decodeMap(byte[] bytes) throws BadRepository {
        if (decode(bytes) instanceof Ipld.Fields fields) {
            return fields;
        }
        throw new BadRepository(WRONG_SHAPE, "not a map");
    }

    /**
     * Reads the block of a record: a map, in which whatever names a type or claims to be a blob is formed like one.
     *
     * @throws BadRepository with WRONG_SHAPE as well
     */
    public static Ipld.Fields record(byte[] bytes) throws BadRepository {
        var record = decodeMap(bytes);
        DataModel.check(record);
        return record;
    }

    private static Ipld read(CborReader reader, int depth) throws BadRepository {
        if (depth > DEPTH) {
            throw new BadRepository(TOO_LARGE, "deeper than " + DEPTH);
        }
        return switch (reader.major()) {
            case Cbor.UNSIGNED -> new Ipld.Int(reader.argument());
            case Cbor.NEGATIVE -> new Ipld.Int(-1 - reader.argument());
            case Cbor.BYTES -> new Ipld.Bytes(reader.take());
            case Cbor.TEXT -> new Ipld.Text(reader.takeText());
            case Cbor.LIST -> readList(reader, depth);
            case Cbor.MAP -> readMap(reader, depth);
            case Cbor.TAG -> new Ipld.Link(reader.takeLink());
            default -> readSimple(reader);
        };
    }

    private static Ipld readSimple(CborReader reader) throws BadRepository {
        return switch ((int) reader.argument()) {
            case Cbor.FALSE -> new Ipld.Bool(false);
            case Cbor.TRUE -> new Ipld.Bool(true);
            case Cbor.NULL -> Ipld.NULL;
            default -> throw reader.wrong("undefined, or a simple value that has no meaning");
        };
    }

    private static Ipld readList(CborReader reader, int depth) throws BadRepository {
        int count = reader.count(1);
        var items = new ArrayList<Ipld>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            items.add(read(reader, depth + 1));
        }
        return new Ipld.Items(items);
    }

    private static Ipld readMap(CborReader reader, int depth) throws BadRepository {
        int count = reader.count(2);
        var entries = new LinkedHashMap<String, Ipld>();
        var keys = reader.mapKeys();
        for (int i = 0; i < count; i++) {
            entries.put(keys.next(), read(reader, depth + 1));
        }
        return new Ipld.Fields(entries);
    }
}
