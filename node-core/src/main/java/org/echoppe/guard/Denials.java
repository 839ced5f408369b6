package org.echoppe.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the keeper of this node neither hands out nor shows, whoever signed it: a file with a line {@code /ipfs/CID} a block,
 * {@code at://DID} a shop and {@code at://DID/COLLECTION/RKEY} a record in whatever version, and with
 * {@code gateway_status=451} behind it where the law wants it so. It is read again when it changes; a line that cannot be
 * read is left out and logged.
 *
 * @see <a href="https://specs.ipfs.tech/compact-denylist-format/">Compact Denylist Format</a>
 */
public final class Denials {
    /** RFC 9110: gone, and not to be asked for again. */
    public static final int GONE = 410;
    /** RFC 7725: unavailable for legal reasons. */
    public static final int LEGAL = 451;

    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final Pattern BLOCK = Pattern.compile("/ipfs/(b[a-z2-7]+)(?:/\\*?)?");
    private static final Pattern NAME =
            Pattern.compile("at://(did:key:z[1-9A-HJ-NP-Za-km-z]+)(?:/([a-zA-Z0-9.]+/[^/\\s]+))?/?");
    private static final Pattern STATUS = Pattern.compile("\\s*gateway_status\\s*[:=]\\s*(\\d{3})\\s*");
    private static final String HEADER_END = "---";
    private static final State NOTHING = new State(null, 0, Rules.NONE);

    /**
     * What is denied, with its status.
     *
     * @param names of shops, {@code did:key:…}, and of records, {@code did:key:…/collection/rkey}
     */
    public record Rules(Map<Cid, Integer> blocks, Map<String, Integer> names) {
        /** Nothing is denied. */
        public static final Rules NONE = new Rules(Map.of(), Map.of());

        public Rules {
            blocks = Map.copyOf(blocks);
            names = Map.copyOf(names);
        }

        public boolean isEmpty() {
            return blocks.isEmpty() && names.isEmpty();
        }

        /**
         * With which status a record is refused; empty when it is not.
         *
         * @param key {@code collection/rkey}
         */
        public OptionalInt status(Did did, String key, Cid cid) {
            return isEmpty()
                    ? OptionalInt.empty()
                    : first(names.get(did.value()), names.get(did + "/" + key), blocks.get(cid));
        }

        private static OptionalInt first(@Nullable Integer... statuses) {
            return Arrays.stream(statuses)
                    .filter(Objects::nonNull)
                    .mapToInt(status -> status == null ? GONE : status)
                    .findFirst();
        }
    }

    private record State(@Nullable FileTime readAt, long size, Rules rules) {}

    private final @Nullable Path file;
    private volatile State state = NOTHING;

    private Denials(@Nullable Path file) {
        this.file = file;
    }

    /** Nothing is denied. */
    public static Denials none() {
        return new Denials(null);
    }

    /** @param file that may come and go */
    public static Denials in(Path file) {
        return new Denials(file);
    }

    /** With which status the block is refused, {@value #GONE} or {@value #LEGAL}; empty when it is not. */
    public OptionalInt status(Cid cid) {
        var status = rules().blocks.get(cid);
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    public boolean isDenied(Cid cid) {
        return rules().blocks.containsKey(cid);
    }

    /** All of them as they are now; the same object for as long as nothing changes. */
    public Rules rules() {
        return current().rules;
    }

    private State current() {
        if (file == null) {
            return NOTHING;
        }
        try {
            var changed = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
            if (changed == null) {
                state = NOTHING;
            } else if (!changed.equals(state.readAt) || Files.size(file) != state.size) {
                state = new State(changed, Files.size(file), read(Files.readAllLines(file)));
            }
        } catch (IOException e) {
            // what was denied stays denied
            LOG.warn("{} cannot be read", file, e);
        }
        return state;
    }

    private static Rules read(List<String> lines) {
        int usual = GONE;
        int start = lines.indexOf(HEADER_END) + 1;
        for (var line : lines.subList(0, start)) {
            usual = hinted(line, usual);
        }
        var blocks = new HashMap<Cid, Integer>();
        var names = new HashMap<String, Integer>();
        for (var line : lines.subList(start, lines.size())) {
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line.strip().split("\\s+"), usual, blocks, names);
            }
        }
        return new Rules(blocks, names);
    }

    private static void read(String[] parts, int usual, Map<Cid, Integer> blocks, Map<String, Integer> names) {
        var block = BLOCK.matcher(parts[0]);
        var name = NAME.matcher(parts[0]);
        try {
            int status = usual;
            for (int i = 1; i < parts.length; i++) {
                status = hinted(parts[i], status);
            }
            if (block.matches()) {
                blocks.put(Cid.parse(block.group(1)), status);
            } else if (name.matches()) {
                var did = new Did(name.group(1));
                names.put(name.group(2) == null ? did.value() : did + "/" + name.group(2), status);
            } else {
                throw new IllegalArgumentException("another kind of rule");
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("a denial is left out: {} ({})", parts[0], e.getMessage());
        }
    }

    private static int hinted(String text, int otherwise) {
        var hint = STATUS.matcher(text);
        return hint.matches() ? (Integer.parseInt(hint.group(1)) == LEGAL ? LEGAL : GONE) : otherwise;
    }
}
