package org.echoppe.store;

import java.util.Collection;
import java.util.List;

/** The security journal's lines, the newest {@value #KEPT}. */
@SuppressWarnings("DoNotCallSuggester")
public final class SecurityStore {
    public static final int KEPT = 10_000;

    public SecurityStore(Database database) {}

    /** Texts longer than their column are cut: what a stranger sends does not decide over ours. */
    public void add(Collection<SecurityEvent> events) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<SecurityEvent> latest(int limit) {
        throw new UnsupportedOperationException();
    }
}
