package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.TREE_NODE;

import org.echoppe.domain.Cid;
import org.echoppe.repo.Block;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Walks over the tree nodes of one repository in pages. */
final class Nodes {
    private static final int PAGE = 500;

    private Nodes() {}

    static <X extends Exception> void forEach(DSLContext sql, long repository, RepoStore.NodeVisitor<X> visitor)
            throws X {
        Condition begin = DSL.noCondition();
        while (true) {
            var page = sql.select(TREE_NODE.CID, TREE_NODE.BLOCK)
                    .from(TREE_NODE)
                    .where(TREE_NODE.REPOSITORY_ID.eq(repository), begin)
                    .orderBy(TREE_NODE.REPOSITORY_ID, TREE_NODE.CID)
                    .limit(PAGE)
                    .fetch();
            for (var row : page) {
                visitor.visit(new Block(Cid.parse(row.value1()), row.value2()));
            }
            if (page.size() < PAGE) {
                return;
            }
            begin = TREE_NODE.CID.gt(page.getLast().value1());
        }
    }
}
