package org.echoppe.domain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Everything that is expected to go wrong, as a closed vocabulary. Each has a sentence in every language
 * ({@code faults_fr.properties}, {@code faults_en.properties}) and travels under its {@link #code} in problem+json.
 */
public enum Fault {
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    NOT_A_NUMBER,
    OUT_OF_RANGE,
    NOT_A_PRICE,
    NOT_A_CURRENCY,
    NOT_A_GTIN,
    NOT_AN_EMAIL,
    NOT_AN_ADDRESS,
    NOT_A_PAGE,
    NOT_A_LANGUAGE,
    NOT_YES_OR_NO,
    NOT_A_DID,
    NOT_A_DATE,
    NOT_A_TIME,
    NOT_A_COUNTRY,
    NOT_A_MEASURE,
    NOT_OPENING_HOURS,
    NOT_HOURS_OF_A_DAY,
    HOURS_OVERLAP,
    ENDS_BEFORE_IT_BEGINS,
    DAY_IS_PAST,
    NOT_A_POSITION,
    POSITION_MISSING,
    NOT_A_POSTAL_CODE,
    NOT_A_DELIVERY_ZONE,
    NOT_AN_IBAN,
    NOT_A_BIC,
    PAGE_TOO_LARGE,
    NOT_A_CHOICE,
    ILLEGAL_TEXT,
    WRONG_SHAPE,
    DUPLICATE,
    REPEATED,
    NOT_TEXT,
    STOCK_BY_VARIANTS,
    VARIANT_TWICE,
    UNKNOWN_FIELD,
    NOT_FOUND,
    SHOP_MISSING,
    SHOP_EXISTS,
    WRONG_PASSPHRASE,
    PASSPHRASE_FILE_READABLE_BY_OTHERS,
    PASSPHRASE_MISSING,
    IDENTITY_DAMAGED,
    IDENTITY_MISSING,
    IDENTITY_IS_ANOTHER,
    RECOVERY_GROUP_WRONG,
    RECOVERY_SHEET_INCOMPLETE,
    RECOVERY_SHEET_WRONG,
    RECOVERY_SHEET_GONE,
    NOT_A_FINGERPRINT,
    CERTIFICATE_UNUSABLE,
    HOME_IN_USE,
    HOME_TOO_NEW,
    DATABASE_DAMAGED,
    DISK_FULL,
    PORT_TAKEN,
    FILE_UNREADABLE,
    FILE_UNWRITABLE,
    FILE_TOO_LARGE,
    PICTURE_UNKNOWN,
    PICTURE_HEIC,
    PICTURE_BROKEN,
    PICTURE_TOO_LARGE,
    NOT_A_TABLE,
    KEY_COLUMN_MISSING,
    KEY_COLUMN_SPOILED,
    KEY_COLUMN_DUPLICATES,
    KEY_COLUMN_ELSEWHERE,
    COLUMN_SPOILED,
    CODE_BECAME_SKU,
    CODE_TAKEN,
    TEXT_CLEANED,
    TEXT_CUT,
    ROW_TOO_WIDE,
    ROW_BROKEN,
    ROW_REPEATED,
    NOT_READ,
    PEER_UNREACHABLE,
    PEER_IS_ANOTHER,
    PEER_ANSWER_BROKEN,
    PEER_BLOCKED,
    PEER_IS_SELF,
    PEER_WORD_BROKEN,
    REPOSITORY_BROKEN,
    REPOSITORY_DAMAGED,
    PRODUCTS_DAMAGED,
    REPOSITORY_FROM_THE_FUTURE,
    CHANGES_UNKNOWN,
    CLOCK_WRONG,
    COMMIT_AHEAD,
    PUBLISHING_FAILED,
    NODE_STOPPED,
    NODE_NOT_RUNNING;

    /** The name on the wire: {@code not-a-price}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence for a person. {@code arguments} fill its {0}, {1} …: limits, names, what was typed. */
    public String sentence(Language language, Object... arguments) {
        var bundle = ResourceBundle.getBundle("org.echoppe.domain.faults", language.locale());
        return new MessageFormat(bundle.getString(name()), language.locale()).format(arguments);
    }
}
