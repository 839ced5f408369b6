package org.echoppe.repo;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of the AT Protocol data model, as maps and lists for whoever writes JSON: a link is {"$link": CID}, bytes are
 * {"$bytes": base64}.
 */
public final class IpldJson {
    private IpldJson() {}

    public static Map<String, @Nullable Object> of(Ipld.Fields fields) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        fields.entries().forEach((name, value) -> json.put(name, of(value)));
        return json;
    }

    public static @Nullable Object of(Ipld value) {
        return switch (value) {
            case Ipld.Null _ -> null;
            case Ipld.Bool(boolean truth) -> truth;
            case Ipld.Int(long number) -> number;
            case Ipld.Text(String text) -> text;
            case Ipld.Link(Cid cid) -> Map.of("$link", cid.toString());
            case Ipld.Bytes(byte[] bytes) ->
                Map.of("$bytes", Base64.getEncoder().withoutPadding().encodeToString(bytes));
            case Ipld.Items(List<Ipld> items) ->
                items.stream().map(IpldJson::of).toList();
            case Ipld.Fields fields -> of(fields);
        };
    }
}
