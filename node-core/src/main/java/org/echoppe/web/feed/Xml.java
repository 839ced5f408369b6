package org.echoppe.web.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML element by element; whatever a text holds stays text. */
public final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter output = new StringWriter();
    private final XMLStreamWriter writer;

    public Xml() {
        try {
            writer = FACTORY.createXMLStreamWriter(output);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("memory does not fail", e);
    }

    /** Begins an element; names may have a prefix, and its namespace is an attribute as any other. */
    public Xml open(String name, Map<String, String> attributes) {
        try {
            writer.writeStartElement(name);
            for (var attribute : attributes.entrySet()) {
                writer.writeAttribute(attribute.getKey(), legal(attribute.getValue()));
            }
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    public Xml open(String name) {
        return open(name, Map.of());
    }

    /** Ends the element begun last. */
    public Xml close() {
        try {
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element without anything in it. */
    public Xml empty(String name, Map<String, String> attributes) {
        return open(name, attributes).close();
    }

    /** An element with text in it; nothing at all for a blank one. */
    public Xml text(String name, String text) {
        if (text.isBlank()) {
            return this;
        }
        return open(name).characters(text).close();
    }

    /** Text inside the element begun last. */
    public Xml characters(String text) {
        try {
            writer.writeCharacters(legal(text));
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Without what no XML document may hold, escaped or not. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(Xml::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        boolean space = c == '\t' || c == '\n' || c == '\r';
        boolean plane = (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe);
        return space || plane || c > 0xffff;
    }

    /** The whole document. */
    public byte[] bytes() {
        try {
            writer.writeEndDocument();
            writer.close();
            return output.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }
}
