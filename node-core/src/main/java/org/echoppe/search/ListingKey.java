package org.echoppe.search;

import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;

/** Which listing: the merchant and the key of the product in the merchant's repository. */
public record ListingKey(Did did, RecordKey rkey) {}
