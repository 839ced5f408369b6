package org.echoppe.peers;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.identity.BadJws;
import org.echoppe.identity.Jws;
import org.echoppe.repo.Signer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node says about itself, signed (PROTOCOL §3).
 *
 * @param endpoints of its peer port; empty when it cannot be called
 * @param sequence rises with every new record, so that an old one does not undo a move
 * @param jws the record as it is passed on
 */
public record NodeRecord(
        Did did, List<Endpoint> endpoints, String role, String software, long sequence, Instant expires, String jws) {
    public static final String SHOP = "shop";
    public static final String MIRROR = "mirror";
    /** The longest that is read, characters. */
    public static final int MAX_LENGTH = 8 * 1024;

    private static final int MOST_ENDPOINTS = 8;
    private static final int MOST_TEXT = 100;
    private static final JsonMapper JSON = new JsonMapper();

    public NodeRecord {
        endpoints = List.copyOf(endpoints);
    }

    public static NodeRecord sign(
            Signer signer, List<Endpoint> endpoints, String role, String software, long sequence, Instant expires) {
        var json = JSON.createObjectNode();
        json.put("did", signer.did().value());
        var urls = json.putArray("endpoints");
        endpoints.forEach(endpoint -> urls.add(endpoint.url()));
        json.put("role", role)
                .put("software", software)
                .put("sequence", sequence)
                .put("expires", expires.toString());
        var jws = Jws.sign(signer, Jws.NODE_RECORD, json.toString());
        return new NodeRecord(signer.did(), endpoints, role, software, sequence, expires, jws);
    }

    /**
     * Reads and verifies one. An endpoint this program cannot dial is left out: a newer node may have other kinds.
     *
     * @throws BadJws for a wrong signature, another DID inside than the signer's, or a shape that is none
     */
    public static NodeRecord read(String jws) throws BadJws {
        if (jws.length() > MAX_LENGTH) {
            throw new BadJws("a node record of more than " + MAX_LENGTH + " characters");
        }
        var signed = Jws.parse(jws, Jws.NODE_RECORD);
        try {
            var json = JSON.readTree(signed.json());
            if (!signed.did().value().equals(json.path("did").stringValue(""))) {
                throw new BadJws("a node record about another than its signer");
            }
            return new NodeRecord(
                    signed.did(),
                    endpoints(json.path("endpoints")),
                    text(json, "role"),
                    text(json, "software"),
                    Math.max(0, json.path("sequence").longValue(0)),
                    Instant.parse(json.path("expires").stringValue("")),
                    jws);
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new BadJws("a node record without a date it expires, or no JSON");
        }
    }

    private static List<Endpoint> endpoints(JsonNode urls) {
        return urls.valueStream()
                .limit(MOST_ENDPOINTS)
                .flatMap(url -> Endpoint.parse(url.stringValue("")).stream())
                .toList();
    }

    private static String text(JsonNode json, String name) {
        var text = json.path(name).stringValue("");
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }
}
