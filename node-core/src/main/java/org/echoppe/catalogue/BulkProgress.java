package org.echoppe.catalogue;

/** Hears how far a change of many products is. */
@FunctionalInterface
public interface BulkProgress {
    BulkProgress NONE = (done, total) -> {};

    /** Called now and then, on the changing thread; all that was done is taken back when it throws. */
    void at(int done, int total);
}
