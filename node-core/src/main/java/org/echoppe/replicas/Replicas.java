package org.echoppe.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.peers.PeerFailed;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;
import org.echoppe.repo.Update;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.echoppe.store.StoreOutcome;

/**
 * Takes in what others send of a repository, whoever they are: everything is verified first, then one transaction stores it
 * if the head is still the one it was compared with, then the index follows. What is refused changes nothing.
 */
public final class Replicas {
    /** How far ahead of this clock a commit may be signed. */
    public static final Duration MOST_AHEAD = Commit.MOST_AHEAD;

    private final RepoStore store;
    private final ReplicaIndex index;
    private final ReplicaRules rules;
    private final ForkWatch forks;
    private final StrangerRoom room;
    private final SecurityJournal journal;
    private final Clock clock;
    private final Locks locks = new Locks();
    private final List<Consumer<Did>> onStored = new CopyOnWriteArrayList<>();

    public Replicas(RepoStore store, ReplicaIndex index, ReplicaRules rules, SecurityJournal journal, Clock clock) {
        this.store = store;
        this.index = index;
        this.rules = rules;
        this.forks = new ForkWatch(store, journal, clock);
        this.room = new StrangerRoom(store, rules);
        this.journal = journal;
        this.clock = clock;
    }

    /** Called after each new state of a repository is stored and found, on the thread that stored it. */
    public void onStored(Consumer<Did> listener) {
        onStored.add(listener);
    }

    /** How much of this repository is read. */
    public Limits limits(Did did) {
        return rules.limits(did);
    }

    /**
     * Whether a newer state of this repository is worth fetching at all.
     *
     * @param from who says that there is one: as long as no signature was seen, it alone answers for that
     */
    boolean wants(Did from, Did did, Tid rev) {
        return !rules.blocked().test(did)
                && !isLeftAlone(did, rev)
                && !isAhead(from, "a commit of " + did, rev)
                && !isOwnAndWell(did);
    }

    private boolean isLeftAlone(Did did, Tid rev) {
        return rules.paused().test(did) || rules.isForsaken(did, rev, clock.instant());
    }

    private boolean isAhead(Did who, String what, Tid rev) {
        boolean ahead = rev.instant().isAfter(clock.instant().plus(MOST_AHEAD));
        if (ahead) {
            journal.record(SecurityKind.FUTURE_COMMIT, who.value(), what, "signed for " + rev.instant());
        }
        return ahead;
    }

    private boolean isOwnAndWell(Did did) {
        return did.equals(rules.self())
                && store.head(did).filter(head -> !head.damaged()).isPresent();
    }

    /** A whole repository, verified by having been read. The caller closes it. */
    public Outcome accept(Sender sender, Snapshot snapshot) {
        var commit = snapshot.commit();
        var from = forks.asked(sender, commit);
        return locks.with(commit.did(), () -> {
            var head = store.head(commit.did());
            var early = judge(from, commit, head);
            if (early.isPresent()) {
                return early.get();
            }
            boolean room = head.isEmpty()
                    ? welcome(from, commit.did(), snapshot.bytes())
                    : mayGrow(from, commit.did(), snapshot.bytes() - head.get().bytes());
            if (!room) {
                return Outcome.REFUSED;
            }
            Supplier<StoreOutcome> step = () -> replace(snapshot, head.map(Head::commitCid));
            boolean twin = head.filter(held -> isTwin(held, commit)).isPresent();
            return stored(commit.did(), twin ? () -> index.anew(commit.did(), step) : step);
        });
    }

    /** Another commit with the rev that is indexed: by its rev alone the index could not tell that it is behind. */
    private static boolean isTwin(Head held, Commit commit) {
        return held.rev().equals(commit.rev()) && !held.commitCid().equals(commit.cid());
    }

