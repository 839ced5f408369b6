package org.echoppe.app;

import java.nio.file.Path;
import org.echoppe.node.Surroundings;
import org.echoppe.node.backup.Key;
import org.echoppe.node.backup.Moment;
import org.echoppe.node.backup.Place;
import org.echoppe.node.backup.Restore;

/** Brings a shop back out of its backup while no node is open on the home. Takes its time. */
interface Rescue {
    /** @throws org.echoppe.domain.Rejected as {@link Restore#inPlaceOf}; all is as it was then */
    Moment restore(Place place, Path file, Key key);

    static Rescue of(Path home, Surroundings around) {
        return (place, file, key) ->
                new Restore(home, around.environment(), around.clock(), around.random()).inPlaceOf(place, file, key);
    }
}
