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

    private static final double EARTH_METRES = 6_371_008.8;

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

    /** As the crow flies, on a sphere: within half a percent of the truth. */
    public double metresTo(Geo other) {
        double north = Math.toRadians((other.lat - lat) / 1e6);
        double east = Math.toRadians((other.lon - lon) / 1e6);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(lat / 1e6))
                        * Math.cos(Math.toRadians(other.lat / 1e6))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    Ipld.Fields toFields() {
        return new Ipld.Fields(Map.of("lat", new Ipld.Int(lat), "lon", new Ipld.Int(lon)));
    }
}
