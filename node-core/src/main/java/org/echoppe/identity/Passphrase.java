package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.regex.Pattern;
import org.echoppe.domain.Base32;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/**
 * What opens the keystore of a home: {@code ECHOPPE_PASSPHRASE}, else the file {@code passphrase} that its owner alone can read.
 *
 * @param random whether this program made it, from 160 random bits: nobody guesses such a one
 */
public record Passphrase(String text, boolean random) {
    public static final String VARIABLE = "ECHOPPE_PASSPHRASE";
    static final String FILE = "passphrase";
    /** 160 bits: nobody has to remember it, and it is 32 characters without padding. */
    private static final int RANDOM_BYTES = 20;

    /** As {@link #create} writes one; nobody types 32 such characters of their own into that file. */
    private static final Pattern MADE_HERE = Pattern.compile("[a-z2-7]{32}");

    /** One that a person chose. */
    public Passphrase(String text) {
        this(text, false);
    }

    /**
     * At first start a file with a random phrase is made.
     *
     * @throws Rejected PASSPHRASE_FILE_READABLE_BY_OTHERS; PASSPHRASE_MISSING when there is none although there is an identity
     */
    public static Passphrase of(Map<String, String> environment, Path home, SecureRandom random) {
        return of(environment, home, random, Files.exists(home.resolve(Identity.FILE)));
    }

    /** For {@link Identity#recover}: a lost phrase is replaced by a new one. */
    public static Passphrase forRecovery(Map<String, String> environment, Path home, SecureRandom random) {
        return of(environment, home, random, false);
    }

    private static Passphrase of(Map<String, String> environment, Path home, SecureRandom random, boolean mustExist) {
        var given = environment.getOrDefault(VARIABLE, "");
        if (!given.isEmpty()) {
            return new Passphrase(given);
        }
        var file = home.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            if (mustExist) {
                throw Rejected.because(Fault.PASSPHRASE_MISSING, file);
            }
            return create(file, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one that a person knows into a home, where it is read at each start from now on. */
    public static void keep(Path home, String text) {
        try {
            OwnerOnly.write(home.resolve(FILE), (text + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Passphrase read(Path file) throws IOException {
        if (OwnerOnly.isOpenToOthers(file)) {
            throw Rejected.because(Fault.PASSPHRASE_FILE_READABLE_BY_OTHERS, file);
        }
        try {
            var text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw Rejected.because(Fault.PASSPHRASE_MISSING, file);
            }
            return new Passphrase(text, MADE_HERE.matcher(text).matches());
        } catch (CharacterCodingException e) {
            throw Rejected.because(Fault.FILE_UNREADABLE, file);
        }
    }

    private static Passphrase create(Path file, SecureRandom random) throws IOException {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var phrase = new Passphrase(Base32.encode(bytes), true);
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        OwnerOnly.write(file, (phrase.text + "\n").getBytes(UTF_8));
        return phrase;
    }

    char[] characters() {
        return text.toCharArray();
    }

    /** How often PBKDF2 goes round for it: one that a person chose could be guessed, so each guess costs; a random one costs no time at the start. */
    int iterations() {
        return random ? 2_000 : 200_000;
    }

    /** Never the phrase itself: it must not reach a log. */
    @Override
    public String toString() {
        return "Passphrase";
    }
}
