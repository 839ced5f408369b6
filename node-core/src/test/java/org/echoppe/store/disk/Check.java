package org.echoppe.store.disk;

import java.nio.file.Path;
import java.util.List;

/** Holds what was acknowledged against what a home is left with. */
@FunctionalInterface
public interface Check {
    /**
     * Opens the home as a start does.
     *
     * @param rebuild makes the tables anew from the journal and compares
     * @return everything that is missing or wrong, in words
     */
    List<String> broken(Path home, List<String> acknowledged, boolean rebuild);
}
