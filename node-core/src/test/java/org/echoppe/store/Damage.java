package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.echoppe.domain.Did;

/** Does to the tables what a bad disk does, for tests of other packages. */
public final class Damage {
    private Damage() {}

    /** Other bytes under the same key and CID. */
    public static void ofRecord(Database database, String key) {
        one(database, "update stored_record set block = X'00' where record_key = '" + key + "'");
    }

    public static void lossOfRecord(Database database, String key) {
        one(database, "delete from stored_record where record_key = '" + key + "'");
    }

    public static void ofRoot(Database database) {
        one(database, "update tree_node set block = X'00' where cid = (select data from repository)");
    }

    public static void ofProduct(Database database, String rkey) {
        one(database, "update product set stock = 77 where rkey = '" + rkey + "'");
    }

    /** What the check of a node says and notes. */
    public static ReplicaCheck.Verdict check(Database database, Did did) {
        return new ReplicaCheck(database, new RepoStore(database)).check(did);
    }

    private static void one(Database database, String statement) {
        database.<RuntimeException>writeAll(
                sql -> assertThat(sql.execute(statement)).isEqualTo(1));
    }
}
