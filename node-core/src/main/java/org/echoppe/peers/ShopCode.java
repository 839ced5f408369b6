package org.echoppe.peers;

import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a code that a shop shows: its invitation, its address, or who it is.
 *
 * @param address of its peer port; empty in a code that only says who it is, as the one of its page does
 * @param did null in a code that only says where it is
 */
public record ShopCode(String address, @Nullable Did did) {
    /** Characters; an invitation has about a hundred. */
    private static final int MOST = 500;

    /**
     * Reads what a camera or a reader saw. A port has to be named: a web address without one is any site's, and this node
     * calls nobody whom nobody named.
     *
     * @throws Rejected CODE_OF_NO_SHOP
     */
    public static ShopCode read(String text) {
        var seen = text.strip();
        if (seen.length() > MOST) {
            throw foreign();
        }
        if (!Invitation.isOne(seen)) {
            return new ShopCode(address(seen), null);
        }
        var did = Invitation.did(seen).orElseThrow(ShopCode::foreign);
        int mark = seen.indexOf('#');
        return new ShopCode(mark < 0 ? "" : address(seen.substring(0, mark)), did);
    }

    private static String address(String text) {
        return Endpoint.parse(text)
                .filter(endpoint -> text.matches(".*:\\d+/?"))
                .orElseThrow(ShopCode::foreign)
                .url();
    }

    private static Rejected foreign() {
        return Rejected.because(Fault.CODE_OF_NO_SHOP);
    }

    /** As it is typed into the field for an invitation or address. */
    public String text() {
        return did == null ? address : address + "#" + did.value();
    }
}
