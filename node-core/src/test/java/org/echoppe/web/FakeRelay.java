package org.echoppe.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.echoppe.domain.Did;
import org.echoppe.domain.Thumbprint;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeReceipt;
import org.echoppe.orders.wire.PlacedOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What {@code /api/v1/envelopes} says to a browser, without a relay behind it: the tills are called at once. */
final class FakeRelay {
    private static final JsonMapper JSON = new JsonMapper();

    /** Shops that this node does not know. */
    final Set<Did> unknown = new TreeSet<>(java.util.Comparator.comparing(Did::value));
    /** Whether the shops can be reached; else their envelopes are kept. */
    boolean reaching = true;
    /** Whether requests arrive and the answers are lost. */
    boolean losing;
    /** Whether nothing arrives. */
    boolean offline;

    /** Bits of work that it asks for; none where 0. */
    int bits;
    /** A status that every envelope is answered with; none where 0. */
    int refusing;

    int posts;
    final Map<String, Envelope> kept = new LinkedHashMap<>();
    private final Map<String, List<String>> receipts = new LinkedHashMap<>();
    private final Map<Thumbprint, List<String>> answers = new LinkedHashMap<>();
    private final List<FakeTill> tills;

    FakeRelay(List<FakeTill> tills) {
        this.tills = tills;
    }

    void serve(BrowserContext context) {
        context.route("**/api/v1/envelopes*", this::post);
        context.route("**/api/v1/envelopes/*", this::tell);
    }

    private void post(Route route) {
        posts++;
        if (offline) {
            route.abort();
            return;
        }
        if (refusing != 0) {
            fulfill(route, refusing, "{}");
            return;
        }
        if (bits > 0 && route.request().headers().get("echoppe-work") == null) {
            fulfill(route, 429, JSON.writeValueAsString(Map.of("salt", "c2Vs", "bits", bits)));
            return;
        }
        try {
            var envelope = Envelope.read(route.request().postDataBuffer());
            if (unknown.contains(envelope.to())) {
                fulfill(route, 404, "{}");
                return;
            }
            kept.put(envelope.id().value(), envelope);
            if (reaching) {
                deliver();
            }
            if (losing) {
                route.abort();
                return;
            }
            fulfill(
                    route,
                    202,
                    JSON.writeValueAsString(Map.of("id", envelope.id().value(), "state", "kept")));
        } catch (BadEnvelope e) {
            throw new AssertionError(e);
        }
    }

    /** Brings everything that is kept. */
    void deliver() throws BadEnvelope {
        for (var envelope : kept.values()) {
            var till = till(envelope.to());
            till.receive(envelope);
            receipts.computeIfAbsent(envelope.id().value(), _ -> new ArrayList<>())
                    .add(FakeReceipt.sign(till.shop, envelope, false, FakeWeb.NOW)
                            .jws());
        }
    }

    private FakeTill till(Did did) {
        return tills.stream()
                .filter(till -> till.shop.did().equals(did))
                .findFirst()
                .orElseThrow();
    }

    void answer(PlacedOrder order, String answer) {
        answers.computeIfAbsent(order.replyKey().thumbprint(), _ -> new ArrayList<>())
                .add(answer);
    }

    private void tell(Route route) {
        if (offline) {
            route.abort();
            return;
        }
        String url = route.request().url();
        @Nullable Envelope envelope = kept.get(url.substring(url.lastIndexOf('/') + 1));
        if (envelope == null) {
            fulfill(route, 404, "{}");
            return;
        }
        fulfill(
                route,
                200,
                JSON.writeValueAsString(Map.of(
                        "id", envelope.id().value(),
                        "state", "kept",
                        "since", FakeWeb.NOW.toString(),
                        "receipts", receipts.getOrDefault(envelope.id().value(), List.of()),
                        "answers", answers.getOrDefault(envelope.reply(), List.of()))));
    }

    private static void fulfill(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBodyBytes(body.getBytes(UTF_8)));
    }
}
