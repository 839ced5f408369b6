package org.echoppe.store.disk;

/** What happens on a disk, in order, and what the program promised meanwhile. Files are named by their path in the home. */
public sealed interface DiskEvent {
    record Write(String file, long offset, byte[] bytes) implements DiskEvent {}

    record Truncate(String file, long size) implements DiskEvent {}

    /** All that was written to this file before is on the disk for good; its name need not be. */
    record Force(String file) implements DiskEvent {}

    record Create(String file) implements DiskEvent {}

    record Delete(String file) implements DiskEvent {}

    /** Which files there are is on the disk for good. */
    record ForceNames() implements DiskEvent {}

    /** Whatever happened before is on the disk for good: the test begins here. */
    record Settled() implements DiskEvent {}

    /** The program said that this is saved. */
    record Acknowledged(String what) implements DiskEvent {}
}
