package org.echoppe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The files of others that tests read: real product lists, vectors. They are never part of the repository. */
public final class Shared {
    private Shared() {}

    /**
     * A file below the folder {@code echoppe.shared}. Without that folder the test is skipped and says so; on a build server
     * (CI=true) it fails.
     *
     * @param path such as {@code data/epicerie-346.csv}
     */
    public static Path file(String path) {
        return find(path).orElseGet(() -> Assumptions.abort(needs(path)));
    }

    /** The same for a test that has more to do without it: empty where {@link #file} would skip the test. */
    public static Optional<Path> find(String path) {
        Path file = Path.of(System.getProperty("echoppe.shared", "../shared")).resolve(path);
        if (Files.exists(file)) {
            return Optional.of(file);
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(needs(path));
        }
        return Optional.empty();
    }

    private static String needs(String path) {
        return "needs " + path + " of the shared files; give their folder with -Dechoppe.shared=FOLDER";
    }
}
