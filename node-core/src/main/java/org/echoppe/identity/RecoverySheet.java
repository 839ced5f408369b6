package org.echoppe.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.echoppe.domain.Base32;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Sha256;

/**
 * What is printed and kept in a drawer: the root secret as {@value #GROUPS} groups of 4 characters of base 32 and a check character
 * that also depends on the group's place, so that a typing error is found in its own group. The last group is a checksum of the whole.
 */
public record RecoverySheet(Did did, List<String> groups) {
    public static final int GROUPS = 14;

    private static final int PLAIN = 4;
    private static final int SECRET_CHARACTERS = (GROUPS - 1) * PLAIN;

    public RecoverySheet {
        groups = List.copyOf(groups);
    }

    static RecoverySheet of(Did did, byte[] root) {
        var text = Base32.encode(root).toUpperCase(Locale.ROOT) + checksum(root);
        var groups = new ArrayList<String>();
        for (int i = 0; i < GROUPS; i++) {
            var plain = text.substring(i * PLAIN, (i + 1) * PLAIN);
            groups.add(plain + CheckCharacter.of(plain, i));
        }
        return new RecoverySheet(did, groups);
    }

    /** The groups with dashes between them: what is typed back, and what the QR code holds. */
    public String text() {
        return String.join("-", groups);
    }

    public QrCode qrCode() {
        return QrCode.of(text());
    }

    /** Not the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "RecoverySheet of " + did;
    }

    /**
     * The root secret of a sheet that was typed or scanned.
     *
     * @throws Rejected RECOVERY_GROUP_WRONG for each mistyped group, RECOVERY_SHEET_WRONG when only the whole is wrong
     */
    static byte[] read(String typed) {
        var groups = groups(typed);
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < GROUPS; i++) {
            if (groups.get(i).length() != PLAIN + 1 || !CheckCharacter.holds(groups.get(i), i)) {
                problems.add(Problem.of("group-" + (i + 1), Fault.RECOVERY_GROUP_WRONG, i + 1, groups.get(i)));
            }
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        var text = new StringBuilder();
        groups.forEach(group -> text.append(group, 0, PLAIN));
        return secret(text.toString());
    }

    private static byte[] secret(String text) {
        try {
            byte[] root = Base32.decode(text.substring(0, SECRET_CHARACTERS).toLowerCase(Locale.ROOT));
            if (checksum(root).equals(text.substring(SECRET_CHARACTERS))) {
                return root;
            }
        } catch (IllegalArgumentException e) {
            // Bits left over: as wrong as a wrong checksum.
        }
        throw Rejected.because(Fault.RECOVERY_SHEET_WRONG);
    }

    /** Split where the hand left gaps, else every 5 characters. */
    private static List<String> groups(String typed) {
        var text = CheckCharacter.untangle(typed).strip();
        var groups = Arrays.stream(text.split("[^A-Z0-9]+")).toList();
        if (groups.size() == 1 && text.length() == GROUPS * (PLAIN + 1)) {
            groups = Arrays.stream(text.split("(?<=\\G.{5})")).toList();
        }
        if (groups.size() != GROUPS) {
            throw Rejected.because(Fault.RECOVERY_SHEET_INCOMPLETE, GROUPS, groups.size());
        }
        return groups;
    }

    /** 20 bits of a hash with a label of its own, so that it says nothing about another use of the secret. */
    private static String checksum(byte[] root) {
        byte[] label = "echoppe/1/recovery sheet".getBytes(StandardCharsets.UTF_8);
        byte[] labelled = Arrays.copyOf(label, label.length + root.length);
        System.arraycopy(root, 0, labelled, label.length, root.length);
        return Base32.encode(Sha256.of(labelled)).substring(0, PLAIN).toUpperCase(Locale.ROOT);
    }
}
