package org.echoppe.repo;

import java.util.regex.Pattern;
import org.echoppe.domain.RecordKey;

/** The names under which a repository keeps its records, and keys: {@code collection/rkey}. */
public final class Collections {
    /** The shop itself: one record, {@link RecordKey#SELF}. */
    public static final String PROFILE = "org.echoppe.shop.profile";
    /** Its goods. */
    public static final String PRODUCT = "org.echoppe.catalogue.product";

    /** The longest legal key: a collection of 317 characters (NSID), a slash, a record key of 512. */
    public static final int KEY_LENGTH = 317 + 1 + 512;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~:-]{1,317}/(?!\\.{1,2}$)[A-Za-z0-9._~:-]{1,512}");

    private Collections() {}

    public static String keyOf(String collection, RecordKey recordKey) {
        return collection + "/" + recordKey;
    }

    /** The part before the slash. */
    public static String collectionOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    /** The part after the slash. */
    public static RecordKey recordKeyOf(String key) {
        return new RecordKey(key.substring(key.indexOf('/') + 1));
    }

    /** Whether it is {@code collection/rkey}, both of legal characters and lengths. */
    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }
}
