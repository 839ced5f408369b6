package org.echoppe.web.feed;

import java.time.Instant;
import java.util.List;
import org.echoppe.records.ProductRecord;

/**
 * A product on its way into a document.
 *
 * @param key of its record
 * @param id a name for ever, anywhere: its place in the merchant's repository
 * @param page its address
 * @param pictures their addresses
 * @param changed when its merchant signed this version, or when it came here
 */
public record Ware(String key, String id, String page, ProductRecord record, List<String> pictures, Instant changed) {
    public Ware {
        pictures = List.copyOf(pictures);
    }
}
