package org.echoppe.replicas;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.echoppe.domain.Did;

/** Where reading the shops by name stopped: whichever come or go before it change nothing of those that follow. */
record NameBookmark(String name, Did did) {
    private static final String PART = "\n";

    static NameBookmark of(Storefront shop) {
        return new NameBookmark(shop.name(), shop.did());
    }

    /** @throws IllegalArgumentException when it is none */
    static NameBookmark read(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int end = plain.indexOf(PART);
        if (end < 0) {
            throw new IllegalArgumentException("no bookmark");
        }
        return new NameBookmark(plain.substring(end + 1), new Did(plain.substring(0, end)));
    }

    String text() {
        byte[] plain = (did + PART + name).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** The place of the first that follows among those sorted by name, as {@link Street} sorts them. */
    int in(List<Storefront> byName) {
        var order = Collator.getInstance(Locale.FRENCH);
        int low = 0;
        int high = byName.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var shop = byName.get(middle);
            int names = order.compare(shop.name(), name);
            if (names < 0 || (names == 0 && shop.did().compareTo(did) <= 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
