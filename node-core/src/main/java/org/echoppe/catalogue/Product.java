package org.echoppe.catalogue;

import java.time.Instant;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ProductRecord;
import org.echoppe.store.ProductState;

/**
 * A product of the own shop.
 *
 * @param pending the next commit takes it along
 * @param record what others see, or would see if it were published
 * @param publishedCid the record that others see now
 */
public record Product(
        RecordKey key,
        ProductState state,
        boolean pending,
        ProductRecord record,
        Backroom backroom,
        Optional<Cid> publishedCid,
        Instant updatedAt) {

    public PublishState publishState() {
        if (pending && (state == ProductState.PUBLISHED || publishedCid.isPresent())) {
            return PublishState.WAITING;
        }
        return switch (state) {
            case DRAFT -> PublishState.DRAFT;
            case PUBLISHED -> PublishState.ONLINE;
            case WITHDRAWN -> PublishState.WITHDRAWN;
        };
    }
}
