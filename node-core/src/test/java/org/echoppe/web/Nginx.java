package org.echoppe.web;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Debian's nginx over one folder, TLS 1.3, as its own configuration would have it. */
record Nginx(Process process, int port) implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    /** Null where there is no nginx. */
    static @Nullable Nginx start(Path folder, Path www, Certificates.Pair certificate) throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
            return null;
        }
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration, """
                daemon off;
                %6$s
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events { worker_connections 256; }
                http {
                  include /etc/nginx/mime.types;
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000;
                  open_file_cache max=16;
                  client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                  uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                  server {
                    listen 127.0.0.1:%2$d ssl;
                    ssl_certificate %3$s;
                    ssl_certificate_key %4$s;
                    ssl_protocols TLSv1.3;
                    root %5$s;
                  }
                }
                """.formatted(folder, port, certificate.chain(), certificate.key(), www, owner()));
        var process = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                .inheritIO()
                .start();
        for (int tries = 0; tries < 100; tries++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Nginx(process, port);
            } catch (java.io.IOException e) {
                Thread.sleep(50); // it is starting
            }
        }
        throw new IllegalStateException("nginx does not start");
    }

    /** Of root's files nginx would read only what is everyone's. */
    private static String owner() {
        return System.getProperty("user.name").equals("root") ? "user root;" : "";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
