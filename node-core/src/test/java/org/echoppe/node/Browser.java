package org.echoppe.node;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.echoppe.TrustsAnyone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shopper who clicked through the warning about a self-made certificate. */
final class Browser {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .sslContext(TrustsAnyone.context())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    HttpResponse<String> get(String url) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(url, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a body, as a script of the very page would. */
    HttpResponse<String> post(String url, String type, byte[] body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", type)
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(url, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String page(String url) {
        var answer = get(url);
        if (answer.statusCode() != 200) {
            throw new AssertionError(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    JsonNode json(String url) {
        return JSON.readTree(page(url));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
