package org.echoppe.peers;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a repository as a CAR when it is wanted, so that it never lies in memory whole. */
@FunctionalInterface
public interface CarSource {
    void writeTo(OutputStream out) throws IOException;
}
