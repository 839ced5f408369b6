package org.echoppe.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words that are already split, handed to Lucene one by one. */
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> words;
    private Iterator<String> left;

    WordStream(List<String> words) {
        this.words = words;
        this.left = words.iterator();
    }

    @Override
    public void reset() {
        left = words.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!left.hasNext()) {
            return false;
        }
        term.setEmpty().append(left.next());
        return true;
    }
}
