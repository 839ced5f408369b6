package org.echoppe.store;

import java.nio.file.Path;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/** A second program that opens a home: exit code 3 when it is refused because it is in use. */
final class OpeningProcess {
    private OpeningProcess() {}

    public static void main(String[] args) {
        try (var _ = TestHome.open(Path.of(args[0]))) {
            System.out.println("opened");
        } catch (Rejected e) {
            System.exit(e.problems().getFirst().fault() == Fault.HOME_IN_USE ? 3 : 4);
        }
    }
}