    private StoreOutcome replace(Snapshot snapshot, Optional<Cid> head) {
        try {
            return store.replace(snapshot, head.orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What changed in a repository held here; verified now, against the tree that is held. */
    public Outcome accept(Sender sender, ThinDiff diff) {
        var did = diff.commit().did();
        var from = forks.asked(sender, diff.commit());
        return locks.with(did, () -> {
            var head = store.head(did).filter(held -> !held.damaged());
            var held = store.commit(did);
            if (head.isEmpty() || held.isEmpty()) {
                return Outcome.WHOLE_WANTED;
            }
            try {
                if (!diff.commit().cid().equals(head.get().commitCid())) {
                    diff.commit().verify();
                }
                var early = judge(from, diff.commit(), head);
                return early.isPresent() ? early.get() : apply(from, held.get(), head.get(), diff);
            } catch (BadRepository e) {
                return refused(from, did, e);
            }
        });
    }

    private Outcome apply(Sender from, Commit held, Head head, ThinDiff diff) throws BadRepository {
        if (head.bytes() + diff.weight() > limits(head.did()).repositoryBytes()
                || head.records() + diff.changes().size() > limits(head.did()).records()) {
            return Outcome.WHOLE_WANTED; // counted exactly there
        }
        if (!mayGrow(from, head.did(), diff.weight())) {
            return Outcome.REFUSED;
        }
        var update = Update.check(store.tree(head.did()), held, diff);
        return stored(head.did(), () -> store.apply(update, head.commitCid()));
    }

    /** What can be said before anything is stored; empty when it is to be stored. The commit's signature is verified. */
    private Optional<Outcome> judge(Sender from, Commit commit, Optional<Head> head) {
        var did = commit.did();
        if (rules.blocked().test(did)) {
            return Optional.of(refused(from, did, "its merchant is blocked here"));
        }
        if (isLeftAlone(did, commit.rev())) {
            return Optional.of(Outcome.NOT_NEWER);
        }
        boolean damaged = head.filter(Head::damaged).isPresent();
        if (did.equals(rules.self()) && head.isPresent() && !damaged) {
            return Optional.of(ownFromElsewhere(from, commit, head.get()));
        }
        if (isAhead(did, "a commit from " + from.did(), commit.rev())) {
            return Optional.of(Outcome.FROM_THE_FUTURE);
        }
        return head.filter(held -> !damaged || commit.rev().compareTo(held.rev()) < 0)
                .filter(held -> !forks.takes(from, held, commit))
                .map(_ -> Outcome.NOT_NEWER);
    }

    /** Nobody but this node writes its repository: a commit it does not know was signed by a copy of it, or a thief. */
    private Outcome ownFromElsewhere(Sender from, Commit commit, Head head) {
        if (commit.rev().compareTo(head.rev()) > 0) {
            forks.keep(head, commit, "a commit of this shop that this node did not make came from " + from.did());
        }
        return Outcome.NOT_NEWER;
    }

    private boolean welcome(Sender from, Did did, long bytes) {
        return rules.isKept(did) || room.takes(from, bytes) || noRoom(from, did);
    }

    private boolean mayGrow(Sender from, Did did, long bytes) {
        return rules.isKept(did) || room.grows(bytes) || noRoom(from, did);
    }

    private boolean noRoom(Sender from, Did did) {
        refused(from, did, "there is no more room for shops that nobody here follows");
        return false;
    }

    private Outcome stored(Did did, Supplier<StoreOutcome> step) {
        if (step.get() == StoreOutcome.HEAD_MOVED) {
            return Outcome.WHOLE_WANTED; // the own publisher alone can have been faster
        }
        index.catchUp(did);
        onStored.forEach(listener -> listener.accept(did));
        return Outcome.STORED;
    }

    /** Notes a repository that could not even be read or does not verify, and says what to do about it. */
    public Outcome refused(Sender from, Did did, BadRepository why) {
        return switch (why.reason()) {
            case WRONG_ROOT, TRUNCATED -> Outcome.WHOLE_WANTED;
            case NOT_NEWER -> Outcome.NOT_NEWER;
            case HELD_TREE_DAMAGED -> {
                journal.record(SecurityKind.DATA_DAMAGED, did.value(), "its repository as held here", message(why));
                yield Outcome.WHOLE_WANTED;
            }
            case WRONG_HASH,
                    BAD_SIGNATURE,
                    WRONG_DID,
                    WRONG_SHAPE,
                    KEYS_UNSORTED,
                    ILLEGAL_KEY,
                    MISSING_BLOCK,
                    NOT_CANONICAL,
                    BROKEN_CAR,
                    TOO_LARGE -> refused(from, did, message(why));
        };
    }

    /** Notes an answer that an honest node does not give: endless, too large, no JSON. */
    void noteBroken(Did from, String what, PeerFailed why) {
        if (why.kind() == PeerFailed.Kind.BROKEN) {
            journal.record(SecurityKind.ANSWER_REFUSED, from.value(), what, String.valueOf(why.getMessage()));
        }
    }

    private Outcome refused(Sender from, Did did, String why) {
        journal.record(SecurityKind.REPOSITORY_REFUSED, from.did().value(), "repository of " + did, why);
        return Outcome.REFUSED;
    }

    private static String message(BadRepository why) {
        return String.valueOf(why.getMessage());
    }

    /** This node's own publisher stored a commit. */
    public void published(Did did) {
        index.catchUp(did);
    }

    /** Forgets a shop: its repository and its listings. Evidence of forks stays. */
    public void drop(Did did) {
        locks.with(did, () -> {
            store.drop(did);
            index.catchUp(did);
        });
    }
}
