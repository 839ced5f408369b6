package org.echoppe.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * How one node is to run.
 *
 * @param home the folder that holds everything
 * @param bind the address both ports listen on; loopback until the shopkeeper chose to be visible to others
 * @param webPort 0 for any free one
 * @param peerPort 0 for any free one
 * @param webHttp plain HTTP on the web port: behind a reverse proxy or for a preview, and on loopback only
 * @param webCert the operator's certificate chain (PEM) for the web port; with {@code webKey}, or neither
 * @param webKey the private key (PKCS#8 PEM) of {@code webCert}
 * @param trustedProxies addresses whose X-Forwarded-For, X-Forwarded-Proto and Host are believed
 * @param publicPeerUrl the address other nodes are told, when it is not the one bound
 * @param publicWebUrl the address shoppers are told, when it is not the one bound
 * @param announceOnLan whether shops on the same network are told of this one, while it listens to more than this computer
 * @param mail whose sealed orders are kept here, and who keeps the own ones
 * @param keeperNotice who keeps this node, as they say it; empty where they do not
 */
public record NodeConfig(
        Path home,
        InetAddress bind,
        int webPort,
        int peerPort,
        boolean webHttp,
        @Nullable Path webCert,
        @Nullable Path webKey,
        Set<InetAddress> trustedProxies,
        @Nullable String publicPeerUrl,
        @Nullable String publicWebUrl,
        boolean announceOnLan,
        MailSettings mail,
        String keeperNotice) {

    public static final int WEB_PORT = 8443;
    public static final int PEER_PORT = 8444;
    /** The file in the home folder with the keys below, each also an {@code ECHOPPE_…} variable and an option. */
    public static final String FILE = "echoppe.properties";

    private static final List<String> KEYS = List.of(
            "bind",
            "web-port",
            "peer-port",
            "web-http",
            "web-cert",
            "web-key",
            "trusted-proxy",
            "public-peer-url",
            "public-web-url",
            "announce-on-lan",
            "keep-mail",
            "mailbox",
            KeeperNotice.KEY);

    public NodeConfig {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /**
     * Reads options before environment before file.
     *
     * @param options what was said on the command line, by key without dashes
     * @throws Rejected with one problem per wrong key
     */
    public static NodeConfig load(Path home, Map<String, String> environment, Map<String, String> options) {
        var values = new HashMap<String, String>();
        file(home).forEach((key, value) -> values.put(key.toString(), value.toString()));
        for (String key : KEYS) {
            String variable =
                    environment.get("ECHOPPE_" + key.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (variable != null) {
                values.put(key, variable);
            }
        }
        values.putAll(options);
        var problems = new ArrayList<Problem>();
        values.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> problems.add(Problem.of(key, Fault.UNKNOWN_FIELD, key, String.join(", ", KEYS))));
        var config = read(home, values, problems);
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return config;
    }

    private static NodeConfig read(Path home, Map<String, String> values, List<Problem> problems) {
        var bind = address("bind", values.getOrDefault("bind", "127.0.0.1"), problems);
        boolean webHttp = truth(values, "web-http", false, problems);
        if (webHttp && !bind.isLoopbackAddress()) {
            problems.add(Problem.of("web-http", Fault.NOT_A_CHOICE, bind.getHostAddress(), "127.0.0.1"));
        }
        var cert = path(values, "web-cert", problems);
        var key = path(values, "web-key", problems);
        if ((cert == null) != (key == null)) {
            problems.add(Problem.of(cert == null ? "web-cert" : "web-key", Fault.REQUIRED));
        }
        return new NodeConfig(
                home,
                bind,
                port(values, "web-port", WEB_PORT, problems),
                port(values, "peer-port", PEER_PORT, problems),
                webHttp,
                cert,
                key,
                proxies(values, problems),
                values.get("public-peer-url"),
                values.get("public-web-url"),
                truth(values, "announce-on-lan", true, problems),
                MailSettings.read(values.getOrDefault("keep-mail", ""), values.getOrDefault("mailbox", ""), problems),
                KeeperNotice.read(values.get(KeeperNotice.KEY), problems));
    }

    private static Properties file(Path home) {
        var properties = new Properties();
        Path file = home.resolve(FILE);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static InetAddress address(String key, String text, List<Problem> problems) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            problems.add(Problem.of(key, Fault.NOT_A_CHOICE, text, "127.0.0.1, 0.0.0.0"));
            return InetAddress.getLoopbackAddress();
        }
    }

    private static int port(Map<String, String> values, String key, int usual, List<Problem> problems) {
        String text = values.get(key);
        if (text == null) {
            return usual;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port < 0 || port > 65_535) {
                problems.add(Problem.of(key, Fault.OUT_OF_RANGE, 0, 65_535));
            }
            return port;
        } catch (NumberFormatException e) {
            problems.add(Problem.of(key, Fault.NOT_A_NUMBER, text));
            return usual;
        }
    }

    private static boolean truth(Map<String, String> values, String key, boolean usual, List<Problem> problems) {
        String text = values.getOrDefault(key, String.valueOf(usual)).strip();
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(Problem.of(key, Fault.NOT_A_CHOICE, text, "true, false"));
        }
        return text.equals("true");
    }

    private static @Nullable Path path(Map<String, String> values, String key, List<Problem> problems) {
        String text = values.get(key);
        if (text == null) {
            return null;
        }
        Path path = Path.of(text);
        if (!Files.isReadable(path)) {
            problems.add(Problem.of(key, Fault.FILE_UNREADABLE, text));
        }
        return path;
    }

    private static Set<InetAddress> proxies(Map<String, String> values, List<Problem> problems) {
        return Arrays.stream(values.getOrDefault("trusted-proxy", "").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> address("trusted-proxy", text, problems))
                .collect(Collectors.toUnmodifiableSet());
    }
}
