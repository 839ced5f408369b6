package org.echoppe.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.echoppe.domain.Sha256;

/**
 * A little work that a caller does before it is heard, when many call at once: find a number n for which SHA-256(salt ‖ ":" ‖
 * what ‖ ":" ‖ n) begins with so many zero bits. The salt belongs to the caller's network and to ten minutes, and is computed
 * anew to verify: nothing is kept, and verifying costs the same whatever is sent.
 */
public final class ProofOfWork {
    /** A second or two in a browser. */
    public static final int USUAL_BITS = 18;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int SALT_LENGTH = 16;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,18}");

    private final byte[] secret;
    private final int bits;
    private final Clock clock;

    /**
     * @param secret random, and told nobody
     * @param bits of zeros
     */
    public ProofOfWork(byte[] secret, int bits, Clock clock) {
        this.secret = secret.clone();
        this.bits = bits;
        this.clock = clock;
    }

    public int bits() {
        return bits;
    }

    /** What a caller of this network starts from now. */
    public String salt(InetAddress from) {
        return salt(from, window());
    }

    /** Whether the work for this thing was done in the last ten to twenty minutes, by a caller of this network. */
    public boolean isDone(InetAddress from, String what, String number) {
        boolean now = isWork(salt(from, window()), what, number);
        boolean before = isWork(salt(from, window() - 1), what, number);
        return NUMBER.matcher(number).matches() && (now || before);
    }

    private long window() {
        return clock.instant().getEpochSecond() / WINDOW.toSeconds();
    }

    private String salt(InetAddress from, long window) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hash = mac.doFinal((window + " " + AddressPrefix.of(from).text()).getBytes(US_ASCII));
            return HexFormat.of().formatHex(hash, 0, SALT_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    private boolean isWork(String salt, String what, String number) {
        if (number.length() > 19) {
            return false;
        }
        byte[] hash = Sha256.of((salt + ":" + what + ":" + number).getBytes(US_ASCII));
        int zeros = 0;
        for (byte part : hash) {
            int leading = Integer.numberOfLeadingZeros(part & 0xff) - 24;
            zeros += leading;
            if (leading < 8) {
                break;
            }
        }
        return zeros >= bits;
    }
}
