package org.echoppe.replicas;

import java.util.List;

/**
 * A page of merchants by name.
 *
 * @param total how many there are on all pages
 */
public record MerchantPage(int total, List<Merchant> merchants) {
    public MerchantPage {
        merchants = List.copyOf(merchants);
    }
}
