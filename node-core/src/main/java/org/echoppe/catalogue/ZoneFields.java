package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Price;

/** The areas a shop delivers to, as rows of its form: where (postcodes or a radius), fee, minimum, free from. */
final class ZoneFields {
    /** As many as a profile holds, PROTOCOL §2. */
    static final int MOST = 50;

    static final Rows AREA = new Rows("zone", "area", MOST);
    static final Rows FEE = new Rows("zone", "fee", MOST);
    static final Rows MINIMUM = new Rows("zone", "minimum", MOST);
    static final Rows FREE = new Rows("zone", "free", MOST);

    private final Map<String, String> form;
    private final Currency currency;
    private final char decimal;
    private final List<Problem> problems;

    private ZoneFields(Map<String, String> form, Currency currency, char decimal, List<Problem> problems) {
        this.form = form;
        this.currency = currency;
        this.decimal = decimal;
        this.problems = problems;
    }

    static void write(List<DeliveryZone> zones, Currency currency, char decimal, Map<String, String> form) {
        for (int i = 0; i < zones.size() && i < MOST; i++) {
            var zone = zones.get(i);
            form.put(AREA.of(i + 1), AreaText.format(zone));
            form.put(FEE.of(i + 1), amount(zone.fee(), currency, decimal));
            form.put(MINIMUM.of(i + 1), zone.minimum() == 0 ? "" : amount(zone.minimum(), currency, decimal));
            form.put(FREE.of(i + 1), zone.freeFrom() == 0 ? "" : amount(zone.freeFrom(), currency, decimal));
        }
    }

    static String amount(long minorUnits, Currency currency, char decimal) {
        return PriceText.plain(new Money(minorUnits, currency)).replace('.', decimal);
    }

    /** @param located whether the shop has said where it is, which a radius needs */
    static List<DeliveryZone> read(
            Map<String, String> form, Currency currency, char decimal, boolean located, List<Problem> problems) {
        var fields = new ZoneFields(form, currency, decimal, problems);
        var zones = new ArrayList<DeliveryZone>();
        for (int row = 1; row <= MOST; row++) {
            if (Rows.isFilled(form, row, AREA, FEE, MINIMUM, FREE)) {
                zones.add(fields.zone(row, located));
            }
        }
        return zones;
    }

    private DeliveryZone zone(int row, boolean located) {
        var area = AreaText.parse(AREA.in(form, row), AREA.of(row), problems);
        if (area.radiusMetres() > 0 && !located) {
            problems.add(Problem.of(AREA.of(row), Fault.POSITION_MISSING));
        }
        return new DeliveryZone(
                area.postalCodes(), area.radiusMetres(), amount(FEE, row), amount(FREE, row), amount(MINIMUM, row));
    }

    private long amount(Rows column, int row) {
        String text = column.in(form, row);
        if (text.isEmpty()) {
            return 0;
        }
        var amount = PriceText.parse(text, currency, decimal).map(Money::minorUnits);
        if (amount.isEmpty() || amount.get() < 0) {
            problems.add(Problem.of(column.of(row), Fault.NOT_A_PRICE, text));
        } else if (amount.get() > Price.MOST) {
            problems.add(Problem.of(column.of(row), Fault.OUT_OF_RANGE, 0, BigDecimal.valueOf(Price.MOST)));
        }
        return amount.filter(value -> value >= 0 && value <= Price.MOST).orElse(0L);
    }
}
