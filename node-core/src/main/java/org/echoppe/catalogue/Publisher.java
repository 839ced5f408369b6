package org.echoppe.catalogue;

import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Problem;
import org.echoppe.repo.Commit;

/**
 * Brings saved products and the profile into the signed repository: gathers changes for up to a second, then one commit, and
 * a new one each day over the same data.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Publisher implements AutoCloseable {
    /** Publishes what a stopped program left waiting, and from now on whatever changes. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Something was saved: it is published within a second. */
    public void changed() {
        throw new UnsupportedOperationException();
    }

    /**
     * Publishes now what is waiting, and returns when it is durable.
     *
     * @return the new commit; empty when nothing waited
     * @throws org.echoppe.domain.Rejected CLOCK_WRONG, DISK_FULL
     */
    public Optional<Commit> publishNow() {
        throw new UnsupportedOperationException();
    }

    /** Where the shop can be called, for its profile: addresses of the peer port, and of the web port (empty: none). */
    public void reachableAt(List<String> endpoints, String webUrl) {
        throw new UnsupportedOperationException();
    }

    /** Whether the clock agrees with the peers'. While it does not, nothing is signed. */
    public void trustClock(boolean trusted) {
        throw new UnsupportedOperationException();
    }

    /** Why what waits is not published yet; empty when nothing is wrong. */
    public Optional<Problem> trouble() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
