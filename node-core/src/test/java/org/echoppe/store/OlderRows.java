package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.SHOP_ORDER;

/** Leaves orders as a program left them that did not know what they are counted by. */
public final class OlderRows {
    private OlderRows() {}

    public static void make(Database database) {
        database.writeAll(sql -> sql.update(SHOP_ORDER)
                .setNull(SHOP_ORDER.AWAITED)
                .setNull(SHOP_ORDER.CANCEL_ASKED)
                .setNull(SHOP_ORDER.PROFILE)
                .execute());
    }
}
