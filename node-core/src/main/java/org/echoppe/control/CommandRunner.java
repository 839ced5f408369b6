package org.echoppe.control;

/** Carries out the commands that reach a running node. */
@FunctionalInterface
public interface CommandRunner {
    /** @return the exit code */
    int run(Call call, Output output);
}
