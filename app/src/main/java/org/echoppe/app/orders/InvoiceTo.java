package org.echoppe.app.orders;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echoppe.orders.documents.Buyer;
import org.echoppe.records.Address;

/** The company that an invoice is made out to, as it is typed; none unless it is wanted. */
public final class InvoiceTo {
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty registration = new SimpleStringProperty("");
    private final StringProperty vat = new SimpleStringProperty("");
    private final StringProperty street = new SimpleStringProperty("");
    private final StringProperty postalCode = new SimpleStringProperty("");
    private final StringProperty locality = new SimpleStringProperty("");

    void clear() {
        wanted.set(false);
        name.set("");
        registration.set("");
        vat.set("");
        street.set("");
        postalCode.set("");
        locality.set("");
    }

    /** As it was typed. */
    Optional<Buyer> company() {
        return wanted.get()
                ? Optional.of(new Buyer(
                        name.get().strip(),
                        new Address(
                                street.get().strip(),
                                postalCode.get().strip(),
                                locality.get().strip(),
                                ""),
                        registration.get().strip(),
                        vat.get().strip()))
                : Optional.empty();
    }

    public BooleanProperty wantedProperty() {
        return wanted;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty registrationProperty() {
        return registration;
    }

    public StringProperty vatProperty() {
        return vat;
    }

    public StringProperty streetProperty() {
        return street;
    }

    public StringProperty postalCodeProperty() {
        return postalCode;
    }

    public StringProperty localityProperty() {
        return locality;
    }
}
