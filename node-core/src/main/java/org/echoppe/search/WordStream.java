package org.echoppe.search;

import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words that are already split, handed to Lucene one by one; then what two of them say together: no text is longer for it. */
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute place = addAttribute(PositionIncrementAttribute.class);
    private final Collection<String> words;
    private final Collection<String> together;
    private Iterator<String> left;
    private Iterator<String> leftTogether;

    WordStream(Collection<String> words, Collection<String> together) {
        this.words = words;
        this.together = together;
        this.left = words.iterator();
        this.leftTogether = together.iterator();
    }

    @Override
    public void reset() {
        left = words.iterator();
        leftTogether = together.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (left.hasNext()) {
            term.setEmpty().append(left.next());
            return true;
        }
        if (leftTogether.hasNext()) {
            term.setEmpty().append(leftTogether.next());
            // Lucene does not count what stands in the same place
            place.setPositionIncrement(0);
            return true;
        }
        return false;
    }
}
