package org.echoppe.discovery;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody on the own network said about itself, as it came: everything in it may be a lie.
 *
 * @param card the own address at whose network it was heard
 * @param instance what it is called on that network
 */
record Sighting(
        InetAddress card,
        String instance,
        @Nullable String did,
        @Nullable String name,
        int port,
        List<InetAddress> addresses) {}
