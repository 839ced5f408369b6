package org.echoppe.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Repositories;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.TestSigner;
import org.echoppe.repo.Update;

/** A shop that signs into its own store, as the publisher does. */
final class OwnShop {
    private final TestSigner signer = new TestSigner();
    private final RepoStore repos;
    private int revs;

    OwnShop(RepoStore repos) {
        this.repos = repos;
    }

    Did did() {
        return signer.did();
    }

    /** One commit with these changes on the head that is stored. */
    Commit publish(Map<String, Optional<byte[]>> changes) {
        Update update = sign(changes);
        Cid head = repos.commit(did()).map(Commit::cid).orElse(null);
        if (repos.apply(update, head) != StoreOutcome.STORED) {
            throw new AssertionError("another head");
        }
        return update.commit();
    }

    Update sign(Map<String, Optional<byte[]>> changes) {
        try {
            Commit head = repos.commit(did()).orElse(null);
            return Update.sign(signer, repos.tree(did()), head, Repositories.rev(++revs), changes);
        } catch (BadRepository e) {
            throw new AssertionError(e);
        }
    }

    /** The whole repository as it is stored, as a file others read. */
    byte[] car() {
        var out = new ByteArrayOutputStream();
        try {
            CarWriter.repository(
                    out,
                    repos.commit(did()).orElseThrow(),
                    repos.tree(did()),
                    cid -> repos.block(cid).orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadRepository e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    Snapshot snapshot(Path spool) {
        try {
            return Snapshot.read(new ByteArrayInputStream(car()), did(), spool, Limits.FOLLOWED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadRepository e) {
            throw new AssertionError(e);
        }
    }
}
