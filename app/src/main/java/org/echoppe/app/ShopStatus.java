package org.echoppe.app;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Problem;
import org.echoppe.node.Node;
import org.echoppe.node.backup.Saved;
import org.jspecify.annotations.Nullable;

/**
 * How the node is at one moment.
 *
 * @param problems what is wrong; any of them outweighs everything else
 * @param syncing whether an exchange is going on now
 * @param onlyHere whether the shopkeeper chose to be seen by nobody
 * @param waiting whether something saved here is in no commit yet
 * @param shops how many other shops are held here
 * @param away how many of them do not answer
 * @param lastBackup of the whole shop; null when there never was one
 * @param lastExchange when something last went over the network without fault; null when nothing ever did
 */
public record ShopStatus(
        List<Problem> problems,
        boolean syncing,
        boolean onlyHere,
        boolean waiting,
        int shops,
        int away,
        @Nullable Instant lastExchange,
        @Nullable Instant lastBackup) {
    public ShopStatus {
        problems = List.copyOf(problems);
    }

    static ShopStatus of(Node node) {
        var status = node.status();
        return new ShopStatus(
                status.trouble().stream().toList(),
                status.syncing() > 0,
                node.config().bind().isLoopbackAddress(),
                status.waiting(),
                Math.max(0, status.shops() - (status.products() > 0 || status.shop() != null ? 1 : 0)),
                status.peers() - status.peersReachable(),
                status.lastExchange().orElse(null),
                node.backup().last().map(Saved::at).orElse(null));
    }
}
