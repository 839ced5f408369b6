package org.echoppe.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.echoppe.domain.Did;

/** The nodes this one knows. */
@SuppressWarnings("DoNotCallSuggester")
public final class PeerStore {
    public PeerStore(Database database) {}

    public Optional<PeerRow> find(Did did) {
        throw new UnsupportedOperationException();
    }

    /** By DID. */
    public List<PeerRow> all() {
        throw new UnsupportedOperationException();
    }

    public int count() {
        throw new UnsupportedOperationException();
    }

    /** Adds the peer or writes it anew. */
    public void save(PeerRow row) {
        throw new UnsupportedOperationException();
    }

    /** Changes a peer in one transaction; empty when it is not known. */
    public Optional<PeerRow> change(Did did, UnaryOperator<PeerRow> change) {
        throw new UnsupportedOperationException();
    }

    public void remove(Did did) {
        throw new UnsupportedOperationException();
    }

    /** Addresses typed without a DID that have not answered yet, oldest first. */
    public List<String> unansweredAddresses() {
        throw new UnsupportedOperationException();
    }

    public void addAddress(String url) {
        throw new UnsupportedOperationException();
    }

    public void removeAddress(String url) {
        throw new UnsupportedOperationException();
    }
}
