package org.echoppe.node;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** What a node takes from outside: a test puts its own in place. */
public record Surroundings(Map<String, String> environment, Clock clock, SecureRandom random) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this computer. */
    public static Surroundings real() {
        return new Surroundings(System.getenv(), Clock.system(ZoneId.systemDefault()), new SecureRandom());
    }
}
