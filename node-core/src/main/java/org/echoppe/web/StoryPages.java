package org.echoppe.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.echoppe.web.view.Keeper;
import org.echoppe.web.view.Story;

/** How the market works, and who answers for the pages of this node. */
final class StoryPages {
    private static final int HOW = 6;
    private static final int KEEPER = 3;

    private final WebServer.Sources sources;
    private final String notice;
    private final Printer printer;

    /** @param notice who keeps this node, as they say it; empty where they do not */
    StoryPages(WebServer.Sources sources, String notice, Printer printer) {
        this.sources = sources;
        this.notice = notice;
        this.printer = printer;
    }

    void how(Visit visit) {
        var story = story(visit, "how", HOW);
        printer.print(visit.ctx(), "story.jte", visit.frame(story.title(), ""), Map.of("story", story));
    }

    void keeper(Visit visit) {
        var story = story(visit, "keeper", KEEPER);
        var shelf = new Shelf(visit, sources::shows);
        var keeper = sources.listings()
                .lastHeard(sources.own())
                .map(shop -> new Keeper(
                        shelf.name(shop.profile()),
                        visit.link(Links.shop(shop.did())),
                        Contacts.of(visit, shop.profile()),
                        ShopPages.legal(visit, shelf, shop),
                        notice,
                        story))
                .orElseGet(() -> new Keeper(null, "", List.of(), List.of(), notice, story));
        printer.print(visit.ctx(), "keeper.jte", visit.frame(story.title(), ""), Map.of("keeper", keeper));
    }

    private static Story story(Visit visit, String name, int chapters) {
        return new Story(
                visit.say(name + ".title"),
                IntStream.rangeClosed(1, chapters)
                        .mapToObj(i -> new Story.Chapter(
                                visit.say(name + "." + i + ".title"), visit.say(name + "." + i + ".text")))
                        .toList());
    }
}
