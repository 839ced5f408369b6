package org.echoppe.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How one port listens and what a caller may cost it.
 *
 * @param port 0 for any free one
 * @param tls null for plain HTTP, which only a loopback address may speak
 * @param certificate whether a caller has to show a certificate; whose it is, the context's trust manager decides
 * @param maxBody bytes of a request body that is read into memory; a route that streams has its own limit
 * @param connectionsPerAddress at one time, from one IPv4 address or one IPv6 /64
 * @param requestLimit how long a request on this path may take from its first line to the last byte of the answer
 */
public record PortSettings(
        InetAddress address,
        int port,
        @Nullable SSLContext tls,
        ClientCertificate certificate,
        int maxBody,
        int connectionsPerAddress,
        Function<String, Duration> requestLimit) {

    /** Whether callers show a certificate. */
    public enum ClientCertificate {
        DEMANDED,
        NOT_ASKED
    }

    /** @throws IllegalArgumentException for plain HTTP on an address that others can reach */
    public PortSettings {
        if (tls == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("plain HTTP is for loopback addresses only");
        }
    }
}
