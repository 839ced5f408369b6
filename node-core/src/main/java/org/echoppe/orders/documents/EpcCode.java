package org.echoppe.orders.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Iban;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.QrCode;
import org.echoppe.records.BankTransfer;

/**
 * A SEPA credit transfer that a bank's app reads from paper or screen.
 *
 * @param holder of the account, at most 70 characters
 * @param bic 8 or 11 characters; empty where the account's country is in the European Economic Area
 * @param amount from 0.01 to 999,999,999.99 EUR
 * @param reference what comes with the money
 * @see <a href="https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/quick-response-code-guidelines-enable-data-capture-initiation">EPC069-12,
 *     version 2.1</a>
 */
public record EpcCode(String holder, Iban iban, String bic, Money amount, Reference reference) {
    public static final int LONGEST_HOLDER = 70;
    public static final int LONGEST_TEXT = 140;
    public static final long LEAST = 1;
    public static final long MOST = 99_999_999_999L;

    /** Bytes of UTF-8, what a code of version 13 holds. */
    public static final int LONGEST = 331;

    /** Modules on a side of a code of version 13. */
    private static final int LARGEST = 69;

    private static final Pattern BIC = Pattern.compile("[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    /** What the payee knows the payment by. */
    public sealed interface Reference {
        /** For people: at most 140 characters on one line. */
        record Words(String text) implements Reference {}

        /** For programs, with check digits. */
        record Creditor(CreditorReference number) implements Reference {}
    }

    /** @throws Rejected with one problem per wrong field */
    public EpcCode {
        var problems = new ArrayList<Problem>();
        line("holder", holder, LONGEST_HOLDER, problems);
        if (!bic.isEmpty() && !BIC.matcher(bic).matches()) {
            problems.add(Problem.of("bic", Fault.NOT_A_BIC, bic));
        }
        if (bic.isEmpty() && !EEA.contains(iban.value().substring(0, 2))) {
            problems.add(Problem.of("bic", Fault.REQUIRED));
        }
        if (!amount.currency().equals(Money.EUR)) {
            problems.add(
                    Problem.of("amount", Fault.NOT_IN_EUROS, amount.currency().getCurrencyCode()));
        } else if (amount.minorUnits() < LEAST || amount.minorUnits() > MOST) {
            problems.add(Problem.of("amount", Fault.OUT_OF_RANGE, "0.01", "999999999.99"));
        }
        if (reference instanceof Reference.Words(String text)) {
            line("reference", text, LONGEST_TEXT, problems);
        }
        if (problems.isEmpty() && tooLong(payload(holder, iban, bic, amount, reference))) {
            problems.add(Problem.of("", Fault.TRANSFER_CODE_TOO_LONG, LONGEST));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    private static void line(String field, String text, int longest, List<Problem> problems) {
        if (text.isBlank()) {
            problems.add(Problem.of(field, Fault.REQUIRED));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            problems.add(Problem.of(field, Fault.TOO_LONG, longest));
        }
        if (text.codePoints()
                .anyMatch(letter -> Character.getType(letter) == Character.CONTROL
                        || Character.getType(letter) == Character.SURROGATE
                        || Character.getType(letter) == Character.LINE_SEPARATOR
                        || Character.getType(letter) == Character.PARAGRAPH_SEPARATOR)) {
            problems.add(Problem.of(field, Fault.ILLEGAL_TEXT));
        }
    }

    /** The guideline counts bytes; a code says besides that they are UTF-8, which takes two of them. */
    private static boolean tooLong(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8).length > LONGEST
                || QrCode.of(payload).size() > LARGEST;
    }

    /** The text of the code: version 002, UTF-8, lines parted by LF, without empty ones at the end. */
    public String text() {
        return payload(holder, iban, bic, amount, reference);
    }

    /** Error correction M. */
    public QrCode code() {
        return QrCode.of(text());
    }

    private static String payload(String holder, Iban iban, String bic, Money amount, Reference reference) {
        var head = Stream.of(
                "BCD",
                "002",
                "1",
                "SCT",
                bic,
                holder,
                iban.value(),
                "EUR" + amount.amount().toPlainString(),
                "");
        var tail = switch (reference) {
            case Reference.Creditor(var number) -> Stream.of(number.value());
            case Reference.Words(String text) -> Stream.of("", text);
        };
        return String.join("\n", Stream.concat(head, tail).toList());
    }

    /** The transfer to a shop's account; empty where its account cannot be read or the amount is none to transfer. */
    public static Optional<EpcCode> to(BankTransfer account, Money amount, String words) {
        try {
            return Iban.parse(account.iban())
                    .map(iban ->
                            new EpcCode(account.holder(), iban, account.bic(), amount, new Reference.Words(words)));
        } catch (Rejected e) {
            return Optional.empty();
        }
    }
}
