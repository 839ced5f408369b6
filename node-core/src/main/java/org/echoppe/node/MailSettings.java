package org.echoppe.node;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.peers.Invitation;
import org.echoppe.records.Mailbox;

/**
 * Whose sealed orders are kept here, and who keeps the own ones while this node is away.
 *
 * @param keepsFollowed whether that of all shops that this node follows
 * @param keeps and of these
 * @param invitations of the mirrors that the own profile names as mailboxes
 */
public record MailSettings(boolean keepsFollowed, Set<Did> keeps, List<Invitation> invitations) {
    public static final MailSettings NONE = new MailSettings(false, Set.of(), List.of());

    private static final String FOLLOWED = "followed";

    public MailSettings {
        keeps = Set.copyOf(keeps);
        invitations = List.copyOf(invitations);
    }

    /**
     * @param keep {@code followed}, DIDs, or both, with commas between them
     * @param mailboxes invitations, with commas between them
     * @param problems takes what is wrong with either
     */
    static MailSettings read(String keep, String mailboxes, List<Problem> problems) {
        var whose = new HashSet<Did>();
        var words = new HashSet<>(words(keep));
        boolean followed = words.remove(FOLLOWED);
        for (var word : words) {
            try {
                whose.add(new Did(word));
            } catch (IllegalArgumentException e) {
                problems.add(Problem.of("keep-mail", Fault.NOT_A_DID, word));
            }
        }
        var invitations = new LinkedHashSet<Invitation>();
        for (var word : words(mailboxes)) {
            try {
                invitations.add(Invitation.read(word));
            } catch (Rejected e) {
                e.problems().forEach(p -> problems.add(new Problem("mailbox", p.fault(), p.arguments())));
            }
        }
        return new MailSettings(followed, whose, List.copyOf(invitations));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean keeps(Did merchant, Predicate<Did> isFollowed) {
        return keeps.contains(merchant) || (keepsFollowed && isFollowed.test(merchant));
    }

    /** As the own profile names them. */
    List<Mailbox> mailboxes() {
        return invitations.stream()
                .map(invitation -> new Mailbox(
                        invitation.did(), List.of(invitation.endpoint().url())))
                .toList();
    }
}
