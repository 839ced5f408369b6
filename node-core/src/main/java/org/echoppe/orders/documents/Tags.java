package org.echoppe.orders.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/** What a screen reader is told: headings, paragraphs, tables and figures in the order in which they are read (ISO 32000-1, 14.7). */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final Map<PDPage, COSArray> marks = new LinkedHashMap<>();

    Tags() {
        open("Document");
    }

    /** Begins a part: P, H1, Table, TR, TH, TD, Figure … */
    void open(String type) {
        var above = open.peek();
        var element = new PDStructureElement(type, above == null ? root : above);
        if (above == null) {
            root.appendKid(element);
        } else {
            above.appendKid(element);
        }
        if (type.equals("TH")) {
            var scope = new PDTableAttributeObject();
            scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            element.addAttribute(scope);
        }
        open.push(element);
    }

    void close() {
        open.pop();
    }

    /** What is read out instead of a picture. */
    void describe(String words) {
        current().setAlternateDescription(words);
    }

    /** The number under which a stretch of this page belongs to the part that is open. */
    int mark(PDPage page) {
        var element = current();
        var array = marks.computeIfAbsent(page, unseen -> new COSArray());
        int number = array.size();
        array.add(element.getCOSObject());
        if (element.getPage() == null) {
            element.setPage(page);
        }
        if (element.getPage().equals(page)) {
            element.appendKid(number);
        } else {
            var elsewhere = new PDMarkedContentReference();
            elsewhere.setPage(page);
            elsewhere.setMCID(number);
            element.appendKid(elsewhere);
        }
        return number;
    }

    /** Once all is drawn. */
    void finish(PDDocument document) {
        var parents = new LinkedHashMap<Integer, COSObjectable>();
        marks.forEach((page, array) -> {
            page.setStructParents(parents.size());
            parents.put(parents.size(), new PDParentTreeValue(array));
        });
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
    }

    private PDStructureElement current() {
        return Objects.requireNonNull(open.peek());
    }
}
