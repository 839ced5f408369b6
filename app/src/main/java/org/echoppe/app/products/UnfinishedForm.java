package org.echoppe.app.products;

import java.util.Map;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * What was typed and neither saved nor given up when the program ended.
 *
 * @param key null for a product that is not saved yet
 * @param filled what stood in the fields before
 * @param typed what stood in them last
 */
public record UnfinishedForm(@Nullable RecordKey key, Map<String, String> filled, Map<String, String> typed) {
    public String name() {
        return typed.getOrDefault("name", "");
    }
}
