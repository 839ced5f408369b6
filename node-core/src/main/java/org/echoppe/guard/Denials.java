package org.echoppe.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the keeper of this node does not hand out, whoever signed it: a file with a line {@code /ipfs/CID} a block, and with
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
    private static final Pattern RULE = Pattern.compile("/ipfs/(b[a-z2-7]+)(?:/\\*?)?");
    private static final Pattern STATUS = Pattern.compile("\\s*gateway_status\\s*[:=]\\s*(\\d{3})\\s*");
    private static final String HEADER_END = "---";
    private static final State NOTHING = new State(null, Map.of());

    private record State(@Nullable FileTime readAt, Map<Cid, Integer> statuses) {}

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
        var status = current().statuses.get(cid);
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    public boolean isDenied(Cid cid) {
        return current().statuses.containsKey(cid);
    }

    private State current() {
        if (file == null) {
            return NOTHING;
        }
        try {
            var changed = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
            if (changed == null) {
                state = NOTHING;
            } else if (!changed.equals(state.readAt)) {
                state = new State(changed, read(Files.readAllLines(file)));
            }
        } catch (IOException e) {
            // what was denied stays denied
            LOG.warn("{} cannot be read", file, e);
        }
        return state;
    }

    private static Map<Cid, Integer> read(List<String> lines) {
        int usual = GONE;
        int start = lines.indexOf(HEADER_END) + 1;
        for (var line : lines.subList(0, start)) {
            usual = hinted(line, usual);
        }
        var statuses = new HashMap<Cid, Integer>();
        for (var line : lines.subList(start, lines.size())) {
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line.strip().split("\\s+"), usual, statuses);
            }
        }
        return Map.copyOf(statuses);
    }

    private static void read(String[] parts, int usual, Map<Cid, Integer> statuses) {
        var rule = RULE.matcher(parts[0]);
        try {
            if (!rule.matches()) {
                throw new IllegalArgumentException("another kind of rule");
            }
            int status = usual;
            for (int i = 1; i < parts.length; i++) {
                status = hinted(parts[i], status);
            }
            statuses.put(Cid.parse(rule.group(1)), status);
        } catch (IllegalArgumentException e) {
            LOG.warn("a denial is left out: {} ({})", parts[0], e.getMessage());
        }
    }

    private static int hinted(String text, int otherwise) {
        var hint = STATUS.matcher(text);
        return hint.matches() ? (Integer.parseInt(hint.group(1)) == LEGAL ? LEGAL : GONE) : otherwise;
    }
}
