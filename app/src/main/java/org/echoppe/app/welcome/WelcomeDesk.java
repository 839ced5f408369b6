package org.echoppe.app.welcome;

import java.util.Map;

/** Makes the shop. */
public interface WelcomeDesk {
    /**
     * Makes the shop of this home, durably.
     *
     * @param fields name, postal-code, locality, currency, vat
     * @param visible whether other shops may see it from now on
     * @throws org.echoppe.domain.Rejected with every mistake, by field
     */
    void openShop(Map<String, String> fields, boolean visible);

    /** Only the checks of {@link #openShop}. */
    void check(Map<String, String> fields);
}
