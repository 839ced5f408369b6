package org.echoppe.app.shop;

import java.nio.file.Path;
import java.util.Map;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.domain.Language;
import org.echoppe.records.ShopStatus;
import org.jspecify.annotations.Nullable;

/** What the shop screen asks of the node. Every call may take its time: through Background only. */
public interface ShopDesk {
    /**
     * How the shop stands.
     *
     * @param fields of {@link org.echoppe.catalogue.ShopForm}
     * @param sign the shop's sign as a small JPEG in base 64, which tells one from another; empty where it has none
     * @param webUrl its page as this computer shows it; empty while there is none
     * @param visible whether other computers can reach it
     */
    record Standing(
            Map<String, String> fields,
            ShopStatus status,
            String sign,
            String webUrl,
            boolean visible,
            Recovery recovery) {
        public Standing {
            fields = Map.copyOf(fields);
        }
    }

    /** The fields as text, by the names that problems use, and all around them. */
    Standing standing(Language language);

    /**
     * Saves durably; published within a second.
     *
     * @throws org.echoppe.domain.Rejected with every mistake, by field
     */
    void save(Map<String, String> fields);

    /** Open, or closed for holidays: published before it returns, so that every page says it within seconds. */
    void open(ShopStatus status);

    /**
     * Hangs a picture as the shop's sign, or takes it down where there is none; published within a second.
     * Returns what puts the former back.
     *
     * @throws org.echoppe.domain.Rejected FILE_UNREADABLE, or why the picture cannot be taken
     */
    Runnable hang(@Nullable PictureSource source);

    /** From now on visible to other computers, or to this one only. Takes the node a moment. */
    void show(boolean visible);

    /** Writes the recovery sheet as a page that any browser prints. */
    void saveRecoverySheet(Path file, Language language);

    /** The shopkeeper has the sheet on paper: the secret leaves this computer. */
    void recoverySheetKept();
}
