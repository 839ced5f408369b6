package org.echoppe.node.backup;

import java.util.List;
import org.echoppe.identity.Identity;
import org.echoppe.orders.LedgerFiles;

/** What a backup takes the place of. It is moved beside and kept: nothing that stood in a home is ever deleted. */
public enum Place {
    /** A home without tables: what else is there stays, and goes before the backup. */
    NOTHING,
    /** A home that the program made at its first start, and in which no shop was opened yet. */
    FIRST_START,
    /** Tables that do not open any more; journal, keys and identity are as they were. */
    DAMAGED_TABLES;

    /** Files and folders of a home. */
    List<String> names() {
        return switch (this) {
            case NOTHING -> List.of();
            case FIRST_START ->
                List.of(
                        Identity.FILE,
                        Backup.TABLES,
                        LedgerFiles.JOURNAL,
                        LedgerFiles.KEYS,
                        "web.p12",
                        "echoppe.properties",
                        "blocked.deny");
            case DAMAGED_TABLES -> List.of(Backup.TABLES);
        };
    }
}
