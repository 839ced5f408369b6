package org.echoppe.replicas;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.Commit;
import org.echoppe.store.Fork;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;

/**
 * Finds out whether a merchant's history has split (PROTOCOL §2): both sides are kept as evidence, the higher rev is listed,
 * at equal rev the lower CID. An older ancestor is only late: no event, no blame.
 */
final class ForkWatch {
    /** Commits that are asked for to find the way back to ours; a merchant that was away longer gets no verdict. */
    private static final int MOST_STEPS = 32;

    private final RepoStore store;
    private final SecurityJournal journal;
    private final Clock clock;

    ForkWatch(RepoStore store, SecurityJournal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The sender, asked beforehand for the way back from the commit: where its answers are needed the repository is locked,
     * and a slow one would hold up others.
     */
    Sender asked(Sender from, Commit commit) {
        var blocks = new HashMap<Cid, Block>();
        var asking = new Sender(from.did(), from.network(), cid -> {
            var block = from.earlier().commit(cid);
            block.ifPresent(found -> blocks.put(cid, found));
            return block;
        });
        store.head(commit.did())
                .filter(head -> commit.rev().compareTo(head.rev()) > 0 && !store.knows(head.did(), commit.cid()))
                .ifPresent(head -> leavesOut(asking, head, commit));
        return new Sender(from.did(), from.network(), cid -> Optional.ofNullable(blocks.get(cid)));
    }

    /** Whether the commit is to be listed in place of the head; evidence of a fork is kept on the way. */
    boolean takes(Sender from, Head head, Commit commit) {
        if (store.knows(head.did(), commit.cid())) {
            return false;
        }
        int newer = commit.rev().compareTo(head.rev());
        if (newer > 0) {
            if (leavesOut(from, head, commit)) {
                keep(head, commit, "a newer commit whose history leaves out one that was held here");
            }
            return true;
        }
        if (newer == 0) {
            keep(head, commit, "two commits with one rev");
            return commit.cid().compareTo(head.commitCid()) < 0;
        }
        if (hasSibling(head, commit)) {
            keep(head, commit, "two commits after the same one");
        }
        return false;
    }

    /** Whether the way back from the commit misses the head. Where it cannot be walked to its end nobody is blamed. */
    private boolean leavesOut(Sender from, Head head, Commit commit) {
        var step = Optional.of(commit);
        for (int i = 0; i < MOST_STEPS && step.isPresent(); i++) {
            var prev = step.get().prev();
            if (prev == null) {
                return true;
            }
            if (prev.equals(head.commitCid())) {
                return false;
            }
            if (step.get().rev().compareTo(head.rev()) <= 0 || store.knows(head.did(), prev)) {
                return true;
            }
            step = earlier(from, head, prev);
        }
        return false;
    }

    private static Optional<Commit> earlier(Sender from, Head head, Cid cid) {
        return from.earlier()
                .commit(cid)
                .filter(block -> cid.matches(block.bytes()))
                .flatMap(block -> {
                    try {
                        var commit = Commit.read(block.bytes());
                        commit.verify();
                        return Optional.of(commit).filter(c -> c.did().equals(head.did()));
                    } catch (BadRepository e) {
                        return Optional.empty();
                    }
                });
    }

    /** Whether a commit held here follows the same one, so that both cannot be of one history. */
    private boolean hasSibling(Head head, Commit commit) {
        Map<Cid, Cid> nextOf = new HashMap<>();
        for (var held : store.recentCommits(head.did())) {
            if (held.prev() != null) {
                nextOf.put(held.prev(), held.cid());
            }
        }
        // a commit that another here names as the one before it is an ancestor, only never held
        return commit.prev() != null && nextOf.containsKey(commit.prev()) && !nextOf.containsKey(commit.cid());
    }

    void keep(Head head, Commit other, String why) {
        var held = store.commit(head.did()).map(Commit::block);
        if (held.isPresent()) {
            boolean seen = store.forks(head.did()).stream()
                    .anyMatch(fork -> fork.other().cid().equals(other.cid()));
            if (!seen) {
                store.addFork(new Fork(head.did(), held.get(), other.block(), clock.instant()));
                journal.record(SecurityKind.FORK_SEEN, head.did().value(), "commit " + other.cid(), why);
            }
        }
    }
}
