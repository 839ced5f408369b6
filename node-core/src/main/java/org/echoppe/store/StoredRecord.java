package org.echoppe.store;

import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;

/**
 * A record as a merchant signed it.
 *
 * @param key {@code collection/rkey}
 * @param changed rev of the commit that brought this version here
 */
public record StoredRecord(Did did, String key, Cid cid, byte[] bytes, Tid changed) {
    /** The part of the key after the collection. */
    public String rkey() {
        return key.substring(key.indexOf('/') + 1);
    }
}
