package org.echoppe.replicas;

import java.io.IOException;
import java.io.OutputStream;
import org.echoppe.domain.Did;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Commit;
import org.echoppe.store.RepoStore;

/** A held repository as a file that any program of the AT Protocol reads. */
public final class Repositories {
    private Repositories() {}

    /**
     * Writes the commit, then all tree nodes and records, of one state. No place for a stream that someone else empties:
     * it holds a connection of the database until it ends.
     *
     * @return the commit written
     * @throws IOException when the repository is not held
     */
    public static Commit write(RepoStore store, Did did, OutputStream out) throws IOException {
        return store.inOneState(() -> {
            Commit commit = store.commit(did).orElseThrow(() -> new IOException("not held: " + did));
            var car = new CarWriter(out, commit.cid());
            car.write(commit.block());
            store.forEachNode(did, car::write);
            store.forEachRecord(did, null, record -> car.write(record.cid(), record.bytes()));
            return commit;
        });
    }
}
