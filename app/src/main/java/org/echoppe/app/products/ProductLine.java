package org.echoppe.app.products;

import org.echoppe.catalogue.PublishState;
import org.echoppe.domain.RecordKey;

/**
 * One product as the list shows it.
 *
 * @param price as people write it, with its currency; empty while there is none
 * @param stock how many are left; empty where nobody counts
 */
public record ProductLine(
        RecordKey key, String name, String category, String price, String stock, boolean soldOut, PublishState state) {}
