package org.echoppe.web.feed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.records.Price;
import org.echoppe.records.PriceRange;
import org.echoppe.records.ShopProfile;

/**
 * What is new in a shop: articles made or changed, the latest first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
public final class AtomFeed {
    public static final String MEDIA_TYPE = "application/atom+xml";

    private AtomFeed() {}

    /**
     * @param self the address of the feed
     * @param page the address of the shop's page
     * @param id a name of the shop for ever
     * @param title in the language of the readers
     * @param signed when the shop last signed
     */
    public static byte[] of(
            String self,
            String page,
            String id,
            String title,
            ShopProfile shop,
            Instant signed,
            List<Ware> news,
            Locale locale) {
        var xml = new Xml()
                .open("feed", Map.of("xmlns", "http://www.w3.org/2005/Atom", "xml:lang", locale.getLanguage()));
        xml.text("id", id).text("title", title).text("updated", signed.toString());
        xml.text("subtitle", shop.tagline());
        xml.empty("link", Map.of("rel", "self", "type", MEDIA_TYPE, "href", self));
        xml.empty("link", Map.of("rel", "alternate", "type", "text/html", "href", page));
        xml.open("author").text("name", shop.name()).close();
        news.forEach(ware -> entry(xml, ware, locale));
        return xml.close().bytes();
    }

    private static void entry(Xml xml, Ware ware, Locale locale) {
        var record = ware.record();
        var range = PriceRange.of(record);
        String price = Stream.of(range.from(), range.to())
                .flatMap(Optional::stream)
                .filter(Price::vatIncluded)
                .map(each -> each.money().format(locale))
                .distinct()
                .collect(Collectors.joining(" – "));
        xml.open("entry").text("id", ware.id()).text("title", record.name());
        xml.text("updated", ware.changed().toString());
        record.createdAt()
                .filter(made -> !made.isAfter(ware.changed()))
                .ifPresent(made -> xml.text("published", made.toString()));
        xml.empty("link", Map.of("rel", "alternate", "type", "text/html", "href", ware.page()));
        ware.pictures().stream()
                .limit(1)
                .forEach(picture ->
                        xml.empty("link", Map.of("rel", "enclosure", "type", "image/jpeg", "href", picture)));
        record.category().forEach(level -> xml.empty("category", Map.of("term", level)));
        String words = record.description().isBlank() ? price : price + "\n" + record.description();
        xml.text("summary", words.isBlank() ? record.name() : words.strip());
        xml.close();
    }
}
