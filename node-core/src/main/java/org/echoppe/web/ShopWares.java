package org.echoppe.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Language;
import org.echoppe.records.Image;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.Collections;
import org.echoppe.store.Head;
import org.echoppe.store.StoredRecord;
import org.echoppe.web.feed.Ware;

/**
 * The goods of one shop as its feeds tell them, read from its repository.
 *
 * @param pictures whether the bytes of one are here
 * @param home where the shop's pages belong
 * @param here this node, where the pictures are
 */
record ShopWares(
        WebServer.Sources sources, Predicate<Cid> pictures, Did did, Origin home, Origin here, Language language) {
    /** Records in one document. */
    static final int PAGE = 5_000;

    private static final String KEYS = Collections.PRODUCT + "/";
    private static final int PICTURE_WIDTH = 960;

    /** That enough was read. */
    private static final class Enough extends Exception {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** How many documents all goods of a shop take: its profile is one of its records and none of these. */
    static int parts(Head head) {
        return Math.max(1, Math.ceilDiv(head.records() - 1, PAGE));
    }

    /** Those on that page, from 1, in the order in which they were made; a page has fewer where some are not shown. */
    List<Ware> page(int page) {
        var wares = new ArrayList<Ware>();
        int[] seen = {0};
        long from = (page - 1L) * PAGE;
        try {
            sources.blocks().<Enough>forEachRecord(did, KEYS, record -> {
                if (seen[0] >= from) {
                    add(record, wares);
                }
                if (++seen[0] >= from + PAGE) {
                    throw new Enough();
                }
            });
        } catch (Enough e) {
            return wares;
        }
        return wares;
    }

    private void add(StoredRecord record, List<Ware> wares) {
        sources.listings().shown().product(record).ifPresent(product -> wares.add(ware(record, product)));
    }

    /** Those made or changed last, the latest first. */
    List<Ware> latest(int most) {
        var latest = new PriorityQueue<StoredRecord>(Comparator.comparing(StoredRecord::changed));
        sources.blocks().<RuntimeException>forEachRecord(did, KEYS, record -> {
            if (sources.listings().shown().product(record).isPresent()) {
                latest.add(record);
                if (latest.size() > most) {
                    latest.poll();
                }
            }
        });
        var wares = new ArrayList<Ware>();
        latest.forEach(record -> add(record, wares));
        wares.sort(Comparator.comparing(Ware::changed).reversed());
        return wares;
    }

    private Ware ware(StoredRecord record, ProductRecord product) {
        String path = "/" + language.code() + Links.shop(did) + "/" + record.rkey();
        return new Ware(
                record.rkey(),
                "at://" + did + "/" + record.key(),
                home.at(path),
                product,
                pictures(product),
                changed(record, product));
    }

    private List<String> pictures(ProductRecord product) {
        return product.images().stream()
                .map(Image::blob)
                .map(blob -> blob.ref())
                .filter(pictures)
                .map(cid -> here.at(Links.picture(cid, PICTURE_WIDTH)))
                .toList();
    }

    /** What the merchant says, unless it lies after the commit that brought it. */
    private static Instant changed(StoredRecord record, ProductRecord product) {
        var signed = record.changed().instant();
        return product.updatedAt()
                .or(product::createdAt)
                .filter(said -> said.isBefore(signed))
                .orElse(signed);
    }
}
