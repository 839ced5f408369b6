package org.echoppe.search;

import java.util.Currency;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.echoppe.domain.Did;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;

/** The names and forms of what stands in the index: writing and asking must agree on them. */
final class Fields {
    /** Raised whenever an index written before would answer differently. */
    static final String VERSION = "6";

    static final String ID = "id";
    static final String DID = "did";
    static final String RKEY = "rkey";
    /** Which call of {@code replace} or {@code update} wrote the document. */
    static final String WRITTEN_BY = "by";

    /** What its card says, see {@link LabelBytes}. */
    static final String LABEL = "label";

    static final String TYPED_NAME = "name.typed";
    static final String TYPED_CATEGORY = "category.typed";
    static final String CATEGORY = "category";
    /** The narrowest category, as the merchant wrote it. */
    static final String SHELF = "category.label";

    static final String GTIN = "gtin";
    /** Of its kinds, which are no articles of their own. */
    static final String KIND_GTIN = "gtin.kind";
    /** The first as a number, to group by; only where it means the same in every shop. */
    static final String ARTICLE = "article";

    static final String SKU = "sku";
    static final String IN_STOCK = "stock";
    /** The same as 1 or 0, to count by. */
    static final String STOCK = "stock.number";

    /** What cards say that it costs, in an order of its own: a whole unit of what is sold by weight. */
    static final String PRICE = "price";

    static final String UNIT_PRICE = "price.unit";
    static final String PICTURED = "pictured";
    static final String CREATED = "created";
    static final String SORT_NAME = "name.sort";
    static final String TIE = "tie";

    /** The one hidden document of a repository: up to which rev it is indexed. */
    static final String HEAD = "head";

    static final String KIND = "kind";
    static final String REV = "rev";
    static final String YES = "y";
    static final String LEVEL = " > ";

    private static final int LONGEST_CODE = 64;
    private static final int AMOUNT_BITS = 47;

    private Fields() {}

    /** Where the stems of a text are kept: one field a language. */
    static String stems(String text, Language language) {
        return text + "." + language.code();
    }

    static Term id(Did did, RecordKey rkey) {
        return new Term(ID, did + "/" + rkey);
    }

    static BytesRef did(Did did) {
        return new BytesRef(did.value());
    }

    static String categoryLabel(List<String> levels) {
        return String.join(LEVEL, levels);
    }

    static String code(String text) {
        String folded = Words.fold(text.strip());
        return folded.substring(0, Math.min(folded.length(), LONGEST_CODE));
    }

    /** Sorts by currency, then amount; so a range of it holds one currency. */
    static long price(Money money) {
        String currency = money.currency().getCurrencyCode();
        long letters = 0;
        for (int i = 0; i < 3; i++) {
            letters = letters << 5 | currency.charAt(i) - 'A';
        }
        return letters << AMOUNT_BITS | Math.clamp(money.minorUnits(), 0, mostMinorUnits());
    }

    static long dearest(Money sameCurrency) {
        return price(new Money(mostMinorUnits(), sameCurrency.currency()));
    }

    static long cheapest(Money sameCurrency) {
        return price(new Money(0, sameCurrency.currency()));
    }

    /** What {@link #price} was made of. */
    static Money money(long price) {
        var letters = new char[3];
        long left = price >>> AMOUNT_BITS;
        for (int i = 2; i >= 0; i--) {
            letters[i] = (char) ('A' + (left & 31));
            left >>= 5;
        }
        return new Money(price & mostMinorUnits(), Currency.getInstance(new String(letters)));
    }

    /** The same for all prices of one currency. */
    static long currency(long price) {
        return price >>> AMOUNT_BITS;
    }

    static long minorUnits(long price) {
        return price & mostMinorUnits();
    }

    private static long mostMinorUnits() {
        return (1L << AMOUNT_BITS) - 1;
    }
}
