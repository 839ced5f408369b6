package org.echoppe.repo;

import java.util.regex.Pattern;
import org.echoppe.domain.RecordKey;

/** The names under which a repository keeps its records, and keys: {@code collection/rkey}. */
public final class Collections {
    /** The shop itself: one record, {@link RecordKey#SELF}. */
    public static final String PROFILE = "org.echoppe.shop.profile";
    /** Its goods. */
    public static final String PRODUCT = "org.echoppe.catalogue.product";

    /** The longest key, bytes. */
    public static final int KEY_LENGTH = 512;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~:-]{1,317}/(?!\\.{1,2}$)[A-Za-z0-9._~:-]+");

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

    /** Whether it is {@code collection/rkey}, of legal characters and length. */
    public static boolean isKey(String key) {
        return key.length() <= KEY_LENGTH && KEY.matcher(key).matches();
    }

    static void check(String key) throws BadRepository {
        if (key.length() > KEY_LENGTH) {
            throw new BadRepository(BadRepository.Reason.TOO_LARGE, "a key of " + key.length() + " bytes");
        }
        if (!isKey(key)) {
            throw new BadRepository(BadRepository.Reason.ILLEGAL_KEY, "no collection/rkey");
        }
    }
}
