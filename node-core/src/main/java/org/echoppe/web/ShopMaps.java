package org.echoppe.web;

import java.util.ArrayList;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Language;
import org.echoppe.guard.Denials;
import org.echoppe.replicas.Merchant;
import org.echoppe.store.Head;
import org.echoppe.web.feed.Sitemap;

/** The pages of a shop for search engines, made once for what one commit says: crawlers come in crowds. */
final class ShopMaps {
    private final WebServer.Sources sources;
    private final KeptDocuments<Record> kept;

    /** What a list is made of; no picture stands in it, so none is looked for. */
    private record Key(Cid commit, Denials.Rules denied, Origin here, int part) {}

    ShopMaps(WebServer.Sources sources, KeptDocuments<Record> kept) {
        this.sources = sources;
        this.kept = kept;
    }

    /** @param part from 1; the shop's own page is in the first */
    byte[] of(Merchant merchant, Head head, Origin here, int part) {
        var key = new Key(head.commitCid(), sources.denials().rules(), here, part);
        return kept.of(key, _ -> map(merchant, here, part));
    }

    private byte[] map(Merchant merchant, Origin here, int part) {
        String shop = Links.shop(merchant.did());
        var pages = new ArrayList<Sitemap.Page>();
        if (part == 1) {
            pages.add(Sitemap.Page.of(here::at, shop, merchant.confirmedAt()));
        }
        new ShopWares(sources, _ -> false, merchant.did(), here, here, Language.FR)
                .page(part)
                .forEach(ware -> pages.add(Sitemap.Page.of(here::at, shop + "/" + ware.key(), ware.changed())));
        return Sitemap.pages(pages);
    }
}
