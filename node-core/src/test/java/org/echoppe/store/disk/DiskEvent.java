package org.echoppe.store.disk;

/** What happens to a file, in order, and what the program promised meanwhile. */
public sealed interface DiskEvent {
    record Write(long offset, byte[] bytes) implements DiskEvent {}

    record Truncate(long size) implements DiskEvent {}

    /** Everything before it is on the disk for good. */
    record Force() implements DiskEvent {}

    /** The program said that this is saved. */
    record Acknowledged(String what) implements DiskEvent {}
}
