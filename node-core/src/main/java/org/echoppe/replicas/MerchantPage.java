package org.echoppe.replicas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of merchants by name.
 *
 * @param total how many there are on all pages
 * @param next where to go on reading; null when there is no more
 */
public record MerchantPage(
        int total, List<Merchant> merchants, @Nullable String next) {
    public MerchantPage {
        merchants = List.copyOf(merchants);
    }
}
