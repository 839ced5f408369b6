package org.echoppe.node.backup;

import java.time.Instant;
import org.echoppe.domain.Did;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of when a backup is.
 *
 * @param entries of the journal that it knows
 * @param encryptionKey what orders were sealed to
 */
public record Moment(Did did, Instant at, long entries, Did encryptionKey) {
    private static final JsonMapper JSON = new JsonMapper();

    byte[] toBytes() {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("did", did.value())
                .put("at", at.toString())
                .put("entries", entries)
                .put("encryptionKey", encryptionKey.value()));
    }

    static Moment read(byte[] bytes) {
        var json = JSON.readTree(bytes);
        return new Moment(
                new Did(json.path("did").asString()),
                Instant.parse(json.path("at").asString()),
                json.path("entries").asLong(),
                new Did(json.path("encryptionKey").asString()));
    }
}
