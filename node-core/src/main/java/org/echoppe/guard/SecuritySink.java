package org.echoppe.guard;

import java.util.Arrays;
import java.util.List;
import org.echoppe.store.SecurityStore;

/** Where the security journal is kept: the database, or memory in a test. */
public interface SecuritySink {
    void append(List<SecurityEvent> events);

    /** Newest first. */
    List<SecurityEvent> latest(int count);

    static SecuritySink of(SecurityStore store) {
        var shelves = Arrays.stream(Severity.values())
                .map(severity -> new SecurityStore.Shelf(
                        Arrays.stream(SecurityKind.values())
                                .filter(kind -> kind.severity() == severity)
                                .map(SecurityKind::name)
                                .toList(),
                        severity.kept()))
                .toList();
        return new SecuritySink() {
            @Override
            public void append(List<SecurityEvent> events) {
                store.add(
                        events.stream()
                                .map(e -> new org.echoppe.store.SecurityEvent(
                                        e.at(), e.kind().name(), e.who(), e.what(), e.why()))
                                .toList(),
                        shelves);
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
