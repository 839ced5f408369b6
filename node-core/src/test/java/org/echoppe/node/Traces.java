package org.echoppe.node;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.URLEncoder;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds texts in bytes however they may hide there: in the usual encodings, escaped, in hexadecimal, in base 64, and in base 64 of base 64. */
final class Traces {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK = 1 << 22;
    private static final int LEAST = 7;
    private static final int LONGEST = 4_096;

    /** @param as what it looks like there */
    private record Guise(String text, byte[] as) {}

    private final Map<Integer, List<Guise>> byBeginning = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << 16);

    Traces(List<String> texts) {
        for (String text : texts) {
            for (byte[] guise : guises(text)) {
                if (guise.length < LEAST) {
                    throw new IllegalArgumentException(text + " is so short that it may stand anywhere by chance");
                }
                int beginning = beginning(guise, 0);
                beginnings.set(sieve(beginning));
                byBeginning.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(new Guise(text, guise));
            }
        }
    }

    private static List<byte[]> guises(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        var guises = new ArrayList<>(List.of(
                utf8,
                text.getBytes(ISO_8859_1),
                text.getBytes(UTF_16LE),
                text.getBytes(UTF_16BE),
                escaped(text).getBytes(ISO_8859_1),
                URLEncoder.encode(text, UTF_8).getBytes(ISO_8859_1),
                HexFormat.of().formatHex(utf8).getBytes(ISO_8859_1),
                HexFormat.of().withUpperCase().formatHex(utf8).getBytes(ISO_8859_1)));
        for (byte[] once : base64(utf8)) {
            guises.add(once);
            guises.addAll(base64(once));
        }
        return guises;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return escaped.toString();
    }

    /** What of it is the same whatever stands before and after. */
    private static List<byte[]> base64(byte[] bytes) {
        var parts = new ArrayList<byte[]>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int whole = shifted.length / 3 * 3;
            for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                byte[] text = encoder.encode(Arrays.copyOf(shifted, whole));
                parts.add(Arrays.copyOfRange(text, before == 0 ? 0 : before + 1, text.length));
            }
        }
        return parts;
    }

    private static int beginning(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    private static int sieve(int beginning) {
        return (beginning ^ (beginning >>> 16)) & 0xffff;
    }

    /** Those of the texts that stand there. */
    Set<String> in(InputStream input) throws IOException {
        var found = new TreeSet<String>();
        byte[] window = new byte[CHUNK + LONGEST];
        int held = 0;
        for (; ; ) {
            int read = input.readNBytes(window, held, window.length - held);
            int end = held + read;
            boolean last = end < window.length;
            int upTo = last ? end : end - LONGEST;
            scan(window, upTo, end, found);
            if (last) {
                return found;
            }
            System.arraycopy(window, upTo, window, 0, LONGEST);
            held = LONGEST;
        }
    }

    private void scan(byte[] window, int upTo, int end, Set<String> found) {
        for (int i = 0; i < upTo && i + 4 <= end; i++) {
            int beginning = beginning(window, i);
            if (beginnings.get(sieve(beginning))) {
                for (var guise : byBeginning.getOrDefault(beginning, List.of())) {
                    int until = i + guise.as.length;
                    if (until <= end && Arrays.equals(window, i, until, guise.as, 0, guise.as.length)) {
                        found.add(guise.text);
                    }
                }
            }
        }
    }

    Set<String> in(byte[] bytes) {
        try {
            return in(new java.io.ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> in(String text) {
        return in(text.getBytes(UTF_8));
    }

    /** In a file, or in all of a folder, names and all: the texts, each with where it stands. */
    List<String> under(Path root) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                in(file.getFileName().toString()).forEach(text -> found.add(text + " names " + file));
                if (Files.isRegularFile(file)) {
                    try (var input = new BufferedInputStream(Files.newInputStream(file))) {
                        in(input).forEach(text -> found.add(text + " in " + file));
                    }
                }
            }
        }
        return found;
    }
}
