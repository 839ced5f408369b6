package org.echoppe.records;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.echoppe.repo.Ipld;

/**
 * A place on the earth, WGS 84.
 *
 * @param lat microdegrees, north positive, within 90 degrees
 * @param lon microdegrees, east positive, within 180 degrees
 */
public record Geo(int lat, int lon) {
    /** 90 degrees. */
    public static final int MOST_LAT = 90_000_000;

    /** 180 degrees. */
    public static final int MOST_LON = 180_000_000;

    static final Schema SCHEMA = new Schema()
            .required("lat", Shape.integer(-MOST_LAT, MOST_LAT))
            .required("lon", Shape.integer(-MOST_LON, MOST_LON));

    static Optional<Geo> of(Ipld.Fields fields) {
        var lat = fields.integer("lat").filter(value -> Math.abs(value) <= MOST_LAT);
        var lon = fields.integer("lon").filter(value -> Math.abs(value) <= MOST_LON);
        return lat.flatMap(north -> lon.map(east -> new Geo(north.intValue(), east.intValue())));
    }

    /** Degrees as a decimal number: 48.856614. */
    public static String degrees(int microdegrees) {
        return BigDecimal.valueOf(microdegrees, 6).toPlainString();
    }

    Ipld.Fields toFields() {
        return new Ipld.Fields(Map.of("lat", new Ipld.Int(lat), "lon", new Ipld.Int(lon)));
    }
}
