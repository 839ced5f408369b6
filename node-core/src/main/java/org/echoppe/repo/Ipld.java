package org.echoppe.repo;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;

/**
 * A value of the AT Protocol data model: what a DAG-CBOR block decodes to. There is no floating point.
 *
 * @see <a href="https://atproto.com/specs/data-model">AT Protocol, data model</a>
 */
public sealed interface Ipld {
    record Null() implements Ipld {}

    record Bool(boolean value) implements Ipld {}

    record Int(long value) implements Ipld {}

    record Text(String value) implements Ipld {}

    record Link(Cid cid) implements Ipld {}

    record Items(List<Ipld> values) implements Ipld {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A byte string. The array is not copied: whoever makes one gives it away. */
    record Bytes(byte[] value) implements Ipld {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return HexFormat.of().formatHex(value);
        }
    }

    /** A map with text keys. The order of entries has no meaning: writing puts them in the canonical one. */
    record Fields(Map<String, Ipld> entries) implements Ipld {
        public Fields {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Optional<Ipld> get(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        /** The text under the name; empty when it is absent or no text. */
        public Optional<String> text(String name) {
            return entries.get(name) instanceof Text(String value) ? Optional.of(value) : Optional.empty();
        }

        /** The integer under the name; empty when it is absent or no integer. */
        public Optional<Long> integer(String name) {
            return entries.get(name) instanceof Int(long value) ? Optional.of(value) : Optional.empty();
        }

        /** The link under the name; empty when it is absent or no link. */
        public Optional<Cid> link(String name) {
            return entries.get(name) instanceof Link(Cid cid) ? Optional.of(cid) : Optional.empty();
        }

        /** The map under the name; empty when it is absent or no map. */
        public Optional<Fields> fields(String name) {
            return entries.get(name) instanceof Fields fields ? Optional.of(fields) : Optional.empty();
        }

        /** Whether what is under the name is {@code true}. */
        public boolean isTrue(String name) {
            return entries.get(name) instanceof Bool(boolean value) && value;
        }

        /** The list under the name; empty when it is absent or no list. */
        public Optional<List<Ipld>> items(String name) {
            return entries.get(name) instanceof Items(List<Ipld> values) ? Optional.of(values) : Optional.empty();
        }
    }

    Ipld NULL = new Null();
}
