package org.echoppe.guard;

import java.util.List;
import org.echoppe.store.SecurityStore;

/** Where the security journal is kept: the database, or memory in a test. */
public interface SecuritySink {
    void append(List<SecurityEvent> events);

    /** Newest first. */
    List<SecurityEvent> latest(int count);

    static SecuritySink of(SecurityStore store) {
        return new SecuritySink() {
            @Override
            public void append(List<SecurityEvent> events) {
                store.add(events.stream()
                        .map(e -> new org.echoppe.store.SecurityEvent(
                                e.at(), e.kind().name(), e.who(), e.what(), e.why()))
                        .toList());
            }

            @Override
            public List<SecurityEvent> latest(int count) {
                return store.latest(count).stream()
                        .map(e -> new SecurityEvent(e.at(), SecurityKind.valueOf(e.kind()), e.who(), e.what(), e.why()))
                        .toList();
            }
        };
    }
}
