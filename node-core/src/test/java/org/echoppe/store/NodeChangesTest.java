package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.store.jooq.Tables.TREE_NODE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.echoppe.domain.Cid;
import org.echoppe.repo.Block;
import org.echoppe.repo.Repositories;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeChangesTest {
    private static final int NODES = 3_000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @TempDir
    Path home;

    @Test
    void aFewNodesAreRemovedWithoutReadingAllOthers() {
        try (var database = TestHome.open(home)) {
            database.<RuntimeException>writeAll(sql -> {
                long repository = repository(sql, database);
                var nodes = IntStream.range(0, NODES)
                        .mapToObj(i -> Block.of(Repositories.record(i)))
                        .toList();
                var filled = new NodeChanges(sql, repository);
                nodes.forEach(filled::add);
                filled.flush();

                int before = sql.fetchCount(TREE_NODE);
                var statements = new ArrayList<String>();
                var changes = new NodeChanges(listening(sql, statements), repository);
                var gone = nodes.subList(1_000, 1_003);
                gone.forEach(node -> changes.remove(node.cid()));
                changes.remove(Cid.of(new byte[] {1}));
                changes.flush();

                assertThat(changes.byteDelta())
                        .isEqualTo(
                                -gone.stream().mapToLong(n -> n.bytes().length).sum());
                assertThat(sql.fetchCount(TREE_NODE)).isEqualTo(before - 3);
                assertThat(statements)
                        .hasSize(2)
                        .allSatisfy(s -> assertThat(scanned(sql, s)).as(s).isLessThan(20));
            });
        }
    }

    private static long repository(DSLContext sql, Database database) {
        var repos = new RepoStore(database);
        var shop = new OwnShop(repos);
        shop.publish(Repositories.products(0));
        return Objects.requireNonNull(RepoStore.repository(sql, shop.did())).getId();
    }

    /** The same connection, and what it is asked. */
    private static DSLContext listening(DSLContext sql, List<String> statements) {
        return DSL.using(sql.configuration().derive(ExecuteListener.onStart(context -> {
            Query query = context.query() == null ? context.batchQueries()[0] : context.query();
            statements.add(sql.renderInlined(query));
        })));
    }

    /** Rows that H2 looked at. */
    private static int scanned(DSLContext sql, String statement) {
        String plan = String.valueOf(sql.fetchValue("explain analyze " + statement));
        return SCANNED.matcher(plan)
                .results()
                .map(MatchResult::group)
                .map(t -> t.substring(11))
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
