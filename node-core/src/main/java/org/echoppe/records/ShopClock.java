package org.echoppe.records;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which time a shop's clock shows. A record names no time zone; its address tells where there is but one, or nearly so. */
public final class ShopClock {
    private static final Map<String, ZoneId> COUNTRIES = zones("""
            FR Europe/Paris, MC Europe/Monaco, BE Europe/Brussels, CH Europe/Zurich, LU Europe/Luxembourg, DE Europe/Berlin,
            AT Europe/Vienna, IT Europe/Rome, GB Europe/London, IE Europe/Dublin, NL Europe/Amsterdam, DK Europe/Copenhagen,
            SE Europe/Stockholm, NO Europe/Oslo, FI Europe/Helsinki, PL Europe/Warsaw, CZ Europe/Prague, GR Europe/Athens,
            AD Europe/Andorra, LI Europe/Vaduz, SM Europe/San_Marino, VA Europe/Vatican, MT Europe/Malta, CY Asia/Nicosia,
            IS Atlantic/Reykjavik, SK Europe/Bratislava, HU Europe/Budapest, SI Europe/Ljubljana, HR Europe/Zagreb,
            BA Europe/Sarajevo, RS Europe/Belgrade, ME Europe/Podgorica, MK Europe/Skopje, AL Europe/Tirane,
            RO Europe/Bucharest, BG Europe/Sofia, MD Europe/Chisinau, EE Europe/Tallinn, LV Europe/Riga, LT Europe/Vilnius,
            TR Europe/Istanbul, MA Africa/Casablanca, DZ Africa/Algiers, TN Africa/Tunis, LB Asia/Beirut,
            GI Europe/Gibraltar, JE Europe/Jersey, GG Europe/Guernsey, IM Europe/Isle_of_Man,
            GP America/Guadeloupe, MQ America/Martinique, GF America/Cayenne, RE Indian/Reunion, YT Indian/Mayotte,
            PM America/Miquelon, BL America/St_Barthelemy, MF America/Marigot, WF Pacific/Wallis, PF Pacific/Tahiti,
            NC Pacific/Noumea""");
    /**
     * What is France to the post, and another hour to the sun. Polynesia has three zones: the one is meant in which nine in
     * ten of its people live.
     */
    private static final Map<String, ZoneId> FRENCH_POST = zones("""
            971 America/Guadeloupe, 972 America/Martinique, 973 America/Cayenne, 974 Indian/Reunion, 975 America/Miquelon,
            976 Indian/Mayotte, 986 Pacific/Wallis, 987 Pacific/Tahiti, 988 Pacific/Noumea""");

    private ShopClock() {}

    /** @param otherwise for a shop whose address does not tell: it is taken to share this node's */
    public static ZoneId zone(Optional<Address> address, ZoneId otherwise) {
        String country = address.map(Address::country).orElse("");
        String post = address.map(Address::postalCode).orElse("");
        if (country.equals("FR") && post.length() == 5 && FRENCH_POST.containsKey(post.substring(0, 3))) {
            return FRENCH_POST.get(post.substring(0, 3));
        }
        return COUNTRIES.getOrDefault(country, otherwise);
    }

    private static Map<String, ZoneId> zones(String table) {
        var zones = new HashMap<String, ZoneId>();
        for (String line : table.split(",")) {
            String[] words = line.strip().split(" ");
            zones.put(words[0], ZoneId.of(words[1]));
        }
        return Map.copyOf(zones);
    }
}
