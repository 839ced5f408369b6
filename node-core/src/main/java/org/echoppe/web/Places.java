package org.echoppe.web;

import org.echoppe.replicas.Place;
import org.echoppe.web.view.Nearby;
import org.jspecify.annotations.Nullable;

/** From where somebody looks, in words. */
final class Places {
    private Places() {}

    /** @param place null when nothing was typed, or nothing that can be a place */
    static Nearby nearby(Visit visit, Wanted wanted, @Nullable Place place, String action) {
        boolean typed = !wanted.near().isEmpty();
        boolean position = place != null && place.postalCode().isEmpty();
        boolean about = place != null && place.about();
        String words = !typed
                ? ""
                : position ? visit.say("near.here") : visit.say(about ? "near.about" : "near.code", wanted.near());
        return new Nearby(
                action,
                wanted.near("").parameters(),
                position ? "" : wanted.near(),
                words,
                typed && (place == null || !place.isKnown()) ? visit.say("near.unknown", wanted.near()) : null,
                typed ? wanted.near("").address(action) : null);
    }
}
