package org.echoppe.peers;

import java.net.InetAddress;

/**
 * What a peer answered.
 *
 * @param from the IP address where it was really reached, whatever its names stand for: addresses of a private network count
 *     only when that is one of it
 */
public record Answer<T>(T content, InetAddress from) {}
