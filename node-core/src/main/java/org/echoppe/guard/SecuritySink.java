package org.echoppe.guard;

import java.util.List;

/** Where the security journal is kept: the database, or memory in a test. */
public interface SecuritySink {
    void append(SecurityEvent event);

    /** Newest first. */
    List<SecurityEvent> latest(int count);
}
