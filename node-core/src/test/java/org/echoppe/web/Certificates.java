package org.echoppe.web;

import java.nio.file.Path;
import java.util.List;

/** A web certificate as an operator would bring it, made by openssl: for two servers that shall have the same. */
final class Certificates {
    /** Paths of two PEM files. */
    record Pair(String chain, String key) {}

    private Certificates() {}

    static Pair make(Path folder) throws Exception {
        var pair = new Pair(
                folder.resolve("chain.pem").toString(),
                folder.resolve("key.pem").toString());
        var command = List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                pair.key,
                "-out",
                pair.chain,
                "-days",
                "30",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("openssl made no certificate");
        }
        return pair;
    }
}
