package org.echoppe.replicas;

import java.time.Clock;
import java.time.Duration;
import org.echoppe.domain.Did;
import org.echoppe.store.RepoStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops the shops that signed nothing for ninety days and that nobody here follows, and forgets what was removed long ago. */
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int AT_ONCE = 1_000;
    /** Whoever was away for longer fetches the whole repository. */
    private static final Duration REMOVALS_KNOWN = Duration.ofDays(30);

    private final RepoStore store;
    private final Replicas replicas;
    private final ReplicaRules rules;
    private final Clock clock;

    public Upkeep(RepoStore store, Replicas replicas, ReplicaRules rules, Clock clock) {
        this.store = store;
        this.replicas = replicas;
        this.rules = rules;
        this.clock = clock;
    }

    public void forgetOldRemovals() {
        store.forgetRemovalsBefore(clock.instant().minus(REMOVALS_KNOWN));
    }

    /** Goes through all of them. Now and then. */
    public void dropForsaken() {
        Did after = null;
        for (var heads = store.heads(null, AT_ONCE); !heads.isEmpty(); heads = store.heads(after, AT_ONCE)) {
            for (var head : heads) {
                after = head.did();
                if (rules.isForsaken(after, head.rev(), clock.instant())) {
                    LOG.info(
                            "{} signed nothing since {}: it is dropped",
                            after,
                            head.rev().instant());
                    replicas.drop(after);
                }
            }
        }
    }
}
