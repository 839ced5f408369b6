package org.echoppe.peers;

import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a peer answered.
 *
 * @param from the IP address where it was really reached, whatever its names stand for: addresses of a private network count
 *     only when that is one of it
 * @param sent when, by its own clock; null when it does not say
 */
public record Answer<T>(
        T content, InetAddress from, @Nullable Instant sent) {}
