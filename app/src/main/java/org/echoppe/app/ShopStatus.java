package org.echoppe.app;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the node is at one moment.
 *
 * @param problems what is wrong; any of them outweighs everything else
 * @param syncing whether an exchange is going on now
 * @param onlyHere whether the shopkeeper chose to be seen by nobody
 * @param waiting changes saved here that no commit carries yet
 * @param shops how many other shops are held here
 * @param away how many of them do not answer
 * @param lastExchange when something last went over the network without fault; null when nothing ever did
 */
public record ShopStatus(
        List<Problem> problems,
        boolean syncing,
        boolean onlyHere,
        int waiting,
        int shops,
        int away,
        @Nullable Instant lastExchange) {
    public ShopStatus {
        problems = List.copyOf(problems);
    }
}
