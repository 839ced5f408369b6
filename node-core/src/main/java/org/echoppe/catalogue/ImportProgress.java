package org.echoppe.catalogue;

/** Hears how far a long import is. */
@FunctionalInterface
public interface ImportProgress {
    ImportProgress NONE = (stage, done, total) -> {};

    /** What is being done. */
    enum Stage {
        READING,
        CHECKING,
        SAVING
    }

    /** Called now and then, on the importing thread. */
    void at(Stage stage, int done, int total);
}
