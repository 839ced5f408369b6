package org.echoppe.app.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.echoppe.app.fx.LongWork;

/** What the settings screen asks of this computer and the node on it. Every call may take its time: through Background only. */
public interface SettingsDesk {
    /**
     * How the shop runs here.
     *
     * @param ports as chosen, by the names that problems use
     * @param webAddress where the shop's page is
     * @param peerAddress where other shops call; both as they are now, which may be on other ports than chosen
     * @param moved whether another program held a chosen port
     * @param visible whether other computers can reach it
     * @param announced whether shops on the same network are told of it, while others can reach it
     * @param autostart whether it opens with the computer; null where that cannot be set
     * @param backup the last one; null where there was none
     * @param daily where a copy goes every day; null where none does
     */
    record Machine(
            Map<String, String> ports,
            String webAddress,
            String peerAddress,
            boolean moved,
            boolean visible,
            boolean announced,
            @org.jspecify.annotations.Nullable Boolean autostart,
            @org.jspecify.annotations.Nullable Saved backup,
            @org.jspecify.annotations.Nullable Path daily,
            Path home,
            Path logs) {
        public Machine {
            ports = Map.copyOf(ports);
        }
    }

    /**
     * The whole shop in a file.
     *
     * @param sameDisk whether it would be lost with this computer
     */
    record Saved(Instant at, Path file, long bytes, boolean sameDisk) {}

    Machine machine();

    /** Saves the whole shop; the file appears when it is complete. */
    Saved save(Path file, LongWork.Progress progress);

    /** A copy every day into this folder from now on; the first is made at once. */
    Saved saveDaily(Path folder, LongWork.Progress progress);

    /** No copy every day any more. */
    void stopDaily();

    /** Every day again as before it was stopped, unless another folder was chosen since then. */
    void resumeDaily(Path folder);

    /**
     * Opens the shop anew on these ports.
     *
     * @param ports empty text for the usual one
     * @throws org.echoppe.domain.Rejected with every mistake, by field
     */
    void ports(Map<String, String> ports);

    /** From now on visible to other computers, or to this one only. */
    void show(boolean visible);

    /** Whether shops on the same network are told of this one, from now on. */
    void announce(boolean on);

    /** Whether Échoppe opens with the computer. */
    void autostart(boolean on);

    /** Writes all products as a spreadsheet, or what is published as a CAR: by the ending of the file. */
    void export(Path file);

    /** Versions, system, ports and counts, for whoever helps; no secret and nothing of the shop. */
    String details();
}
