package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.echoppe.domain.Base32;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Sha256;

/**
 * What two shopkeepers compare by eye: 56 characters in 8 groups of 7, made of the SHA-256 of a DID's text as a Syncthing device ID
 * is made of a certificate's.
 *
 * @param text capitals, groups joined by dashes
 * @see <a href="https://docs.syncthing.net/dev/device-ids.html">Syncthing, device IDs</a>
 */
public record Fingerprint(String text) {
    private static final int LENGTH = 56;
    private static final int GROUP = 7;
    /** Characters under one check character, that one included. */
    private static final int CHECKED = 14;

    public static Fingerprint of(Did did) {
        return ofHash(Sha256.of(did.value().getBytes(US_ASCII)));
    }

    static Fingerprint ofHash(byte[] hash) {
        var bare = Base32.encode(hash).toUpperCase(Locale.ROOT);
        var checked = new StringBuilder();
        for (int i = 0; i < bare.length(); i += CHECKED - 1) {
            var part = bare.substring(i, i + CHECKED - 1);
            checked.append(part).append(CheckCharacter.of(part, 0));
        }
        return new Fingerprint(grouped(checked.toString()));
    }

    /**
     * Reads one that was typed: small letters, missing dashes and spaces do not matter.
     *
     * @throws Rejected NOT_A_FINGERPRINT when its length is another or a check character is wrong
     */
    public static Fingerprint parse(String typed) {
        var text = CheckCharacter.untangle(typed.replaceAll("[\\s-]", ""));
        boolean good = text.length() == LENGTH
                && IntStream.iterate(0, i -> i < LENGTH, i -> i + CHECKED)
                        .allMatch(i -> CheckCharacter.holds(text.substring(i, i + CHECKED), 0));
        if (!good) {
            throw Rejected.because(Fault.NOT_A_FINGERPRINT, typed);
        }
        return new Fingerprint(grouped(text));
    }

    public boolean matches(Did did) {
        return equals(of(did));
    }

    private static String grouped(String text) {
        return IntStream.iterate(0, i -> i < LENGTH, i -> i + GROUP)
                .mapToObj(i -> text.substring(i, i + GROUP))
                .collect(Collectors.joining("-"));
    }

    @Override
    public String toString() {
        return text;
    }
}
