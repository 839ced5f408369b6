package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Limits;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Repositories;
import org.echoppe.repo.ThinDiff;
import org.echoppe.repo.Update;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories with records added, changed, removed and added again. */
class ChangesSinceTest {
    private static final int COMMITS = 25;

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leadFromAnyHeldCommitToTheNewest(long seed) throws Exception {
        var random = new Random(seed);
        try (var database = TestHome.open(home)) {
            var repos = new RepoStore(database);
            var shop = new OwnShop(repos);
            List<Commit> commits = new ArrayList<>();
            List<SortedMap<String, Cid>> states = new ArrayList<>();
            for (int i = 0; i < COMMITS; i++) {
                commits.add(shop.publish(randomChanges(random)));
                states.add(state(repos, shop));
            }
            for (int i = 0; i < COMMITS; i++) {
                ThinDiff diff =
                        repos.changesSince(shop.did(), commits.get(i).rev()).orElseThrow();
                assertThat(diff.commit()).isEqualTo(commits.getLast());
                assertThat(applied(states.get(i), diff)).isEqualTo(states.getLast());
                assertThat(diff.changes().keySet()).containsAll(differing(states.get(i), states.getLast()));
                if (i < COMMITS - 1) {
                    var tree = MerkleSearchTree.build(states.get(i));
                    var read = ThinDiff.decode(diff.encode(), Limits.STRANGER);
                    assertThat(Update.check(tree, commits.get(i), read).tree().root())
                            .isEqualTo(commits.getLast().data());
                }
            }
            assertThat(repos.changesSince(shop.did(), commits.getLast().rev())
                            .orElseThrow()
                            .changes())
                    .isEmpty();
            assertThat(repos.changesSince(shop.did(), Repositories.rev(0))).isEmpty();
            assertThat(repos.changesSince(shop.did(), Repositories.rev(COMMITS + 9)))
                    .isEmpty();
            assertThat(new ReplicaCheck(database, repos).check(shop.did()))
                    .isInstanceOf(ReplicaCheck.Verdict.Intact.class);
        }
    }

    private static SortedMap<String, Optional<byte[]>> randomChanges(Random random) {
        var changes = new TreeMap<String, Optional<byte[]>>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            // few keys, so that they come, go and come again
            String key = Repositories.key(random.nextInt(40));
            changes.put(
                    key,
                    random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Repositories.record(random.nextInt(9))));
        }
        return changes;
    }

    private static SortedMap<String, Cid> state(RepoStore repos, OwnShop shop) {
        SortedMap<String, Cid> state = new TreeMap<>();
        repos.forEachRecord(shop.did(), null, record -> state.put(record.key(), record.cid()));
        return state;
    }

    private static SortedMap<String, Cid> applied(SortedMap<String, Cid> state, ThinDiff diff) {
        var applied = new TreeMap<>(state);
        diff.changes().forEach((key, cid) -> cid.ifPresentOrElse(c -> applied.put(key, c), () -> applied.remove(key)));
        return applied;
    }

    private static List<String> differing(SortedMap<String, Cid> before, SortedMap<String, Cid> after) {
        var keys = new TreeMap<String, Cid>(before);
        keys.putAll(after);
        return keys.keySet().stream()
                .filter(key -> !java.util.Objects.equals(before.get(key), after.get(key)))
                .toList();
    }
}
