package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArticlesTest {
    private static final int MOST = 50_000;

    /** @param from whose number is that of the first of all */
    private static Articles articles(int from, int to) {
        var articles = new Articles(true);
        for (int doc = from; doc < to; doc++) {
            articles.add(doc == from ? 1 : 1_000_000 - doc, doc);
        }
        return articles;
    }

    @Test
    void whatComesMoreThanOnceIsKnownOfAsManyAsAreGathered() {
        var articles = articles(0, MOST / 2);
        articles.addAll(articles(MOST / 2, MOST));
        var repeated = articles.repeated();
        assertThat(repeated.more()).isOne();
        assertThat(articles.matches(repeated)).containsExactly(0, (long) (MOST / 2) << Integer.SIZE);
    }

    @Test
    void ofOneMoreNoneIsAnyMoreThanItself() {
        var articles = articles(0, MOST / 2);
        articles.addAll(articles(MOST / 2, MOST + 1));
        assertThat(articles.repeated()).isSameAs(Repeated.NONE);
        assertThat(articles.matches(articles.repeated())).isEmpty();
        articles.addAll(articles(0, MOST));
        assertThat(articles.repeated()).isSameAs(Repeated.NONE);
    }
}
